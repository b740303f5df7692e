import { existsSync } from "node:fs";
import * as path from "node:path";
import { Testing } from "cdktf";
import {
  ApiApp,
  ApiAuth,
  ApiGatewayFronted,
  ApiGroup,
  ApiRoute,
  BackendSignature,
  GatewayStage,
  IpAccess,
} from "../../lib";
import { type Json, type JsonObject, ResourceGraph, isObject } from "../../lib/graph";
import { references } from "../../lib/graph/expression";
import { RECOMMENDED, judge, readPolicyFile } from "../../lib/policy";
import { conformance } from "../support/conformance";
import { EXAMPLES, synthesised } from "../support/example";
import { orders } from "../support/given";
import {
  type Mutation,
  type Swaps,
  mutationsOf,
  resourcesOf,
  withoutComments,
} from "../support/mutations";
import { stackOf } from "../support/synth";

/**
 * A front that is finished has nothing open but notes; and whatever single thing is taken away or
 * changed in it is named: by the check, or by Terraform, which refuses an argument that is missing or
 * wrong to the provider, and a reference to nothing. What neither names is listed below, with the
 * reason why it is nobody's to name.
 */

/** What nobody names, and the reason why it is nobody's to name. */
type Free = readonly (readonly [what: RegExp, why: string])[];

/** What is as well formed, and wrong: what a person picks from the same list by mistake. */
const SWAPS: Swaps = {
  "cn-hangzhou": ["cn-shanghai"],
  "ap-southeast-1": ["cn-shanghai"],
  "api.example.com": ["www.example.com"],
  "203.0.113.0/24": ["203.0.113.0/33"],
  api: ["www"],
  CNAME: ["A"],
  HTTPS: ["HTTP"],
  GET: ["PATCH"],
  RELEASE: ["TEST"],
  PRE: ["RELEASE", "TEST"],
  http: ["timer"],
  function: ["anonymous", "jwt"],
  HttpTrigger: ["FCEvent"],
  "3.0": ["2.0"],
  FunctionCompute: ["MOCK", "HTTP"],
  "/": ["/other"],
  LATEST: ["latest", "live"],
  APP: ["ANONYMOUS"],
  ANONYMOUS: ["APP"],
  backendSignature: ["trafficControl"],
  ipControl: ["trafficControl"],
  basicAuth: ["trafficControl"],
  "apigateway.aliyuncs.com": ["fc.aliyuncs.com", "*"],
  "fc:InvokeFunction": ["fc:*", "*"],
  "${alicloud_fcv3_function.Hello.function_arn}": ["*"],
  "${var.SignatureAccessKeyId}": ["LTAI5tExampleKeyId"],
  "${var.SignatureAccessKeySecret}": ["4cN7secretsecret"],
  "${var.password}": ["4cN7secretsecret"],
  "${sensitive(var.private_key)}": ["-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"],
  "${alicloud_fcv3_trigger.Http.http_trigger[0].url_intranet}": [
    "${alicloud_fcv3_trigger.Http.http_trigger[0].url_internet}",
    "https://x.cn-shanghai-vpc.fcapp.run",
  ],
  "${alicloud_api_gateway_group.Front_Group.sub_domain}": [
    "203.0.113.10",
    "${alicloud_api_gateway_group.Front_Group_348272AA.vpc_domain}",
  ],
};

/** What the provider looks up in a list of its own, before it calls anybody. */
const RUNTIMES = /^(python3(\.\d+)?|nodejs\d+|java\d+|php7\.2|dotnetcore3\.1|go1|custom.*)$/;

/** What Terraform says before anything is created. */
function refused(json: JsonObject): readonly string[] {
  const resources = resourcesOf(json);
  const declared = new Set([
    ...resources.map(({ address }) => address),
    ...Object.keys((json.variable ?? {}) as JsonObject).map((name) => `var.${name}`),
  ]);
  const named = textsIn(json.resource!).flatMap((text) =>
    references(text).map(({ address }) => address),
  );
  const dependsOn = resources.flatMap(({ body }) => (body.depends_on ?? []) as string[]);
  const attachments = resources.filter(({ type }) =>
    /^alicloud_api_gateway_(app|plugin)_attachment$/.test(type),
  );
  const functions = resources.filter(({ type }) => type === "alicloud_fcv3_function");
  return [
    ...conformance(json as never),
    ...[...named, ...dependsOn]
      .filter((address) => /^(alicloud_|var\.)|^other$|^$/.test(address))
      .filter((address) => !declared.has(address)),
    ...attachments
      .map(({ body }) => String(body.stage_name))
      .filter((stage) => !/^(PRE|RELEASE|TEST)$/.test(stage)),
    ...functions
      .map(({ body }) => String(body.runtime))
      .filter((runtime) => !RUNTIMES.test(runtime)),
  ];
}

function textsIn(json: Json): readonly string[] {
  if (typeof json === "string") return [json];
  return isObject(json) || Array.isArray(json)
    ? Object.values(json).flatMap((item) => textsIn(item!))
    : [];
}

/** A front in a group that others have too: each of its APIs has its own plugins, on two stages. */
function shared(): JsonObject {
  const stack = stackOf("shared");
  const app = new ApiApp(stack, "Partner", { appName: "acme_partner" });
  new ApiGatewayFronted(stack, "Front", {
    target: orders(stack),
    existingGroup: new ApiGroup(stack, "Group"),
    stages: [GatewayStage.RELEASE, GatewayStage.PRE],
    routes: [ApiRoute.get("/orders/[id]"), ApiRoute.post("/orders", { plugins: [OFFICE] })],
    backendSignature: BackendSignature.fromVariables(stack, "Signature"),
    protect: [ApiAuth.app(app)],
  });
  return JSON.parse(Testing.synth(stack)) as JsonObject;
}

const OFFICE = IpAccess.allow("203.0.113.0/24");

const example = (name: string) => (): JsonObject =>
  JSON.parse(Object.values(synthesised(name))[0]) as JsonObject;

interface Case {
  readonly name: string;
  readonly make: () => JsonObject;
  /** The resources that are changed. */
  readonly types: RegExp;
  readonly least: number;
  readonly open: readonly string[];
  readonly free: Free;
}

const FRONT: Free = [
  [
    /^alicloud_(api_gateway_group|fcv3_trigger)\.\S+ removed$/,
    "with it goes all that needs it: nothing is left that leads to a function",
  ],
  [/ (\w+_)?name is "other"$|\.username is "other"$/, "a name is the user's own"],
  [/_api\.\S+ description is "other"$/, "so is a description"],
  [
    /_api\.\S+ depends_on/,
    "either order is right: while an attachment is missing, the trigger turns unsigned calls away",
  ],
  [
    /_attachment\.\S+ depends_on/,
    "one after another is a precaution: that the service locks a group or an API is not documented",
  ],
  [/\.arn_role is ""$/, "without a role the signature alone says who calls"],
  [/\.arn_role is "other"$/, "the provider's own tests give the bare name of a role"],
  [/\.timeout is \d+000000$/, "the longest timeout is not published"],
  [/authType is "anonymous"$/, "the walk-through's own choice, behind the gateway's signature"],
  [/base_path (removed|is "\/other")$/, "the service's default is /, and paths are the user's own"],
  [
    /_trigger\.\S+ function_name (is ""|leads to Elsewhere)$/,
    "it may be a function elsewhere, whose name is not known yet, or another one",
  ],
];

const AT_LATEST: Free = [
  [/qualifier is "(other|live)"$/, "it may be an alias that is declared elsewhere"],
];

const WITH_APPS: Free = [
  [/_app_attachment\.\S+ app_id is "(other)?"$/, "it may be an app elsewhere"],
  [
    /_app_attachment\.\S+ group_id /,
    "the API's id is its own: what the service makes of another group beside it is not documented",
  ],
  [/_app\.\S+ name is ""$/, "what an app may be called is not documented"],
  [/auth_type is "ANONYMOUS"$/, "a plugin turns callers away too"],
];

/** Of a route with a parameter in its path. */
const WITH_PARAMETER: Free = [
  [
    /request_parameters \[0\] \.(in_service|name_service|required|type) /,
    "what the gateway makes of parameters that it passes through is not documented",
  ],
];

const cases: readonly Case[] = [
  {
    name: "fronted",
    make: example("fronted"),
    types: /^/,
    least: 350,
    open: ["note api-gateway/logging", "note function/logging"],
    free: [
      ...FRONT,
      ...AT_LATEST,
      [/^alicloud_(fcv3_function|api_gateway_api)\.\S+ removed$/, "neither is a front without it"],
      [/^alicloud_alidns_record\.\S+ removed$/, "the zone may be kept elsewhere"],
      [/Hello (code \.zip_file|handler) is "other"$/, "the code and its entry are the user's own"],
      [/Hello function_name removed$/, "the provider makes a name"],
      [/\.path is "\/other"$/, "so are paths"],
      [/methods \[\d\] removed$/, "the API forwards GET only: the others are for other callers"],
      [
        /^alicloud_ram_.* (policy_document|assume_role_policy_document) .*(fc:\*|\*|fc\.aliyuncs\.com)"$/,
        "no rule reads what RAM lets whom do: it can be more than this in policies elsewhere too",
      ],
      [/^alicloud_ram_/, "that a role may do less, or nothing, shows at the first call"],
      [/\.NoEcho /, "who may read the stack in ROS is for RAM to say"],
      [/ template_body /, "the grammar of templates is the other service's"],
      [/ parameters \[[012]\] /, "which parameters a template needs is its grammar too"],
      [
        /parameters \[3\] (removed|\.parameter_key|\.parameter_value is "")/,
        "so is that the key is one of them",
      ],
      [/parameters \[3\] \.parameter_value without sensitive\(\)$/, "the variable is sensitive"],
      [/^var\.private_key is not sensitive$/, "it is used as something sensitive"],
      [/^var\.certificate is not sensitive$/, "everybody who calls gets the certificate"],
      [
        / (disable_rollback|timeout_in_minutes|lifecycle|stack_name) /,
        "how ROS goes about it is the other service's",
      ],
    ],
  },
  {
    name: "fronted-partners",
    make: example("fronted-partners"),
    types: /^alicloud_(api_gateway_|fcv3_trigger)/,
    least: 250,
    open: ["note api-gateway/logging", "note function/logging"],
    free: [
      ...FRONT,
      ...WITH_PARAMETER,
      ...WITH_APPS,
      [/_api\.\S+ removed$/, "the other API is whole without it"],
      [
        /(_app\.Retailer removed|_GET_\S+ (removed|api_id .*|stage_name .*|app_id leads to \w+))$/,
        "the other app may still call",
      ],
      [/_PUT_\S+ app_id leads to Retailer$/, "which app may call is the user's own"],
      [/IpControl\S* (removed$|group_id )/, "apps sign: this is beside it"],
      [/TrafficControl\S* (removed$|group_id |plugin_data )/, "how many calls is the user's own"],
      [/blocks \[\d\] removed$/, "so is from where"],
    ],
  },
  {
    name: "fronted-stages",
    make: example("fronted-stages"),
    types: /^alicloud_(api_gateway_|fcv3_trigger)/,
    least: 250,
    open: ["note api-gateway/logging", "note function/logging"],
    free: [
      ...FRONT,
      ...WITH_PARAMETER,
      ...AT_LATEST,
      [
        /_api\.\S+ (removed$|stage_names )/,
        "to which stages an API is published is the user's own, where it is protected on them",
      ],
      [
        /((BasicAuth|IpControl)-PRE\S*|_plugin\.Front_IpControl\S*) (removed$|group_id |stage_name )/,
        "of the two that turn callers away on PRE one is left",
      ],
      [/BasicAuth-RELEASE\S* plugin_id leads to Front_IpControl/, "it turns callers away too"],
    ],
  },
  {
    name: "shared",
    make: shared,
    types: /^alicloud_(api_gateway_|fcv3_trigger)/,
    least: 250,
    open: ["warning api-gateway/default-domain", "note api-gateway/logging"],
    free: [
      ...FRONT,
      ...WITH_PARAMETER,
      ...AT_LATEST,
      ...WITH_APPS,
      [/_api\.\S+ removed$/, "the other API is whole without it"],
      [/_api\.\S+ group_id is "(other)?"$/, "it may be of a group elsewhere"],
      [/IpControl\S* (removed$|api_id )/, "apps sign: this is beside it"],
    ],
  },
];

describe.each(cases)("$name", ({ name, make, types, least, open, free }) => {
  const file = path.join(EXAMPLES, name, "frontdoor.yaml");
  const policy = existsSync(file) ? readPolicyFile(file) : RECOMMENDED;
  const original = withoutComments(make()) as JsonObject;
  const before = said(original);

  /** What is said of a configuration: `error api-gateway/region alicloud_api_gateway_api.Api …`. */
  function said(json: JsonObject): readonly string[] {
    const graph = new ResourceGraph([{ stack: name, json }]);
    const { findings, undecided, failures } = judge(graph, policy, { date: "2026-11-22" });
    if (failures.length > 0) throw new Error(failures[0].message);
    return [
      ...findings
        .filter(({ resource }) => !resource.endsWith(".Elsewhere"))
        .map(({ level, rule, resource, got }) => `${level} ${rule} ${resource}: ${got}`),
      ...undecided.map(({ rule, resource, needs }) => `undecided ${rule} ${resource}: ${needs}`),
    ];
  }

  test("has this open, and nothing else", () => {
    expect(before.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(open);
  });

  // What is judged is the JSON, and all variants write the same.
  if (CDKTF_VARIANT !== "cdktf") return;
  const all = [...mutationsOf(original, SWAPS, types), ...unhidden(original)];
  const silent = all
    .filter(({ json }) => refused(json).length === 0)
    .filter(({ json }) => said(json).every((line) => before.includes(line)))
    .map(({ name }) => name);

  test("whatever is taken away or changed is named, or free", () => {
    expect(all.length).toBeGreaterThan(least);
    expect(silent.filter((name) => !free.some(([what]) => what.test(name)))).toEqual([]);
  });

  test.each(free)("is free by a reason that is needed: %s", (what) => {
    expect(silent.filter((name) => what.test(name))).not.toEqual([]);
  });
});

/** A private key from a variable that is not sensitive, and not marked as such where it is used. */
function unhidden(json: JsonObject): readonly Mutation[] {
  const text = JSON.stringify(json).replace("${sensitive(var.private_key)}", "${var.private_key}");
  const other = JSON.parse(text) as JsonObject;
  if (!text.includes("${var.private_key}")) return [];
  const variable = { ...(other.variable as JsonObject), private_key: { type: "string" } };
  return [
    { name: "var.private_key neither sensitive nor used as such", json: { ...other, variable } },
  ];
}
