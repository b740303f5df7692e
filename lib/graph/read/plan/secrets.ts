import { createHash } from "node:crypto";
import { withoutModule } from "../../module-path";
import type { Json } from "../../terraform-json";
import { isObject } from "../../terraform-json";
import { type Origin, type Reference, LITERAL, Value } from "../../value";

/** Something known that a JSON text is made of. */
export interface Ingredient {
  readonly reference: Reference;
  /** Its value; undefined where the plan does not tell it. */
  readonly value: Json | undefined;
  readonly sensitive: boolean;
  /** The variable whose default it is. */
  readonly defaults: readonly string[];
}

/** The address of what a plan does not say the making of: rules on secrets take it as undecided. */
export const MADE_SOMEHOW = "function()";

/** A text shorter than this stands in other texts by chance. */
const DISTINCT_LENGTH = 6;

/**
 * What is in a JSON text. A plan has the text as one: it does not tell which part came from
 * where, and marks all of it as sensitive when a part is. So parts are told by their values:
 *
 * - a part with the text of a sensitive ingredient in it is that ingredient,
 * - the rest is shown only where every sensitive ingredient was found, so that none is left to be
 *   somewhere in another form, and where nothing was used of which the plan has no value,
 * - any other part is taken as sensitive. Where a local may have put it there, it may as well be a
 *   literal: then nothing but that is told of where it comes from.
 *
 * @param marked the plan marks the text as sensitive
 */
export function treeOf(json: Json, ingredients: readonly Ingredient[], marked: boolean): Value {
  const secrets = ingredients.filter(({ sensitive }) => sensitive);
  const plain = ingredients.filter(({ sensitive }) => !sensitive);
  const leaves = leavesOf(json);
  const found = secrets.every((ingredient) =>
    textsOf(ingredient.value).every((text) => leaves.some((leaf) => leaf.includes(text))),
  );
  const told =
    found &&
    (!marked || secrets.length > 0) &&
    ingredients.every(({ value, sensitive }) => value !== undefined || (!marked && !sensitive));
  const counts = countsOf(json);
  return new Tree(secrets, plain, told || !marked, counts).value(json);
}

class Tree {
  /** Of what has a secret in it. */
  private readonly hidden: Origin;
  /** Of what is no ingredient's, where that is not told. */
  private readonly rest: Origin;
  private readonly forms: readonly (readonly [Ingredient, readonly string[]])[];

  public constructor(
    secrets: readonly Ingredient[],
    private readonly plain: readonly Ingredient[],
    /** What is no ingredient's is not sensitive. */
    private readonly told: boolean,
    private readonly counts: ReadonlyMap<string, number>,
  ) {
    // What the plan has no value of may be what is sensitive.
    const open = [...secrets, ...plain.filter(({ value }) => value === undefined)];
    this.hidden = originOf(open, true);
    const doubtful = plain.filter(mayHoldLiterals);
    this.rest = doubtful.length > 0 ? originOf(doubtful.map(doubt), true) : this.hidden;
    this.forms = secrets.map((secret) => [secret, textsOf(secret.value).flatMap(formsOf)]);
  }

  public value(json: Json | undefined): Value {
    if (json === null || json === undefined || typeof json === "boolean") {
      return Value.of(json, this.told ? this.plainOrigin(json) : LITERAL);
    }
    if (Array.isArray(json)) {
      return Value.list(
        json.map((item) => this.value(item)),
        this.plainOrigin(json),
      );
    }
    if (isObject(json)) {
      const names = Object.keys(json);
      const isSecret = names.some((name) => this.secretsIn(name).length > 0);
      return Value.object(
        names.map((name) => [name, this.value(json[name])]),
        isSecret ? this.hidden : this.plainOrigin(json),
      );
    }
    const inside = this.secretsIn(String(json));
    if (inside.length > 0) return Value.of(json, originOf(inside, true));
    return Value.of(json, this.told ? this.plainOrigin(json) : this.rest);
  }

  private secretsIn(leaf: string): readonly Ingredient[] {
    const text = leaf.toLowerCase();
    return this.forms
      .filter(([, forms]) => forms.some((form) => text.includes(form)))
      .map(([secret]) => secret);
  }

  /** Whose value it surely is, in whole; a value that stands there twice may be somebody else's. */
  private plainOrigin(json: Json | undefined): Origin {
    const key = canonical(json);
    const isDistinct = typeof json === "string" && json.length >= DISTINCT_LENGTH;
    if (!isDistinct && this.counts.get(key) !== 1) return LITERAL;
    const from = this.plain.filter(({ value }) => value !== undefined && canonical(value) === key);
    if (from.length > 0) return originOf(from, false);
    if (!isDistinct) return LITERAL;
    const within = this.plain.filter(
      ({ value }) =>
        typeof value === "string" && value.length >= DISTINCT_LENGTH && json.includes(value),
    );
    return within.length > 0 ? originOf(within, false) : LITERAL;
  }
}

/** A local, an output of a module: a plan has no value of it, and does not say what is in it. */
function mayHoldLiterals({ reference, value }: Ingredient): boolean {
  return value === undefined && /^(local|module)\./.test(withoutModule(reference.address));
}

/** Something that was made in a way that is not known: of a literal, or of a secret. */
function doubt(ingredient: Ingredient): Ingredient {
  const { text } = ingredient.reference;
  return { ...ingredient, reference: { text, address: MADE_SOMEHOW, path: [] } };
}

/** The origin of what is made of these. */
export function originOf(ingredients: readonly Ingredient[], sensitive: boolean): Origin {
  if (ingredients.length === 0) return sensitive ? { ...LITERAL, sensitive } : LITERAL;
  // A secret is in the configuration only where none of what it is made of was given.
  const isDefault = !sensitive || ingredients.every(({ defaults }) => defaults.length > 0);
  return {
    references: ingredients.map(({ reference }) => reference),
    sensitive,
    defaults: isDefault ? [...new Set(ingredients.flatMap(({ defaults }) => defaults))] : [],
    declaredBy: [],
  };
}

/** The texts in a value that are to be found again. Nothing is too short to be a secret but nothing itself. */
export function textsOf(json: Json | undefined): readonly string[] {
  return leavesOf(json).filter((leaf) => leaf !== "");
}

/** Forms in which a secret is written that give it away. */
function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const digests = ["md5", "sha1", "sha256", "sha512"].map((algorithm) =>
    createHash(algorithm).update(bytes).digest(),
  );
  return [
    text,
    ...[bytes, ...digests].flatMap((form) => [form.toString("base64"), form.toString("hex")]),
    // A half of a character cannot be written so.
    encodeURIComponent(text.replace(/[\ud800-\udfff]/g, "")),
  ]
    .filter((form) => form !== "")
    .map((form) => form.toLowerCase());
}

function leavesOf(json: Json | undefined): readonly string[] {
  if (typeof json === "string") return [json];
  if (typeof json === "number") return [String(json)];
  if (Array.isArray(json)) return json.flatMap(leavesOf);
  return isObject(json) ? Object.values(json).flatMap(leavesOf) : [];
}

function countsOf(json: Json | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (at: Json | undefined): void => {
    const key = canonical(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (Array.isArray(at)) at.forEach(visit);
    else if (isObject(at)) Object.values(at).forEach(visit);
  };
  visit(json);
  return counts;
}

/** A text that two values share exactly when they are the same. */
export function canonical(json: Json | undefined): string {
  if (Array.isArray(json)) return `[${json.map(canonical).join(",")}]`;
  if (isObject(json)) {
    return `{${Object.keys(json)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(json[key])}`)
      .join(",")}}`;
  }
  return JSON.stringify(json ?? null);
}
