import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Json, type JsonObject, ResourceGraph, blocks, isObject } from "../../lib/graph";
import { judge, readPolicyFile } from "../../lib/policy";
import { conformance } from "../support/conformance";
import { EXAMPLES, synthesised } from "../support/example";

/**
 * The vendor's walk-through, finished, has nothing open but notes; and whatever single thing is
 * taken away or changed in it is named: by the check, or by Terraform, which refuses an argument
 * that is missing or wrong to the provider, and a reference to nothing. What neither names is listed
 * below, with the reason why it is nobody's to name.
 */
const policy = readPolicyFile(path.join(EXAMPLES, "fronted/frontdoor.yaml"));
const [text] = Object.values(synthesised("fronted"));
const original = withoutComments(JSON.parse(text)) as JsonObject;

const FREE: readonly (readonly [what: RegExp, why: string])[] = [
  [
    /^alicloud_(fcv3_function\.Hello|fcv3_trigger\.Http|api_gateway_group\.Group|api_gateway_api\.Api) removed$/,
    "with it goes all that needs it: nothing is left that leads to a function",
  ],
  [/ (stack_name|trigger_name|plugin_name|function_name|name) /, "a name is the user's own"],
  [/Api description is "other"$/, "so is a description"],
  [/Hello (code \.zip_file|handler) is "other"$/, "the code and its entry are the user's own"],
  [/(path|base_path|\.path) is "\/other"$/, "so are paths"],
  [/base_path removed$/, "the service's default is /, as the walk-through has it"],
  [/methods \[\d\] removed$/, "the API forwards GET only: the others are for other callers"],
  [/authType is "anonymous"$/, "the walk-through's own choice, behind the gateway's signature"],
  [/\.timeout is 10000000$/, "the longest timeout is not published"],
  [/\.arn_role is "other"$/, "the provider's own tests give the bare name of a role"],
  [/(group_id|function_name) is "(other)?"$/, "it may be of a group or function elsewhere"],
  [/qualifier is "(other|live)"$/, "it may be an alias that is declared elsewhere"],
  [
    /template_body .*(\.Type|FormatVersion|Parameters)/,
    "the grammar of templates is the other service's",
  ],
];

function withoutComments(json: Json): Json {
  if (Array.isArray(json)) return json.map(withoutComments);
  if (!isObject(json)) return json;
  const kept = Object.entries(json).filter(([key]) => key !== "//");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutComments(value!)]));
}

/** What is said of a configuration: `error api-gateway/region alicloud_api_gateway_api.Api …`. */
function said(json: JsonObject): readonly string[] {
  const graph = new ResourceGraph([{ stack: "fronted", json }]);
  const { findings, undecided, failures } = judge(graph, policy, { date: "2026-11-22" });
  if (failures.length > 0) throw new Error(failures[0].message);
  return [
    ...findings.map(({ level, rule, resource, got }) => `${level} ${rule} ${resource}: ${got}`),
    ...undecided.map(({ rule, resource, needs }) => `undecided ${rule} ${resource}: ${needs}`),
  ];
}

/** What the provider looks up in a list of its own, before it calls anybody (domain.md, C4). */
const RUNTIMES = /^(python3(\.\d+)?|nodejs\d+|java\d+|php7\.2|dotnetcore3\.1|go1|custom.*)$/;

/** What Terraform says before anything is created. */
function refused(json: JsonObject): readonly string[] {
  const declared = new Set([
    ...resourcesOf(json).map(({ address }) => address),
    ...Object.keys(json.variable as JsonObject).map((name) => `var.${name}`),
  ]);
  const resources = resourcesOf(json);
  const named = JSON.stringify(json.resource).match(/\b(alicloud_\w+|var)\.\w+/g) ?? [];
  const dependsOn = resources.flatMap(({ body }) => (body.depends_on ?? []) as string[]);
  const runtime = resources.find(({ address }) => address === "alicloud_fcv3_function.Hello");
  return [
    ...conformance(json as never),
    ...[...named, ...dependsOn].filter((address) => !declared.has(address)),
    ...(runtime && !RUNTIMES.test(String(runtime.body.runtime)) ? ["runtime"] : []),
  ];
}

function resourcesOf(json: JsonObject) {
  return Object.entries(json.resource as JsonObject).flatMap(([type, named]) =>
    Object.entries(named as JsonObject).flatMap(([name, block]) =>
      blocks(block).map((body) => ({ type, name, address: `${type}.${name}`, body })),
    ),
  );
}

/** A value without something in it, or with something else; undefined where it is gone. */
type Change = readonly [name: string, value: Json | undefined];

/** Every single thing that can be taken away from a value, or changed in it. */
function* changes(value: Json): Iterable<Change> {
  yield ["removed", undefined];
  const inner = treeIn(value);
  if (inner) {
    for (const [name, changed] of changes(inner.tree)) {
      if (changed !== undefined) yield [name, inner.write(changed)];
    }
  } else if (Array.isArray(value)) {
    yield ["empty", []];
    for (const [index, item] of value.entries()) {
      for (const [name, changed] of changes(item)) {
        const with_ = changed === undefined ? [] : [changed];
        const list = [...value.slice(0, index), ...with_, ...value.slice(index + 1)];
        if (list.length > 0) yield [`[${index}] ${name}`, list];
      }
    }
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      for (const [name, changed] of changes(item!)) {
        yield [`.${key} ${name}`, withMember(value, key, changed)];
      }
    }
  } else if (typeof value === "boolean") {
    yield [`is ${!value}`, !value];
  } else if (typeof value === "number") {
    for (const other of [0, value * 1000]) yield [`is ${other}`, other];
  } else if (typeof value === "string") {
    for (const other of ["", "other", ...(SWAPS[value] ?? [])]) yield [`is "${other}"`, other];
  }
}

/** The JSON in the text of an argument, which may be written by `jsonencode`. */
function treeIn(value: Json): { tree: Json; write: (tree: Json) => string } | undefined {
  if (typeof value !== "string") return undefined;
  const call = /^\$\{jsonencode\(\{(.*)\}\)\}$/s.exec(value)?.[1];
  if (call !== undefined) {
    const tree = Object.fromEntries(call.split(", ").map((member) => member.split(" = ")));
    const write = (changed: Json): string => {
      const members = Object.entries(changed as JsonObject).map(([key, item]) => {
        const expression = /^("|var\.)/.test(String(item)) ? item : JSON.stringify(item);
        return `${key} = ${expression}`;
      });
      return `\${jsonencode({${members.join(", ")}})}`;
    };
    return { tree, write };
  }
  if (!value.startsWith("{")) return undefined;
  try {
    return { tree: JSON.parse(value), write: JSON.stringify };
  } catch {
    return undefined;
  }
}

/** What is as well formed, and wrong: what a person picks from the same list by mistake. */
const SWAPS: Readonly<Record<string, readonly string[]>> = {
  "cn-hangzhou": ["cn-shanghai"],
  "api.example.com": ["www.example.com"],
  "203.0.113.0/24": ["203.0.113.0/33"],
  api: ["www"],
  CNAME: ["A"],
  HTTPS: ["HTTP"],
  GET: ["PATCH"],
  RELEASE: ["TEST"],
  http: ["timer"],
  function: ["anonymous", "jwt"],
  HttpTrigger: ["FCEvent"],
  "3.0": ["2.0"],
  FunctionCompute: ["MOCK", "HTTP"],
  "/": ["/other"],
  LATEST: ["latest", "live"],
  backendSignature: ["trafficControl"],
  ipControl: ["trafficControl"],
  "var.signature_secret": ['"4cN7secretsecret"'],
  "${alicloud_fcv3_trigger.Http.http_trigger[0].url_intranet}": [
    "${alicloud_fcv3_trigger.Http.http_trigger[0].url_internet}",
    "https://x.cn-shanghai-vpc.fcapp.run",
  ],
  "${alicloud_api_gateway_group.Group.sub_domain}": [
    "203.0.113.10",
    "${alicloud_api_gateway_group.Group.vpc_domain}",
  ],
};

interface Mutation {
  readonly name: string;
  readonly json: JsonObject;
}

function* mutations(): Iterable<Mutation> {
  for (const { type, name, address, body } of resourcesOf(original)) {
    yield { name: `${address} removed`, json: without(address) };
    for (const [argument, value] of Object.entries(body)) {
      for (const [how, changed] of changes(value!)) {
        if (isDeepStrictEqual(changed, value)) continue;
        const json = withResource(original, type, name, withMember(body, argument, changed));
        yield { name: `${address} ${argument} ${how}`, json };
      }
    }
  }
  for (const [name, body] of Object.entries(original.variable as JsonObject)) {
    const variable = {
      ...(original.variable as JsonObject),
      [name]: { ...(body as JsonObject), sensitive: false },
    };
    yield { name: `var.${name} is not sensitive`, json: { ...original, variable } };
  }
  yield {
    name: "another region of the provider",
    json: { ...original, provider: { alicloud: [{ region: "cn-shanghai" }] } },
  };
}

/** An object with another member, or without it. */
function withMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const others = Object.entries(object).filter(([other]) => other !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

function withResource(
  json: JsonObject,
  type: string,
  name: string,
  body: JsonObject | undefined,
): JsonObject {
  const resource = json.resource as JsonObject;
  const named = withMember(resource[type] as JsonObject, name, body);
  return { ...json, resource: { ...resource, [type]: named } };
}

/** The configuration without a resource, and without what is nothing without it. */
function without(address: string): JsonObject {
  let json = original;
  const gone = [address];
  for (const at of gone) {
    const [type, name] = at.split(".");
    json = withResource(json, type, name, undefined);
    for (const { address: user, body } of resourcesOf(json)) {
      const refers = new RegExp(`\\b${at}\\b`).test(JSON.stringify(body));
      if (refers && !gone.includes(user)) gone.push(user);
    }
  }
  return json;
}

const before = said(original);

test("the finished walk-through has two notes, and nothing else", () => {
  expect(before).toEqual([
    "note api-gateway/logging alicloud_api_gateway_group.Group: no user_log_config, and no alicloud_api_gateway_log_config in its region",
    "note function/logging alicloud_fcv3_function.Hello: no log_config",
  ]);
});

describe("whatever is taken away or changed", () => {
  const all = [...mutations()];
  const silent = all
    .filter(({ json }) => refused(json).length === 0)
    .filter(({ json }) => said(json).every((line) => before.includes(line)))
    .map(({ name }) => name);

  test("is named, or free", () => {
    expect(all.length).toBeGreaterThan(200);
    expect(silent.filter((name) => !FREE.some(([what]) => what.test(name)))).toEqual([]);
  });

  test.each(FREE)("is free by a reason that is needed: %s", (what) => {
    expect(silent.filter((name) => what.test(name))).not.toEqual([]);
  });
});
