import type { Json, JsonObject, TerraformJson } from "../../lib/graph";
import type { Rule } from "../../lib/rules";
import { type Judged, judged } from "./rule";

/** Nothing to say. */
export const SATISFIED: Judged = { violated: [], undecided: [] };

/** A configuration with one function that nothing is wrong with, and what a test changes of it; null takes an argument away. */
export function withFunction(args: JsonObject, more: TerraformJson = {}): TerraformJson {
  const function_: Record<string, Json | undefined> = {
    function_name: "orders",
    runtime: "nodejs20",
    handler: "index.handler",
    code: { oss_bucket_name: "artifacts", oss_object_name: "orders.zip" },
    ...args,
  };
  return {
    ...more,
    resource: { ...more.resource, alicloud_fcv3_function: { f: function_ } },
  };
}

/** What a rule says of one function. */
export function judgedFunction(rule: Rule, args: JsonObject, more?: TerraformJson): Judged {
  return judged(rule, withFunction(args, more));
}

/** The value after `got` of each finding. */
export function got(rule: Rule, args: JsonObject, more?: TerraformJson): readonly string[] {
  return judgedFunction(rule, args, more).violated.map(
    (text) => /^ {2}got +(.*)$/m.exec(text)?.[1] ?? "",
  );
}

/** Values of the wrong kind, and such as no rule should stumble over. */
export const STRANGE: readonly Json[] = [
  null,
  "",
  "text",
  "${",
  "${nothing.of.this}",
  -1,
  0.5,
  1e300,
  true,
  [],
  [null],
  [[]],
  ["a"],
  [{}],
  {},
  { a: { b: [1] } },
];
