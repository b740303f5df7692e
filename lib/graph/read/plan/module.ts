import { declaredIn } from "../../declared";
import { evaluateJson } from "../../expression";
import type { ResourceMetadata } from "../../metadata";
import { type Module, type Output, instanceKey } from "../../module";
import { modulePath, withoutModule } from "../../module-path";
import { Resource } from "../../resource";
import { type Json, type JsonObject, type TerraformJson, isObject } from "../../terraform-json";
import { type Reference, LITERAL, Value } from "../../value";
import { ArgumentReader } from "./arguments";
import { documentOf, providerOf } from "./document";
import type { SynthMetadata } from "./metadata";
import { type PlanJson, type PlannedResource, member, object } from "./plan-json";
import { type Each, type Lead, PlanScope } from "./scope";
import { type Ingredient, canonical } from "./secrets";

/** What will exist after a plan is applied. Its addresses are those of the plan, with the modules before them. */
export class PlanModule implements Module {
  /** The stack of the synth output that the plan was made of; empty where there is none. */
  public readonly name: string;
  /** Its values are those of a plan. */
  public readonly isPlan = true;
  /** Provider settings and variables. */
  public readonly document: TerraformJson;
  /** Every resource and data source, those of child modules too. */
  public readonly resources: readonly Resource[];
  /** What the synth output says of the stack. */
  public readonly metadata: ResourceMetadata;
  private readonly root: PlanScope;
  private readonly byAddress = new Map<string, Resource[]>();
  private readonly byInstance = new Map<string, Resource>();
  private readonly scopes = new Map<string, PlanScope | undefined>();
  private readonly visiting = new Set<string>();
  private madeOutputs?: readonly Output[];
  private secrets?: readonly Ingredient[];

  /**
   * @param plan what was read
   * @param synth the metadata that the plan lacks
   */
  public constructor(
    private readonly plan: PlanJson,
    private readonly synth: SynthMetadata,
  ) {
    const { configuration } = plan;
    this.document = documentOf(plan);
    this.name = synth.stack;
    this.metadata = synth.ofStack;
    this.root = new PlanScope("", object(configuration.root_module), {
      has: (address, key) => this.instance(address, key) !== undefined,
    });
    this.resources = this.all().map((planned) => this.resource(planned, synth));
    for (const resource of this.resources) {
      const same = this.byAddress.get(resource.address);
      if (same) same.push(resource);
      else this.byAddress.set(resource.address, [resource]);
      this.byInstance.set(resource.address + resource.instance, resource);
    }
  }

  /** The outputs of the root module. */
  public get outputs(): readonly Output[] {
    const declared = object(object(this.plan.configuration.root_module).outputs);
    this.madeOutputs ??= Object.keys(declared).map((name) => {
      const { expression, description } = object(declared[name]);
      const { value, sensitive } = object(member(this.plan.outputs, name));
      const reader = new ArgumentReader(this, this.root, undefined, "", `output.${name}`);
      return {
        address: `output.${name}`,
        name,
        stack: this.name,
        value: reader.argument(value, value === undefined, sensitive, expression, ["value"]),
        description: typeof description === "string" ? description : undefined,
        written: this.synth.output(name),
        references: referencesIn(this.root.leads(expression, undefined)),
      };
    });
    return this.madeOutputs;
  }

  /** The declaration of a variable of the root module. */
  public variable(name: string): JsonObject | undefined {
    const declared = member(this.document.variable, name);
    return isObject(declared) ? declared : undefined;
  }

  /** The value of a piece of the document. */
  public evaluate(json: Json | undefined): Value {
    return json === undefined ? Value.NULL : evaluateJson(json, this);
  }

  /** What a name that holds in the whole plan is worth. */
  public resolve(reference: Reference): Value {
    if (this.visiting.has(reference.text)) return this.unfollowed(reference);
    this.visiting.add(reference.text);
    try {
      return this.lookUp(reference);
    } finally {
      this.visiting.delete(reference.text);
    }
  }

  /** The resources that a name leads to; all of a module where it names that. */
  public targets({ address, path }: Reference): readonly Resource[] {
    const all = this.byAddress.get(address);
    if (!all) return withoutModule(address) === address ? this.inModule(address, path) : [];
    const one = path.length > 0 ? this.instance(address, path[0]) : undefined;
    return one ? [one] : all;
  }

  /** Locals, of which a plan does not tell what they are made of. */
  public mayDependOn(user: Resource, needed: Resource): readonly string[] {
    // Of what stays as it is no plan says what it is made of.
    const { actions } = object(this.plan.changes.get(user.address + user.instance));
    const isTold = JSON.stringify(actions) !== '["no-op"]';
    if (isTold && !this.plan.relevant.has(needed.address + needed.instance)) return [];
    return user.references.filter(isOpaque).map(({ text }) => text);
  }

  /** What is known of something that an argument is made of. */
  public ingredient({ reference, sensitive }: Lead): Ingredient {
    const { address, path } = reference;
    const [root, name] = withoutModule(address).split(".");
    if (root === "var") {
      const declared = this.declaredVariable(address, name);
      const given = address.startsWith("var.") ? this.plan.variables.get(name) : declared.default;
      const value = at(given, path);
      const isDefault =
        declared.default !== undefined && canonical(given) === canonical(declared.default);
      return {
        reference,
        value: given === undefined ? undefined : value,
        sensitive: sensitive || declared.sensitive === true,
        defaults: isDefault && declared.default !== null ? [address] : [],
      };
    }
    if (root === "local" || root === "each")
      return { reference, value: undefined, sensitive, defaults: [] };
    const plain = this.resolve(reference);
    return {
      reference,
      value: plain.isKnown ? (plain.plain as Json) : undefined,
      sensitive: sensitive || plain.isSensitive,
      defaults: plain.deepOrigin.defaults,
    };
  }

  /** The sensitive variables, which may be behind a name that cannot be followed. */
  public get sensitiveVariables(): readonly Ingredient[] {
    this.secrets ??= Object.entries(object(this.document.variable))
      .filter(([, declared]) => object(declared).sensitive === true)
      .map(([name]) => {
        const text = `var.${name}`;
        const reference = { text, address: text, path: [] };
        return this.ingredient({ reference, exact: true, sensitive: true });
      });
    return this.secrets;
  }

  private all(): readonly PlannedResource[] {
    const planned = new Set(this.plan.planned.map(({ address }) => address));
    // A data source that needs nothing from the apply was read before it.
    const read = this.plan.prior.filter(
      (resource) =>
        resource.mode === "data" && !planned.has(resource.address) && this.block(resource),
    );
    return [...this.plan.planned, ...read];
  }

  private resource(planned: PlannedResource, synth: SynthMetadata): Resource {
    const { mode, type, name, module, index, address } = planned;
    const block = this.block(planned);
    const scope = this.scope(module);
    const local = `${mode === "data" ? "data." : ""}${type}.${name}`;
    const whole = module === "" ? local : `${module}.${local}`;
    const each: Each = {
      address,
      key: index,
      collection: block?.for_each_expression ?? block?.count_expression,
    };
    const change = this.plan.changes.get(address);
    const reader = new ArgumentReader(this, scope, each, type, `${this.name}/${address}`);
    const source = {
      values: planned.values,
      unknown: change?.after_unknown,
      sensitive: [planned.sensitive, change?.after_sensitive],
      expressions: block && object(block.expressions),
    };
    const metadata = synth.of(whole);
    let references: readonly Reference[] | undefined;
    return new Resource({
      mode,
      type,
      name,
      module,
      instance: instanceKey(index),
      stack: this.name,
      provider: providerOf(this.plan.configuration, block, type),
      argument: (argument) => reader.named(source, argument),
      argumentNames: () => reader.names(source),
      references: () =>
        (references ??= block
          ? referencesIn([
              ...scope.leads(block.expressions, each),
              ...scope.leads(each.collection, undefined),
              ...scope.dependencies(block),
            ])
          : []),
      createBeforeDestroy: replaceOrder(change) ?? metadata?.createBeforeDestroy,
      constructPath: metadata?.constructPath,
      metadata: metadata?.metadata ?? {},
      withoutMetadata: metadata === undefined,
    });
  }

  private scope(module: string): PlanScope {
    let scope = this.scopes.get(module);
    if (!scope) {
      scope = modulePath(module).reduce<PlanScope | undefined>(
        (parent, { name, key }) => parent?.child(name, key),
        this.root,
      );
      // What the configuration does not have any more is not told by it.
      scope ??= new PlanScope(module, {}, { has: () => false });
      this.scopes.set(module, scope);
    }
    return scope;
  }

  private block({ module, mode, type, name }: PlannedResource): JsonObject | undefined {
    const local = `${mode === "data" ? "data." : ""}${type}.${name}`;
    return this.scope(module).blocks.get(local);
  }

  private instance(address: string, key: string | number): Resource | undefined {
    return this.byInstance.get(address + instanceKey(key));
  }

  private declaredVariable(address: string, name: string): JsonObject {
    if (address.startsWith("var.")) return this.variable(name) ?? {};
    const module = address.slice(0, -`.var.${name}`.length);
    return this.scope(module).variableOf(name);
  }

  private lookUp(reference: Reference): Value {
    const root = withoutModule(reference.address).split(".")[0];
    if (root === "var") {
      const { value, sensitive, defaults } = this.ingredient({
        reference,
        exact: true,
        sensitive: false,
      });
      if (value === undefined || value === null) return this.unfollowed(reference, sensitive);
      return Value.of(value, { references: [reference], sensitive, defaults, declaredBy: [] });
    }
    const all = this.targets(reference);
    const [resource] = all;
    if (all.length !== 1 || resource.address !== reference.address) {
      return this.unfollowed(reference);
    }
    const path = resource.instance === "" ? reference.path : reference.path.slice(1);
    const declared = declaredIn(resource, path);
    const isOpen = !declared || (declared.isUnknown && declared.unresolved.length === 0);
    const value = isOpen ? this.unfollowed(reference, declared?.isSensitive) : declared;
    const { origin } = value;
    return value.from({
      ...origin,
      references: [reference, ...origin.references.filter(({ text }) => text !== reference.text)],
      declaredBy: [resource.id, ...origin.declaredBy],
    });
  }

  private unfollowed(reference: Reference, sensitive = false): Value {
    return Value.unknown(
      { ...LITERAL, references: [reference], sensitive },
      { symbol: `${this.name}/${reference.text}` },
    );
  }

  /** All that a module makes, where one depends on the whole of it. */
  private inModule(address: string, path: readonly (string | number)[]): readonly Resource[] {
    if (!/^module\./.test(address)) return [];
    const one = `${address}${instanceKey(path[0])}.`;
    const found = this.resources.filter((resource) => resource.address.startsWith(one));
    if (found.length > 0) return found;
    return this.resources.filter(({ address: other }) => isInside(other, address));
  }
}

/** A name that a plan does not say the meaning of: a local, or all of a module. */
function isOpaque({ address }: Reference): boolean {
  const own = withoutModule(address);
  return own.startsWith("local.") || own.startsWith("module.");
}

function isInside(address: string, module: string): boolean {
  return address.startsWith(module) && /^(\.|\[)/.test(address.slice(module.length));
}

/** Names that stand for something: `each.value` of a block is told by its collection. */
function referencesIn(leads: readonly Lead[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const { reference } of leads) {
    if (!reference.address.startsWith("each.")) found.set(reference.text, reference);
  }
  return [...found.values()];
}

/** A replacement that is planned tells its order. */
function replaceOrder(change: JsonObject | undefined): boolean | undefined {
  const actions = JSON.stringify(change?.actions);
  if (actions === '["create","delete"]') return true;
  return actions === '["delete","create"]' ? false : undefined;
}

function at(json: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let found = json;
  for (const step of path) {
    if (Array.isArray(found) && typeof step === "number") found = (found as readonly Json[])[step];
    else found = member(found, String(step));
  }
  return found;
}
