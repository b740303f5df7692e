import { type Json, type JsonObject, blocks, isObject } from "../terraform-json";
import { SHOW } from "./text";

/** What a JSON file turns out to be, by its content: a name says nothing. */
export type Kind =
  | { readonly is: "configuration"; readonly parts: readonly JsonObject[] }
  | { readonly is: "plan"; readonly json: JsonObject }
  | { readonly is: "other"; readonly message: string; readonly fix: string };

/** The blocks at the top of a configuration. */
const BLOCKS: ReadonlySet<string> = new Set([
  "action",
  "check",
  "data",
  "ephemeral",
  "import",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
]);

const GIVE = "give a Terraform configuration or plan in JSON";

/** What people hand over for a configuration or a plan, by keys that it has. */
const OTHERS: readonly {
  readonly keys: readonly string[];
  readonly message: string;
  readonly fix: string;
}[] = [
  {
    keys: ["format_version", "values"],
    message: "it is a state, not a plan",
    fix: `make a plan with -out PLAN, then: ${SHOW}`,
  },
  {
    keys: ["lineage", "serial"],
    message: "it is a state file, not a configuration",
    fix: "give the configuration, or a plan",
  },
  {
    keys: ["format_version"],
    message: "it has neither planned_values nor resource_changes, so it is no plan",
    fix: `make a plan with -out PLAN, then: ${SHOW}`,
  },
  {
    keys: ["stacks", "version"],
    message: "it is the manifest of a folder of stacks",
    fix: "give the folder",
  },
];

/** Tells a configuration from a plan, and both from other JSON. */
export function kindOf(json: unknown): Kind {
  if (!isObject(json)) {
    // Terraform reads a list of bodies too.
    const items = Array.isArray(json) ? (json as readonly Json[]) : [];
    const parts = blocks(items);
    if (parts.length === items.length && parts.some(isConfiguration)) {
      return { is: "configuration", parts };
    }
    const what = json === null ? "null" : Array.isArray(json) ? "a list" : `a ${typeof json}`;
    return other(`it is ${what}, not a Terraform configuration`);
  }
  const has = (key: string): boolean => Object.hasOwn(json, key);
  if (has("format_version") && (has("planned_values") || has("resource_changes"))) {
    return { is: "plan", json };
  }
  const known = OTHERS.find(({ keys }) => keys.every(has));
  if (known && !isConfiguration(json)) return other(known.message, known.fix);
  if (isConfiguration(json)) return { is: "configuration", parts: [json] };
  const keys = Object.keys(json);
  const names = keys.slice(0, 3).map((key) => JSON.stringify(key));
  const more = keys.length > names.length ? " and more" : "";
  return other(
    keys.length === 0
      ? "there is nothing in it"
      : `it is not a Terraform configuration: at its top are ${names.join(", ")}${more}`,
  );
}

/** Its top-level keys that Terraform does not know. */
export function strangeKeys(part: JsonObject): readonly string[] {
  return Object.keys(part).filter((key) => key !== "//" && !BLOCKS.has(key));
}

function isConfiguration(json: JsonObject): boolean {
  return Object.keys(json).some((key) => BLOCKS.has(key) && typeof json[key] === "object");
}

function other(message: string, fix = GIVE): Kind {
  return { is: "other", message, fix };
}
