import { withoutModule } from "../../module-path";
import { type Json, type JsonObject, isObject } from "../../terraform-json";
import { type Origin, type Reference, LITERAL, Value } from "../../value";
import { isAlwaysSensitive, isComputedBlock } from "./computed";
import type { PlanModule } from "./module";
import { isMarked, markAt, member, objects } from "./plan-json";
import { type Expression, isExpression } from "./references";
import type { Each, Lead, PlanScope } from "./scope";
import { type Ingredient, MADE_SOMEHOW, canonical, originOf, textsOf, treeOf } from "./secrets";

/** What a plan says of one resource. */
export interface PlanSource {
  readonly values: JsonObject;
  /** What is known after the apply. */
  readonly unknown: Json | undefined;
  /** What is sensitive, in several places of the plan. */
  readonly sensitive: readonly (Json | undefined)[];
  /** How it is written; undefined where the configuration does not have it. */
  readonly expressions: JsonObject | undefined;
}

type Path = readonly (string | number)[];

/** Puts together the values of a resource: what is planned, what is unknown or sensitive, how it is written. */
export class ArgumentReader {
  /**
   * @param module where names lead
   * @param scope the module that the resource is in
   * @param each what `each.*` and `count.*` stand for
   * @param type the resource's type, empty for an output
   * @param place a text that nothing else in the plan has
   */
  public constructor(
    private readonly module: PlanModule,
    private readonly scope: PlanScope,
    private readonly each: Each | undefined,
    private readonly type: string,
    private readonly place: string,
  ) {}

  /** The names of arguments and blocks that are written, those that `dynamic` makes included. */
  public names({ values, unknown, expressions }: PlanSource): readonly string[] {
    const written = expressions ? Object.keys(expressions) : [];
    const others = [...Object.keys(values), ...(isObject(unknown) ? Object.keys(unknown) : [])];
    const made = others.filter((name) =>
      expressions
        ? objects(member(values, name)).some((block) => !isNothing(block))
        : !isNothing(member(values, name)),
    );
    return [...new Set([...written, ...made])];
  }

  /** The value of an argument or a block, or what the plan knows of an attribute that is not written. */
  public named(source: PlanSource, name: string): Value {
    const { values, unknown, sensitive, expressions } = source;
    const marks = sensitive.map((mark) => markAt(mark, name));
    return this.argument(
      member(values, name),
      markAt(unknown, name),
      marks.includes(true) ? true : marks.find((mark) => mark !== undefined),
      member(expressions, name),
      [name],
    );
  }

  /**
   * The value of an argument, a block or blocks of one name.
   *
   * @param value as planned, without what is not known
   * @param unknown the mark of what is not known
   * @param sensitive the mark of what is sensitive
   * @param written its expression, those of its blocks; undefined where it is not written
   * @param path where it is in the resource
   */
  public argument(
    value: Json | undefined,
    unknown: Json | undefined,
    sensitive: Json | undefined,
    written: Json | undefined,
    path: Path,
  ): Value {
    if (written === undefined) return this.unwritten(value, unknown, sensitive, path);
    if (isExpression(written)) {
      const ordered = inOrderOf(written.constant_value, value);
      const leads = this.leads(written);
      const isCall = leads.length === 0 && written.constant_value === undefined;
      // What is marked for other reasons may be made of literals all the same.
      const made = isCall && isAlwaysSensitive(this.type, path) ? [callOf(written)] : leads;
      return this.expressed(ordered, unknown, sensitive, made, path);
    }
    if (unknown === true) return this.unknown(this.leads(written), isMarked(sensitive), path);
    if (Array.isArray(written))
      return this.blocks(value, unknown, sensitive, objects(written), path);
    if (isObject(written) && (isObject(value) || isObject(unknown))) {
      return this.block(value, unknown, sensitive, [written], path);
    }
    return Value.NULL;
  }

  private leads(written: Json | undefined): readonly Lead[] {
    return this.scope.leads(written, this.each);
  }

  /**
   * What is not written is filled in by the provider, or made by `dynamic`. What the provider fills
   * in at the apply is not there for a rule, as at synth; what it filled in before is known.
   */
  private unwritten(
    value: Json | undefined,
    unknown: Json | undefined,
    sensitive: Json | undefined,
    path: Path,
  ): Value {
    if (unknown === true) {
      // Of a list the marks of what is sensitive are a list too.
      const isBlock = Array.isArray(sensitive) && !isComputedBlock(this.type, path);
      return isBlock ? this.unknown([], false, path) : Value.NULL;
    }
    const isEmptyBlock = isEmptyBlocks(value) && !isComputedBlock(this.type, path);
    if (isNothing(value) && !isMarked(unknown) && !isEmptyBlock) return Value.NULL;
    return this.expressed(value, unknown, sensitive, [], path);
  }

  /** The value of an argument that is one expression. */
  private expressed(
    value: Json | undefined,
    unknown: Json | undefined,
    sensitive: Json | undefined,
    leads: readonly Lead[],
    path: Path,
  ): Value {
    if (unknown === true) return this.unknown(leads, isMarked(sensitive), path);
    if (Array.isArray(value) || (value === undefined && Array.isArray(unknown))) {
      const length = Math.max(lengthOf(value), lengthOf(unknown));
      return Value.list(
        Array.from({ length }, (_, index) =>
          this.expressed(
            Array.isArray(value) ? (value as readonly Json[])[index] : undefined,
            markAt(unknown, index),
            markAt(sensitive, index),
            leads,
            [...path, index],
          ),
        ),
        this.listOrigin(leads, sensitive === true),
      );
    }
    if (isObject(value) || (value === undefined && isObject(unknown))) {
      const names = [
        ...Object.keys(isObject(value) ? value : {}),
        ...(isObject(unknown) ? Object.keys(unknown) : []),
      ];
      return Value.object(
        [...new Set(names)].map((name) => [
          name,
          this.expressed(
            member(value, name),
            markAt(unknown, name),
            markAt(sensitive, name),
            leads,
            [...path, name],
          ),
        ]),
        this.listOrigin(leads, sensitive === true),
      );
    }
    if (value === undefined || value === null) return Value.NULL;
    return this.known(value, sensitive === true, leads, path);
  }

  private listOrigin(leads: readonly Lead[], sensitive: boolean): Origin {
    if (leads.length === 0 && !sensitive) return LITERAL;
    return originOf(this.ingredients(leads), sensitive);
  }

  /** Blocks of one name. Those of a set are not in the order in which they are written. */
  private blocks(
    value: Json | undefined,
    unknown: Json | undefined,
    sensitive: Json | undefined,
    written: readonly JsonObject[],
    path: Path,
  ): Value {
    const length = Math.max(lengthOf(value), lengthOf(unknown));
    const at = (index: number): Json | undefined =>
      Array.isArray(value) ? (value as readonly Json[])[index] : undefined;
    const items = Array.from({ length }, (_, index) => index);
    const inOrder =
      length === written.length &&
      items.every((index) => fits(at(index), markAt(unknown, index), written[index]));
    return Value.list(
      items.map((index) => {
        const mark = markAt(unknown, index);
        const candidates = inOrder
          ? [written[index]]
          : written.filter((one) => fits(at(index), mark, one));
        return this.block(at(index), mark, markAt(sensitive, index), candidates, [...path, index]);
      }),
    );
  }

  /**
   * One block.
   *
   * @param candidates the written blocks of which it may be one; none for one that `dynamic` makes
   */
  private block(
    value: Json | undefined,
    unknown: Json | undefined,
    sensitive: Json | undefined,
    candidates: readonly JsonObject[],
    path: Path,
  ): Value {
    if (unknown === true)
      return this.unknown(this.leads([...candidates]), isMarked(sensitive), path);
    const names = new Set([
      ...candidates.flatMap((one) => Object.keys(one)),
      ...Object.keys(isObject(value) ? value : {}),
      ...(isObject(unknown) ? Object.keys(unknown) : []),
    ]);
    const entries = [...names].map((name) => {
      const [first, ...others] = candidates
        .map((one) => member(one, name))
        .filter((one) => one !== undefined);
      // Of several that fit, only what all of them are made of is told.
      const written = others.length === 0 ? first : merged([first, ...others]);
      const inside = [...path, name];
      const mark = markAt(unknown, name);
      const item =
        candidates.length === 0 && mark === true && !isComputedBlock(this.type, inside)
          ? this.unknown([], isMarked(markAt(sensitive, name)), inside)
          : this.argument(member(value, name), mark, markAt(sensitive, name), written, inside);
      return [name, item] as const;
    });
    const isWritten = (name: string): boolean =>
      candidates.some((one) => member(one, name) !== undefined);
    return Value.object(entries.filter(([name, item]) => !item.isNull || isWritten(name)));
  }

  /**
   * What is known after the apply. A plan tells the names in an expression, not the expression: one
   * name alone is taken for all of it, where it is an attribute of a resource of this provider.
   * Such an attribute is seldom a part of something longer, others (`random_id.x.hex`) often are.
   */
  private unknown(leads: readonly Lead[], marked: boolean, path: Path): Value {
    const place = `${this.place} ${path.join(".")}`;
    const sensitive = marked || leads.some((lead) => lead.sensitive);
    const references = namesOf(leads);
    const [only] = leads;
    if (leads.length !== 1 || !only.exact) {
      return Value.unknown({ ...LITERAL, references, sensitive }, { symbol: place });
    }
    const value = this.module.resolve(only.reference);
    const { origin } = value;
    const isAttribute = /^(data\.)?alicloud_/.test(withoutModule(only.reference.address));
    if (value.isUnknown && isAttribute) {
      return value.from({ ...origin, sensitive: sensitive || origin.sensitive });
    }
    // What is known there is not known here, so this is more than the attribute.
    return Value.unknown(
      { ...LITERAL, references, sensitive, declaredBy: origin.declaredBy },
      { symbol: isAttribute ? `${this.module.name}/${only.reference.text}` : place },
    );
  }

  private known(value: Json, marked: boolean, leads: readonly Lead[], path: Path): Value {
    const ingredients = this.ingredients(leads, textsOf(value));
    const json = typeof value === "string" ? parseTree(value) : undefined;
    if (json !== undefined && (marked || ingredients.length > 0)) {
      const origin = this.origin(value, ingredients, leads, marked, path);
      return Value.of(value, origin).encoding(treeOf(json, ingredients, marked));
    }
    return Value.of(value, this.origin(value, ingredients, leads, marked, path));
  }

  private origin(
    value: Json,
    ingredients: readonly Ingredient[],
    leads: readonly Lead[],
    marked: boolean,
    path: Path,
  ): Origin {
    const secrets = ingredients.filter(({ sensitive }) => sensitive);
    // Some arguments are marked whatever they are made of.
    const isSecret =
      secrets.length > 0 ||
      (marked &&
        (leads.length === 0 ||
          !isAlwaysSensitive(this.type, path) ||
          !ingredients.every(({ reference }) =>
            /^(var|local)\./.test(withoutModule(reference.address)),
          )));
    if (!marked || !isSecret)
      return { ...originOf(ingredients, false), declaredBy: this.declaredBy(value, leads) };
    const all = originOf(ingredients, true);
    const { defaults } = secrets.length > 0 ? originOf(secrets, true) : all;
    return { ...all, defaults, declaredBy: this.declaredBy(value, leads) };
  }

  /** What an argument is made of, and what may be behind a name that cannot be followed. */
  private ingredients(
    leads: readonly Lead[],
    texts: readonly string[] = [],
  ): readonly Ingredient[] {
    if (leads.length === 0) return [];
    const own = leads
      .filter(({ reference }) => !reference.address.startsWith("each."))
      .map((lead) => this.module.ingredient(lead));
    const isOpen = own.some(({ value }) => value === undefined);
    if (!isOpen || texts.length === 0) return own;
    const behind = this.module.sensitiveVariables.filter(
      (variable) =>
        own.every(({ reference }) => reference.text !== variable.reference.text) &&
        textsOf(variable.value).some((secret) => texts.some((text) => text.includes(secret))),
    );
    return [...own, ...behind];
  }

  /** The resources whose argument it is, where it has the value of one that it is made of. */
  private declaredBy(value: Json, leads: readonly Lead[]): readonly string[] {
    for (const { reference } of leads) {
      if (this.module.targets(reference).length !== 1) continue;
      const declared = this.module.resolve(reference);
      if (!declared.isUnknown && canonical(declared.plain as Json) === canonical(value)) {
        return declared.origin.declaredBy;
      }
    }
    return [];
  }
}

/** The names that leads stand for. Of an item of a `for_each` its own name says more than that of what holds it. */
function namesOf(leads: readonly Lead[]): readonly Reference[] {
  const all = leads.map(({ reference }) => reference);
  if (!all.some(({ address }) => address.startsWith("each."))) return all;
  return all.filter(({ address }) => !/^(var|local)\./.test(withoutModule(address)));
}

/** Nothing that anybody would write: what the provider has for what is not there. */
function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "" || value === 0 || value === false) {
    return true;
  }
  if (Array.isArray(value)) return value.every(isNothing);
  return isObject(value) && Object.values(value).every(isNothing);
}

/** Blocks with nothing in them, which are there all the same: `dynamic` made them. */
function isEmptyBlocks(value: Json | undefined): boolean {
  const isEmpty = (item: Json): boolean =>
    isObject(item) &&
    Object.values(item).every(
      (inner) => inner === null || (Array.isArray(inner) && inner.length === 0),
    );
  return Array.isArray(value) && value.length > 0 && (value as readonly Json[]).every(isEmpty);
}

/** The items of a set in the order in which they are written, which a plan does not keep. */
function inOrderOf(written: Json | undefined, value: Json | undefined): Json | undefined {
  if (!Array.isArray(written) || !Array.isArray(value)) return value;
  const sorted = (list: readonly Json[]): string => list.map(canonical).sort().join();
  return sorted(written as readonly Json[]) === sorted(value as readonly Json[]) ? written : value;
}

/** Longer texts, and deeper ones, are not looked into: all of one is what the plan says of it. */
const LONGEST_TREE = 100_000;
const DEEPEST_TREE = 100;

/** The object or list that a text is as JSON; undefined for anything else. */
function parseTree(text: string): Json | undefined {
  if (text.length > LONGEST_TREE || !/^\s*[[{]/.test(text) || depthOf(text) > DEEPEST_TREE) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How many brackets are open at once, those that stand in strings included. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

/** A function that is given no names, of which a plan does not tell which one: `file` as a rule, surely where its text begins with a path. */
function callOf({ references = [] }: Expression): Lead {
  const isFile = references.some((name) => name.startsWith("path."));
  const text = isFile ? "the content of a file" : "what a function makes";
  const address = isFile ? "file()" : MADE_SOMEHOW;
  return { reference: { text, address, path: [] }, exact: false, sensitive: false };
}

function lengthOf(json: Json | undefined): number {
  return Array.isArray(json) ? json.length : 0;
}

/** Whether a planned block may be one that is written: it has the constants of that. */
function fits(value: Json | undefined, unknown: Json | undefined, written: JsonObject): boolean {
  return Object.keys(written).every((name) => {
    const expression = written[name];
    if (!isExpression(expression) || expression.constant_value === undefined) return true;
    if (markAt(unknown, name) === true) return false;
    const constant = expression.constant_value;
    const planned = member(value, name) ?? null;
    if (constant === null || isObject(constant) || Array.isArray(constant)) return true;
    // A number may be written as text.
    return String(constant) === String(planned);
  });
}

function merged(expressions: readonly (Json | undefined)[]): Json | undefined {
  if (expressions.every(isExpression)) {
    return {
      references: expressions.flatMap((one) => [...(one.references ?? [])]),
    };
  }
  return expressions.flatMap((one) => [...objects(one)]);
}
