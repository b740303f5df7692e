import { type Json, type JsonObject, isObject } from "../terraform-json";

/** How many labels stand between the key of a block and its body. */
const LABELS: Readonly<Record<string, number>> = {
  data: 2,
  locals: 0,
  module: 1,
  output: 1,
  provider: 1,
  resource: 2,
  terraform: 0,
  variable: 1,
};

/** What stands where a block is expected. */
export interface Declaration {
  /** The keys that lead to it: `["resource", "alicloud_fcv3_trigger", "a"]`. */
  readonly path: readonly string[];
  /** Its body. */
  readonly body?: JsonObject;
  /** What it is instead of a body. */
  readonly problem?: string;
}

/** The blocks of a configuration, in order, as far as the graph reads them. */
export function* declarations(part: JsonObject): Iterable<Declaration> {
  for (const [key, labels] of Object.entries(LABELS)) {
    if (Object.hasOwn(part, key)) yield* declared(part[key], [key], labels);
  }
}

function* declared(
  json: Json | undefined,
  path: readonly string[],
  labels: number,
): Iterable<Declaration> {
  // Null is no block, which Terraform allows.
  if (json === null || json === undefined) return;
  for (const item of Array.isArray(json) ? (json as readonly Json[]) : [json]) {
    if (!isObject(item)) {
      const what = item === null ? "null" : Array.isArray(item) ? "a list" : `a ${typeof item}`;
      yield { path, problem: `${path.join(".")} is ${what}, not an object` };
    } else if (labels === 0) {
      yield { path, body: item };
    } else {
      for (const label of Object.keys(item)) {
        if (label !== "//") yield* declared(item[label], [...path, label], labels - 1);
      }
    }
  }
}
