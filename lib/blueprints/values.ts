import { Token } from "cdktf";
import { Construct } from "constructs";

/** What is known of a value as text: the text; undefined where it has none; `unknown` where Terraform gives it. */
export type Text = string | undefined | typeof UNKNOWN;

/** Known only when Terraform runs. */
export const UNKNOWN = Symbol("unknown");

/** What stands for a value in a bound: an enum's text, a number, a runtime's name, an authentication's type. */
export function textOf(value: unknown): Text {
  if (Token.isUnresolved(value)) return UNKNOWN;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { authType, stageName, pluginType, runtimeClass, name } = value as Naming;
  const text =
    authType ?? stageName ?? pluginType ?? (runtimeClass === undefined ? undefined : name);
  return text === undefined ? undefined : textOf(text);
}

interface Naming {
  readonly authType?: unknown;
  readonly stageName?: unknown;
  readonly pluginType?: unknown;
  readonly runtimeClass?: unknown;
  readonly name?: unknown;
}

/** The texts of a value: of a list those of its items. */
export function textsOf(value: unknown): readonly Text[] {
  if (Token.isUnresolved(value)) return [UNKNOWN];
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

/** Whether two values are the same, whatever made them; undefined where that is not known at synth. */
export function isSame(a: unknown, b: unknown): boolean | undefined {
  if (Object.is(a, b)) return true;
  if (Token.isUnresolved(a) || Token.isUnresolved(b)) return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  // Its tree has no end.
  if (Construct.isConstruct(a) || Construct.isConstruct(b)) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [one, other] = [membersOf(a), membersOf(b)];
  const keys = new Set([...one.keys(), ...other.keys()]);
  const answers = [...keys].map((key) => isSame(one.get(key), other.get(key)));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/**
 * Of an authentication what it is written as, since it is made of functions; of a layer and a session
 * affinity what was given, of which their functions are made.
 */
function membersOf(value: object): ReadonlyMap<string, unknown> {
  const { authType, _config } = value as { authType?: unknown; _config?: () => unknown };
  const shown =
    typeof _config === "function" ? { authType, config: _config.call(value) } : { ...value };
  const isMade = "given" in value;
  const members = Object.entries(shown).filter(([, item]) => item !== undefined && item !== null);
  return new Map(members.filter(([, item]) => !isMade || typeof item !== "function"));
}
