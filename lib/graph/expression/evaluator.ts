import { type Origin, type Reference, LITERAL, Value, joinOrigins } from "../value";
import type {
  Access,
  Call,
  Concatenation,
  Conditional,
  Expression,
  For,
  ObjectConstructor,
  Operation,
  Step,
  Template,
} from "./ast";
import { kindName, sortedEntries, toBool, toText } from "./convert";
import { chosen, computed, originOf, unevaluated, withoutSymbol } from "./derive";
import { Failure, Unsupported, fail } from "./failure";
import { FUNCTIONS, opaqueCall } from "./functions";
import { isThere, keyOf, leadingKeys, member, stepsText } from "./members";
import { applyOperator, negate } from "./operators";
import { piecesOf, textOf } from "./pieces";
import { extend, hasInstances } from "./reference";
import { walk } from "./references";
import type { Scope } from "./scope";
import { isSet } from "./set";
import { unified } from "./unify";

/** The value of a parsed template. Never throws for what the template says. */
export function evaluateTemplate(template: Template, scope: Scope): Value {
  const { root, error } = template;
  if (!root) return wrong(error ?? "it does not parse", []);
  const evaluation = new Evaluation(scope);
  try {
    return evaluation.value(root);
  } catch (problem) {
    if (problem instanceof Failure) return wrong(problem.message, evaluation.operandsOf(root));
    if (!(problem instanceof RangeError)) throw problem;
    // Too long or too deep for JavaScript, which says nothing about the template. Where there is no
    // stack left, nothing is evaluated again: each level of it would try twice.
    return problem.message.includes("call stack")
      ? Value.unknown({ ...LITERAL, references: referencesOf(root) })
      : withoutSymbol(evaluation.operandsOf(root));
  }
}

function referencesOf(root: Expression): readonly Reference[] {
  const found: Reference[] = [];
  walk(root, { reference: (reference) => found.push(reference) });
  return found;
}

/** What an expression is worth that Terraform refuses. Nothing that is still to come will mend it. */
export function wrong(error: string, operands: readonly Value[]): Value {
  return Value.unknown(originOf(operands), { error, unresolved: [] });
}

/** What a `for` binds a name to. */
interface Binding {
  readonly value: Value;
  /** Of an instance of a resource: its reference, since the value alone lacks what the provider computes. */
  readonly reference?: Reference;
}

/** What one item of a `for` gives. */
interface ForResult {
  /** Of an object; empty for a list. */
  readonly key: string;
  readonly value: Value;
}

/** One evaluation of one template. */
class Evaluation {
  private readonly locals = new Map<string, Binding>();
  /** Inside `try` and `can` it matters whether a null is a null or nothing at all. */
  private guards = 0;

  public constructor(private readonly scope: Scope) {}

  public value(node: Expression): Value {
    try {
      return this.evaluated(node);
    } catch (problem) {
      if (!(problem instanceof Unsupported)) throw problem;
      return withoutSymbol(this.operandsOf(node));
    }
  }

  /** Everything from outside that an expression is made of, without evaluating the expression itself. */
  public operandsOf(node: Expression): readonly Value[] {
    const values: Value[] = [];
    walk(node, {
      reference: (reference) => values.push(this.scope.resolve(reference)),
      local: (name) => values.push(this.local(name).value),
      call: (call) => {
        if (!FUNCTIONS.has(call.name) && !isGuard(call)) values.push(opaqueCall(call, []));
      },
    });
    return values;
  }

  private evaluated(node: Expression): Value {
    switch (node.type) {
      case "literal":
        return node.digits === undefined ? Value.of(node.value) : inexact(node.digits);
      case "concatenation":
        return this.concatenation(node);
      case "tuple":
        return Value.list(node.items.map((item) => this.value(item)));
      case "object":
        return this.object(node);
      case "reference":
        return this.reference(node.reference, node.steps);
      case "local":
        return this.local(node.name).value;
      case "access":
        return this.access(node);
      case "call":
        return this.call(node);
      case "negation":
        return negate(node.operator, this.value(node.operand));
      case "operation":
        return this.operation(node);
      case "conditional":
        return this.conditional(node);
      case "for":
        return this.for(node);
    }
  }

  // Texts

  private concatenation(node: Concatenation): Value {
    const values: Value[] = [];
    const pieces: (string | Value)[] = [];
    for (const part of node.parts) {
      if (typeof part === "string") {
        pieces.push(part);
      } else {
        const value = this.value(part);
        values.push(value);
        pieces.push(...piecesOf(value));
      }
    }
    return textOf(pieces, values);
  }

  // Objects and lists

  private object(node: ObjectConstructor): Value {
    const pairs = node.entries.map(
      ({ key, value }) => [this.value(key), this.value(value)] as const,
    );
    if (pairs.some(([key]) => key.isUnknown)) return unevaluated("{}", pairs.flat()).pairing(pairs);
    return Value.object(
      pairs.map(([key, value]) => [toText(key, "the key of an object"), value] as const),
      originOf(pairs.map(([key]) => key)),
    );
  }

  private for(node: For): Value {
    const collection = this.value(node.collection);
    if (collection.isUnknown) return unevaluated(node.text, this.operandsOf(node));
    if (collection.kind !== "list" && collection.kind !== "object") {
      fail(`"for" needs a list or an object, not ${kindName(collection)}`);
    }
    const results: ForResult[] = [];
    const decided: Value[] = [];
    for (const bindings of this.bindings(node, collection)) {
      const result = this.binding(bindings, () => this.forResult(node, decided));
      if (result) results.push(result);
      if (decided.some((one) => one.isUnknown)) {
        return unevaluated(node.text, [collection, ...this.operandsOf(node)]);
      }
    }
    const origin = joinOrigins([collection.origin, originOf(decided)]);
    return gathered(node, results, { ...origin, declaredBy: [] });
  }

  /**
   * What one item gives; nothing where the condition leaves it out or is unknown.
   *
   * @param decided is filled with the values that decide what comes out
   */
  private forResult(node: For, decided: Value[]): ForResult | undefined {
    if (node.condition) {
      const condition = this.value(node.condition);
      decided.push(condition);
      if (condition.isUnknown || !toBool(condition, 'the condition of "for"')) return undefined;
    }
    if (!node.key) return { key: "", value: this.value(node.value) };
    const key = this.value(node.key);
    decided.push(key);
    if (key.isUnknown) return undefined;
    return { key: toText(key, "the key of an object"), value: this.value(node.value) };
  }

  private *bindings(node: For, collection: Value): Iterable<ReadonlyMap<string, Binding>> {
    const { keyName, valueName } = node;
    const from = instancesOf(node.collection);
    const pairs: readonly (readonly [string | number, Value])[] =
      collection.kind === "list"
        ? collection.items.map((item, index) => [index, item] as const)
        : sortedEntries(collection);
    for (const [key, value] of pairs) {
      const bound = new Map<string, Binding>();
      // The key of a member of a set is the member.
      const keyValue = isSet(collection) ? value : Value.of(key);
      if (keyName !== undefined) bound.set(keyName, { value: keyValue });
      bound.set(valueName, { value, reference: from && extend(from, key) });
      yield bound;
    }
  }

  private binding<T>(bindings: ReadonlyMap<string, Binding>, run: () => T): T {
    const outer = [...bindings.keys()].map((name) => [name, this.locals.get(name)] as const);
    for (const [name, binding] of bindings) this.locals.set(name, binding);
    try {
      return run();
    } finally {
      for (const [name, binding] of outer) {
        if (binding) this.locals.set(name, binding);
        else this.locals.delete(name);
      }
    }
  }

  private local(name: string): Binding {
    return this.locals.get(name) ?? fail(`"${name}" is not bound here`);
  }

  // Names and what is taken of them

  private resolve(reference: Reference): Value {
    const value = this.scope.resolve(reference);
    const { address, path } = reference;
    if (this.guards === 0 || !value.isNull || path.length === 0 || hasInstances(address)) {
      return value;
    }
    const whole = this.scope.resolve({ text: address, address, path: [] });
    if (isThere(whole, path)) return value;
    // A map has no such key, which is an error; an object may have an optional attribute, which is null.
    if (whole.references.length > 0) return withoutSymbol([whole]);
    return fail(`${reference.text} is not there`);
  }

  private reference(reference: Reference, steps: readonly Step[]): Value {
    if (steps.length === 0) return this.resolve(reference);
    const [step, ...rest] = steps;
    switch (step.type) {
      case "key": {
        const notation = step.bracket ? "index" : "attribute";
        return this.reference(extend(reference, step.key, notation), rest);
      }
      case "index": {
        const index = this.value(step.index);
        const key = keyOf(index);
        if (key === undefined) return this.untaken(this.resolve(reference), steps);
        // A reference is shown in messages, so a secret must not become a part of it.
        if (index.isSensitive) return this.follow(this.resolve(reference), steps);
        return chosen(this.reference(extend(reference, key), rest), [index]);
      }
      case "splat":
        return this.follow(this.referenceSplat(reference, step.steps), rest);
    }
  }

  private referenceSplat(reference: Reference, steps: readonly Step[]): Value {
    if (reference.path.length === 0 && hasInstances(reference.address)) {
      const names = leadingKeys(steps);
      let all = extend(reference, "*");
      for (const { key, bracket } of names) {
        all = extend(all, key, bracket ? "index" : "attribute");
      }
      const value = this.resolve(all);
      const rest = steps.slice(names.length);
      if (value.isUnknown) return rest.length === 0 ? value : this.untaken(value, rest);
      return Value.list(
        value.items.map((item) => this.follow(item, rest)),
        value.origin,
      );
    }
    const base = this.resolve(reference);
    if (base.isUnknown) return this.untaken(base, [{ type: "splat", steps }]);
    if (base.isNull) return Value.list([], base.origin);
    if (base.kind !== "list") return Value.list([this.reference(reference, steps)]);
    return Value.list(
      base.items.map((_, index) => this.reference(extend(reference, index), steps)),
      base.origin,
    );
  }

  private access(node: Access): Value {
    if (node.base.type === "local") {
      const { reference } = this.local(node.base.name);
      if (reference) return this.reference(reference, node.steps);
    }
    return this.follow(this.value(node.base), node.steps);
  }

  private follow(value: Value, steps: readonly Step[]): Value {
    let at = value;
    for (const [position, step] of steps.entries()) {
      if (step.type === "splat") {
        if (at.isUnknown) return this.untaken(at, steps.slice(position));
        const items = at.isNull ? [] : at.kind === "list" ? at.items : [at];
        at = Value.list(
          items.map((item) => this.follow(item, step.steps)),
          at.kind === "list" ? at.origin : LITERAL,
        );
        continue;
      }
      const index = step.type === "key" ? Value.of(step.key) : this.value(step.index);
      const key = keyOf(index);
      if (key === undefined) return this.untaken(at, steps.slice(position));
      at = step.type === "key" ? member(at, key) : chosen(member(at, key), [index]);
    }
    return at;
  }

  /** What is taken of a value by steps that cannot be followed. */
  private untaken(value: Value, steps: readonly Step[]): Value {
    return unevaluated(stepsText(steps), [value, ...this.indexes(steps)]);
  }

  private indexes(steps: readonly Step[]): readonly Value[] {
    return steps.flatMap((step) => {
      if (step.type === "splat") return this.indexes(step.steps);
      return step.type === "index" ? [this.value(step.index)] : [];
    });
  }

  // Choices and calls

  private operation(node: Operation): Value {
    let value = this.value(node.first);
    let left = node.first;
    for (const { operator, operand } of node.rest) {
      const decided = operator === "&&" ? false : operator === "||" ? true : undefined;
      if (decided !== undefined && !value.isUnknown && toBool(value, "an operand") === decided) {
        value = computed(decided, [value]);
      } else {
        const sameType =
          collectionType(left) !== undefined && collectionType(left) === collectionType(operand);
        value = applyOperator(operator, value, this.value(operand), sameType);
      }
      left = node;
    }
    return value;
  }

  private conditional(node: Conditional): Value {
    const condition = this.value(node.condition);
    if (condition.isUnknown) {
      const yes = this.attempt(node.yes);
      const no = this.attempt(node.no);
      if (yes && no && yes.same(no) === "yes") return chosen(yes, [condition, no]);
      return unevaluated("?:", [
        condition,
        ...(yes ? [yes] : this.operandsOf(node.yes)),
        ...(no ? [no] : this.operandsOf(node.no)),
      ]);
    }
    const [taken, left] = toBool(condition, "a condition")
      ? [node.yes, node.no]
      : [node.no, node.yes];
    const value = this.value(taken);
    return chosen(this.likeTheOther(value, left), [condition]);
  }

  /** Both branches of a conditional get one type, so a number beside a text is a text. */
  private likeTheOther(value: Value, branch: Expression): Value {
    if (value.kind === "string" || value.isNull || value.isUnknown) return value;
    const other = this.attempt(branch);
    if (!other) return value;
    try {
      return unified([value, other])[0];
    } catch (problem) {
      if (problem instanceof Unsupported) return value;
      throw problem;
    }
  }

  /** The value, or undefined where Terraform would refuse the expression. */
  private attempt(node: Expression): Value | undefined {
    try {
      return this.value(node);
    } catch (problem) {
      if (problem instanceof Failure) return undefined;
      throw problem;
    }
  }

  private call(node: Call): Value {
    if (isGuard(node)) return this.guarded(node);
    const run = FUNCTIONS.get(node.name);
    const args = node.args.map((arg) => this.value(arg));
    if (!run) return opaqueCall(node, args);
    if (node.spread) {
      const last = args[args.length - 1];
      if (last.isUnknown) return unevaluated(`${node.name}...`, args);
      if (last.kind !== "list") fail(`"..." needs a list, not ${kindName(last)}`);
      args.splice(args.length - 1, 1, ...last.items);
    }
    try {
      return run(args, node.name);
    } catch (problem) {
      if (!(problem instanceof Unsupported)) throw problem;
      return opaqueCall(node, args);
    }
  }

  private guarded(node: Call): Value {
    const refused: Value[] = [];
    this.guards++;
    try {
      for (const [index, arg] of node.args.entries()) {
        const value = this.attempt(arg);
        if (!value) {
          refused.push(...this.operandsOf(arg));
          continue;
        }
        if (!value.isUnknown) {
          return chosen(node.name === "can" ? computed(true, [value]) : value, refused);
        }
        // What is unknown may still turn out to be an error.
        const rest = node.args.slice(index).flatMap((one) => this.operandsOf(one));
        return unevaluated(node.text, [value, ...rest]);
      }
    } finally {
      this.guards--;
    }
    if (node.name === "can") return computed(false, refused);
    return fail("no argument of try can be evaluated");
  }
}

/** Whether a call looks at whether its arguments can be evaluated. */
function isGuard(call: Call): boolean {
  return call.name === "try" || call.name === "can";
}

/** A number with more digits than can be held. */
function inexact(digits: string): Value {
  return Value.reference({ text: digits, address: digits, path: [] });
}

/** What the items of a `for` give, put together. */
function gathered(node: For, results: readonly ForResult[], origin: Origin): Value {
  const items = results.map(({ value }) => value);
  if (node.makes === "list") return Value.list(items, origin);
  if (node.makes === "text") {
    const pieces = items.flatMap((item) => piecesOf(item));
    return textOf(pieces, [...items, Value.list([], origin)]);
  }
  const entries = new Map<string, Value[]>();
  for (const { key, value } of results) {
    const present = entries.get(key);
    if (present && !node.group) fail('"for" gives one key twice');
    if (present) present.push(value);
    else entries.set(key, [value]);
  }
  return Value.object(
    [...entries].map(([key, values]) => [key, node.group ? Value.list(values) : values[0]]),
    origin,
  );
}

/** The resource of which a collection is the instances, where it is. */
function instancesOf(node: Expression): Reference | undefined {
  if (node.type !== "reference" || node.steps.length > 0) return undefined;
  const { reference } = node;
  return reference.path.length === 0 && hasInstances(reference.address) ? reference : undefined;
}

/** The type of a collection that is written in place; that of any other cannot be told. */
function collectionType(node: Expression): "tuple" | "object" | undefined {
  if (node.type === "tuple") return "tuple";
  if (node.type === "object") return "object";
  if (node.type === "for" && node.makes !== "text") {
    return node.makes === "list" ? "tuple" : "object";
  }
  return undefined;
}
