import type { JsonObject, TerraformJson } from "../../lib/graph";

/** What is declared beside the triggers: `{ variable: { methods: {} } }`. */
type Beside = Pick<TerraformJson, "variable" | "locals" | "data">;

/** An HTTP trigger with a configuration that is good where `config` does not say otherwise. */
export function http(config: object, more: object = {}): JsonObject {
  const good = { authType: "function", disableURLInternet: false, methods: ["GET"] };
  return withConfig(JSON.stringify({ ...good, ...config }), more);
}

/** An HTTP trigger whose `trigger_config` is as given. */
export function withConfig(config: unknown, more: object = {}): JsonObject {
  return {
    function_name: "orders",
    qualifier: "live",
    trigger_name: "http",
    trigger_type: "http",
    ...(config === undefined ? {} : { trigger_config: config }),
    ...more,
  } as JsonObject;
}

/** An HTTP trigger with a `corsConfig` alone, given as JSON or in Terraform's language. */
export function withCors(cors: unknown): JsonObject {
  return withConfig(
    typeof cors === "string"
      ? `\${jsonencode({ corsConfig = ${cors} })}`
      : JSON.stringify({ corsConfig: cors }),
  );
}

/** A configuration with one trigger, `alicloud_fcv3_trigger.t`. */
export function one(trigger: JsonObject, beside: Beside = {}): TerraformJson {
  return { ...beside, resource: { alicloud_fcv3_trigger: { t: trigger } } };
}

/** The lines of a finding that begin with a label: `got`, `fix`. */
export function linesOf(findings: readonly string[], label: string): readonly string[] {
  return findings.flatMap((finding) =>
    finding
      .split("\n")
      .filter((line) => line.trimStart().startsWith(`${label} `))
      .map((line) => line.trim().slice(label.length).trim()),
  );
}

/** Nothing to say. */
export const SATISFIED = { violated: [], undecided: [] };

/** What people write into `trigger_config` that is none: no rule may stumble over it. */
export const STRANGE_CONFIGS: readonly unknown[] = [
  undefined,
  null,
  "",
  "GET",
  "null",
  "[]",
  "3",
  '"{}"',
  "{}",
  "{",
  "${",
  "${jsonencode(null)}",
  '${jsonencode(["GET"])}',
  true,
  7,
  [],
  {},
  { methods: ["GET"] },
  ...[
    null,
    "",
    "x",
    1,
    true,
    [],
    {},
    [null],
    [[]],
    { keys: null },
    { users: {}, tokens: 1 },
  ].flatMap((value) => [
    JSON.stringify({
      methods: value,
      authType: value,
      authConfig: value,
      disableURLInternet: value,
      corsConfig: value,
    }),
    ...["jwt", "basic", "bearer"].flatMap((authType) =>
      [
        value,
        { jwks: value, tokenLookup: value, claimPassBy: value, whitelist: value },
        { jwks: { keys: [value] }, blacklist: [value] },
        { tokens: value, users: value },
        { tokens: [value], users: [value] },
      ].map((authConfig) => JSON.stringify({ methods: ["GET"], authType, authConfig })),
    ),
  ]),
  ...["constructor", "__proto__", "toString"].map((name) =>
    JSON.stringify({ methods: [name], authType: name, authConfig: { [name]: name } }),
  ),
  '{"authType":"jwt","authConfig":{"jwks":{"keys":[{"kty":"constructor","alg":"toString","__proto__":1}]}}}',
  JSON.stringify({ authType: "jwt", authConfig: "{", __proto__: 1, constructor: 1 }),
];
