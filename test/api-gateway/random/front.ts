import * as fc from "fast-check";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import {
  ApiApp,
  ApiAuth,
  ApiGatewayFronted,
  type ApiGatewayFrontedProps,
  ApiGroup,
  type ApiRouteProps,
  BackendSignature,
  DomainBinding,
  DomainCertificate,
  DomainDns,
  Duration,
  GatewayBackend,
  type GatewayDomain,
  GatewayMethod,
  GatewayRole,
  GatewayStage,
  HttpAuth,
  HttpMethods,
  HttpTrigger,
  type IApiApp,
  type IQualifiedFunction,
  RequestBodyFormat,
  RequestMode,
  RequestParameterType,
  RequestProtocol,
  SystemParameterName,
  WebFunction,
} from "../../../lib";
import { pathParameters } from "../../../lib/facts/gateway-path";
import { minimal } from "../../function/fixtures";
import { secretIn } from "../../support/given";
import { PLUGIN_TYPES, type PluginSpec, makePlugin, plain, pluginOf } from "./plugins";

/** Where an authentication comes from: anybody, or so many apps. */
export type AuthSpec = "anonymous" | readonly number[];

/** A route by plain values. */
export interface RouteSpec {
  readonly methods?: readonly GatewayMethod[];
  readonly path: string;
  readonly apiName?: string;
  readonly description?: string;
  readonly protocol?: RequestProtocol;
  readonly mode?: RequestMode;
  readonly bodyFormat?: RequestBodyFormat;
  readonly parameters?: ApiRouteProps["parameters"];
  readonly constantParameters?: ApiRouteProps["constantParameters"];
  readonly systemParameters?: ApiRouteProps["systemParameters"];
  readonly forceNonceCheck?: boolean;
  readonly notMapped?: string[];
  readonly mock?: boolean;
  readonly backendPath?: string;
  readonly backendMethod?: GatewayMethod;
  readonly seconds?: number;
  readonly auth?: AuthSpec;
  readonly stages?: readonly string[];
  readonly plugins?: readonly PluginSpec[];
}

/** A domain by plain values. */
export interface DomainSpec {
  readonly domainName: string;
  readonly dns?: "zone" | "wait" | "private" | "elsewhere";
  readonly certificate: "variables" | "files" | "elsewhere" | "none";
  readonly icpFiling?: string;
  readonly binding?: "stack" | "named" | "hand";
}

/** Props of a front that nothing is wrong with, by plain values. */
export interface FrontSpec {
  readonly stack: string;
  readonly id: string;
  readonly target:
    "function" | "alias" | "version" | "imported" | "qualified" | "trigger" | "imported trigger";
  /** How long the function may run, where it is made. */
  readonly seconds?: number;
  readonly auth?: "signature" | "anonymous";
  readonly routes: readonly RouteSpec[];
  readonly signature: "variables" | "references" | "user" | "rotated";
  /** Apps of `ApiAuth.app(…)` in `protect`; undefined for none. */
  readonly apps?: readonly number[];
  readonly protect: readonly PluginSpec[];
  readonly plugins: readonly PluginSpec[];
  readonly stages?: readonly string[];
  readonly backend?: "fc" | "create" | "none" | "arn" | "http";
  readonly backendSeconds?: number;
  readonly group?: "shared" | "dedicated" | "full" | "existing" | "imported";
  readonly domain?: DomainSpec;
}

const STAGES: Readonly<Record<string, () => GatewayStage>> = {
  RELEASE: () => GatewayStage.RELEASE,
  PRE: () => GatewayStage.PRE,
  TEST: () => GatewayStage.TEST,
  CANARY: () => GatewayStage.custom("CANARY", "some of the callers"),
  BLUE2: () => GatewayStage.existing("BLUE2"),
};
const BUILT_IN = ["RELEASE", "PRE", "TEST"];

/** The stages of a front. */
export function stagesOf({ stages }: FrontSpec): readonly string[] {
  return stages ?? ["RELEASE"];
}

/** The stages of a route of a front. */
export function stagesOfRoute(front: FrontSpec, { stages }: RouteSpec): readonly string[] {
  return stages ?? stagesOf(front);
}

/** How callers of a route are told, where the plugins are not asked. */
export function authOf({ apps }: FrontSpec, { auth }: RouteSpec): AuthSpec {
  return auth ?? apps ?? "anonymous";
}

const PATHS = [
  "/",
  "/*",
  "/orders",
  "/orders/[id]",
  "/orders/[id]/items/[item]",
  "/files/*",
  "/a-b",
  "/a_b",
  "/a.b~c",
  "/v1/[tenant]-[region]/x",
  "/root",
  `/${"long/".repeat(30)}[end]`,
];

const method = fc.constantFrom(
  ...Object.values(GatewayMethod).filter((it) => it !== GatewayMethod.ANY),
);
const apiNames = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{3,30}$/);
const some = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });

const parameterNames = ["page", "X-Trace", "q", "tenantId", "X-Fc-Invocation-Type"];
const parameter = fc
  .record({
    name: fc.constantFrom(...parameterNames),
    location: fc.constantFrom("QUERY", "HEAD", "BODY"),
    type: some(fc.constantFrom(...Object.values(RequestParameterType))),
    required: some(fc.boolean()),
    defaultValue: some(plain),
    description: some(plain),
    renamed: some(fc.constantFrom("QUERY", "HEAD")),
  })
  .map(({ renamed, defaultValue, ...rest }) => ({
    ...rest,
    ...(rest.required !== true && { defaultValue }),
    ...(renamed && { backendName: rest.name.replace("X-Fc", "X-Own"), backendLocation: renamed }),
  }));

const sent = { location: fc.constantFrom("QUERY", "HEAD"), name: fc.constantFrom("x-a", "x-b") };
const identity = ({ name, location = "HEAD" }: { name: string; location?: string }) =>
  `${location} ${name.toLowerCase()}`;

/** The part of a route that depends on nothing else. */
const routeArbitrary = fc.record(
  {
    path: fc.constantFrom(...PATHS),
    methods: fc.oneof(
      fc.uniqueArray(method, { minLength: 1, maxLength: 3 }),
      fc.constant([GatewayMethod.ANY]),
    ),
    apiName: apiNames,
    description: plain,
    protocol: fc.constantFrom(...Object.values(RequestProtocol)),
    mode: fc.constantFrom(...Object.values(RequestMode)),
    bodyFormat: fc.constantFrom(...Object.values(RequestBodyFormat)),
    parameters: fc.uniqueArray(parameter, { selector: identity, maxLength: 3 }),
    constantParameters: fc.uniqueArray(fc.record({ ...sent, value: plain }), {
      selector: identity,
      maxLength: 2,
    }),
    systemParameters: fc.uniqueArray(
      fc.record({
        systemName: fc.constantFrom(...Object.values(SystemParameterName)),
        name: fc.constantFrom("x-c", "x-d"),
        location: some(sent.location),
      }),
      { selector: identity, maxLength: 2 },
    ),
    forceNonceCheck: fc.boolean(),
    notMapped: fc.array(fc.constantFrom("cookie: session", "security: oauth"), { maxLength: 2 }),
    mock: fc.boolean(),
    backendPath: fc.constantFrom("/", "/behind", "own"),
    backendMethod: fc.constantFrom(...Object.values(GatewayMethod)),
    seconds: fc.constantFrom(1, 29.5, 600),
    auth: fc.oneof(fc.constant("anonymous" as const), fc.subarray([0, 1])),
    stages: fc.shuffledSubarray(Object.keys(STAGES), { minLength: 1 }),
    plugins: fc.uniqueArray(
      fc.constantFrom(...PLUGIN_TYPES).chain((type) => pluginOf(type)),
      { selector: ({ type }) => type, maxLength: 2 },
    ),
    declared: fc.boolean(),
  },
  { requiredKeys: ["path", "declared"] },
);

const domain = fc.record(
  {
    domainName: fc.constantFrom("api.example.com", "*.example.com"),
    dns: fc.constantFrom("zone", "wait", "private", "elsewhere"),
    certificate: fc.constantFrom("variables", "files", "elsewhere", "none"),
    icpFiling: fc.constant("ICP-2024-0001"),
    binding: fc.constantFrom("stack", "named", "hand"),
  },
  { requiredKeys: ["domainName", "certificate"] },
) as fc.Arbitrary<DomainSpec>;

const plugins = (most: number) =>
  fc.uniqueArray(
    fc.constantFrom(...PLUGIN_TYPES).chain((type) => pluginOf(type)),
    { selector: ({ type }) => type, maxLength: most },
  );

/** Props of a front that nothing is wrong with. */
export const fronts: fc.Arbitrary<FrontSpec> = fc
  .record(
    {
      stack: fc.constantFrom("prod", "2026-prod", "_x", `long-${"stack".repeat(16)}`),
      id: fc.constantFrom("Front", "f", "Vorne-ö", `Front${"s".repeat(60)}`),
      target: fc.constantFrom(
        "function",
        "alias",
        "version",
        "imported",
        "qualified",
        "trigger",
        "imported trigger",
      ),
      seconds: fc.constantFrom(3, 120),
      auth: fc.constantFrom("signature", "anonymous"),
      routes: fc.uniqueArray(routeArbitrary, {
        selector: ({ path }) => path,
        minLength: 1,
        maxLength: 4,
      }),
      signature: fc.constantFrom("variables", "references", "user", "rotated"),
      apps: fc.shuffledSubarray([0, 1, 2]),
      protect: plugins(3),
      plugins: plugins(3),
      stages: fc.shuffledSubarray(Object.keys(STAGES), { minLength: 1, maxLength: 3 }),
      backend: fc.constantFrom("fc", "create", "none", "arn", "http"),
      backendSeconds: fc.constantFrom(5, 90),
      group: fc.constantFrom("shared", "dedicated", "full", "existing", "imported"),
      domain,
      split: fc.boolean(),
    },
    {
      requiredKeys: ["stack", "id", "target", "routes", "signature", "protect", "plugins", "split"],
    },
  )
  .map((raw) => right(raw as never));

type Raw = FrontSpec & {
  readonly split: boolean;
  readonly routes: readonly (RouteSpec & { readonly declared: boolean })[];
};

/** Takes away what does not go together: each line is something that the platform refuses. */
function right({ split, ...raw }: Raw): FrontSpec {
  const isShared = raw.group === "existing" || raw.group === "imported";
  // Only on the group, and no apps: the provider attaches nothing else on a stage of one's own.
  const onlyBuiltIn = isShared || (raw.apps ?? []).length > 0;
  const stages = raw.stages?.filter((stage) => !onlyBuiltIn || BUILT_IN.includes(stage));
  const ofFront = stages?.length ? stages : ["RELEASE"];
  // The first is on every stage, and calls the function.
  const [first, ...others] = raw.routes;
  let routes: RouteSpec[] = [{ ...first, mock: undefined, stages: undefined }, ...others].map(
    (route) => rightRoute(route, ofFront),
  );
  // A plugin by its name is in no second place.
  const types = new Set(raw.protect.map(({ type }) => type));
  const protect = raw.protect
    // One that lets everybody in protects nothing.
    .filter(
      ({ type, as, props }) => type !== "jwtAuth" || as === "imported" || !props.bypassEmptyToken,
    )
    .flatMap((plugin) => parted(plugin, ofFront, split));
  const plugins = raw.plugins
    .filter(({ type }) => !types.has(type))
    .flatMap((plugin) => parted(plugin, ofFront, split));
  routes = routes.map((route, index) => ({
    ...route,
    ...(route.plugins && {
      plugins: route.plugins.map((plugin) => alone(plugin, `route${index}`)),
    }),
  }));
  const isImported = raw.target === "trigger" || raw.target === "imported trigger";
  return {
    ...raw,
    stages: raw.stages && ofFront,
    routes,
    protect,
    plugins,
    auth: isImported ? undefined : raw.auth,
    domain: raw.domain && rightDomain(raw.domain, routes),
  };
}

/** On some stages one plugin, on the others another. */
function parted(
  plugin: PluginSpec,
  stages: readonly string[],
  split: boolean,
): readonly PluginSpec[] {
  const [first, ...others] = stages;
  if (!split || others.length === 0) return [alone(plugin, "front")];
  return [
    { ...alone(plugin, "one"), stages: [first] },
    { ...alone(plugin, "other"), stages: others },
  ];
}

/** Its name is unique in the account. */
function alone(plugin: PluginSpec, where: string): PluginSpec {
  const { pluginName, ...options } = plugin.options;
  if (pluginName === undefined) return plugin;
  return {
    ...plugin,
    options: { ...options, pluginName: `${pluginName}_${plugin.type}_${where}` },
  };
}

/** A route of several methods has a plugin for each of them. */
function nameless(plugin: PluginSpec): PluginSpec {
  return { ...plugin, options: { ...plugin.options, pluginName: undefined } };
}

function rightRoute(
  { declared, ...route }: RouteSpec & { readonly declared: boolean },
  ofFront: readonly string[],
): RouteSpec {
  const { path, mock, backendPath, plugins, stages, auth, ...rest } = route;
  const own = stages?.filter((stage) => ofFront.includes(stage));
  const on = own?.length ? own : ofFront;
  const isBuiltIn = on.every((stage) => BUILT_IN.includes(stage));
  const inPath = declared
    ? pathParameters(path).map((name) => ({ name, location: "PATH", description: "its id" }))
    : [];
  const called = {
    backendPath: backendPath === "own" ? path : backendPath,
    backendMethod: route.backendMethod,
    seconds: route.seconds,
  };
  return {
    ...rest,
    path,
    ...(mock ? { mock, backendMethod: undefined, seconds: undefined } : called),
    parameters: [...inPath, ...(route.parameters ?? [])] as never,
    ...(own?.length && { stages: own }),
    // Plugins and apps of one API go on the built-in stages alone.
    auth: typeof auth === "object" && auth.length > 0 && !isBuiltIn ? "anonymous" : auth,
    ...(isBuiltIn &&
      plugins && { plugins: rest.methods?.length === 1 ? plugins : plugins.map(nameless) }),
  };
}

function rightDomain(domain: DomainSpec, routes: readonly RouteSpec[]): DomainSpec {
  const isHttps = routes.some(({ protocol }) => (protocol ?? "HTTPS") === "HTTPS");
  if (bindingOf(domain) === "hand") return { ...domain, certificate: "none" };
  if (domain.certificate !== "none" || !isHttps) return domain;
  return { ...domain, certificate: "elsewhere" };
}

/** Who binds a domain: by hand where somebody else makes its record. */
export function bindingOf({ binding, dns = "elsewhere" }: DomainSpec): "stack" | "hand" {
  if (binding === undefined) return dns === "elsewhere" ? "hand" : "stack";
  return binding === "hand" ? "hand" : "stack";
}

/** What a spec became. */
export interface Built {
  readonly front: ApiGatewayFronted;
  readonly props: ApiGatewayFrontedProps;
}

/** The props that a spec tells of, in a stack with what they need. */
export function propsOf(stack: TerraformStack, spec: FrontSpec): ApiGatewayFrontedProps {
  const beside = new Construct(stack, "Beside");
  const secrets = new Map<string, string>();
  const secret = (name: string): string => {
    const known = secrets.get(name) ?? secretIn(stack, name);
    secrets.set(name, known);
    return known;
  };
  // Two have the same id in different scopes, and one is there already.
  const apps: readonly IApiApp[] = [
    new ApiApp(beside, "Partner"),
    new ApiApp(new Construct(beside, "Other"), "Partner"),
    ApiApp.fromApiAppAttributes(beside, "Known", { appId: "110982420" }),
  ];
  const app = (index: number): IApiApp => apps[index];
  const stages = new Map<string, GatewayStage>();
  const stage = (name: string): GatewayStage => {
    const known = stages.get(name) ?? STAGES[name]();
    stages.set(name, known);
    return known;
  };
  const plugin = (one: PluginSpec) =>
    makePlugin(one, {
      secret,
      app,
      options: { ...one.options, ...(one.stages && { stages: one.stages.map(stage) }) },
    });
  const auth = (one: AuthSpec): ApiAuth =>
    one === "anonymous" ? ApiAuth.anonymous() : ApiAuth.app(...one.map(app));
  return {
    ...called(beside, spec),
    routes: spec.routes.map((route): ApiRouteProps => {
      const { mock, seconds, stages: on, plugins, auth: own, ...rest } = route;
      return {
        ...rest,
        methods: rest.methods && [...rest.methods],
        ...(mock && { mock: { body: "ok" } }),
        ...(seconds !== undefined && { timeout: Duration.seconds(seconds) }),
        ...(on && { stages: on.map(stage) }),
        ...(plugins && { plugins: plugins.map(plugin) }),
        ...(own && { auth: auth(own) }),
      };
    }),
    ...(spec.auth && {
      auth: spec.auth === "signature" ? HttpAuth.signature() : HttpAuth.anonymous(),
    }),
    backendSignature: signature(stack, spec, secret),
    ...((spec.apps || spec.protect.length > 0) && {
      protect: [...spec.protect.map(plugin), ...(spec.apps ? [auth(spec.apps)] : [])],
    }),
    ...(spec.plugins.length > 0 && { plugins: spec.plugins.map(plugin) }),
    ...(spec.stages && { stages: spec.stages.map(stage) }),
    ...backend(spec),
    ...group(beside, spec),
    ...(spec.domain && { domain: domainOf(stack, spec.domain) }),
  };
}

function called(
  scope: Construct,
  { target: kind, seconds }: FrontSpec,
): Pick<ApiGatewayFrontedProps, "target" | "trigger"> {
  if (kind === "imported trigger") {
    return {
      trigger: HttpTrigger.fromHttpTriggerAttributes(scope, "Http", {
        functionName: "orders",
        triggerName: "http",
        intranetUrl: "https://orders-abc.cn-hangzhou-vpc.fcapp.run",
      }),
    };
  }
  if (kind === "imported" || kind === "qualified") {
    const known = WebFunction.fromFunctionAttributes(scope, "Orders", { functionName: "orders" });
    return { target: kind === "imported" ? known : known.atQualifier("live") };
  }
  const made = new WebFunction(scope, "Orders", {
    ...minimal,
    ...(seconds && { timeoutSeconds: seconds }),
  });
  if (kind === "trigger") {
    const methods = [...HttpMethods.all()];
    return {
      trigger: new HttpTrigger(scope, "Http", { target: made, methods, disableInternetUrl: true }),
    };
  }
  const target: Readonly<Record<string, () => IQualifiedFunction>> = {
    function: () => made,
    alias: () => made.addAlias("live"),
    version: () => made.currentVersion,
  };
  return { target: target[kind]() };
}

function signature(
  stack: TerraformStack,
  { signature: kind }: FrontSpec,
  secret: (name: string) => string,
): BackendSignature {
  const made: Readonly<Record<string, () => BackendSignature>> = {
    variables: () => BackendSignature.fromVariables(stack, "Signature"),
    references: () => BackendSignature.fromReferences({ key: secret("ak"), secret: secret("sk") }),
    user: () => BackendSignature.fromRamUser(),
    rotated: () => BackendSignature.fromRamUser({ keyIds: ["2026-10", "2026-11"] }),
  };
  return made[kind]();
}

function backend({ backend: kind, backendSeconds: seconds }: FrontSpec) {
  if (!kind) return {};
  const timeout = seconds === undefined ? {} : { timeout: Duration.seconds(seconds) };
  const roles: Readonly<Record<string, GatewayRole>> = {
    create: GatewayRole.create(),
    none: GatewayRole.none(),
    arn: GatewayRole.fromArn("acs:ram::1234567890123456:role/gateway"),
  };
  return {
    backend:
      kind === "http"
        ? GatewayBackend.http(timeout)
        : GatewayBackend.functionCompute({ ...timeout, ...(roles[kind] && { role: roles[kind] }) }),
  };
}

function group(scope: Construct, { group: kind, domain: own }: FrontSpec) {
  const vpc = own?.dns === "private" ? { vpcIntranetEnable: true } : {};
  switch (kind) {
    case "existing":
      return {
        existingGroup: new ApiGroup(scope, "Shared", { groupName: "shared_group", ...vpc }),
      };
    case "imported":
      return {
        existingGroup: ApiGroup.fromApiGroupAttributes(scope, "Group", {
          groupId: "0f1e2d3c4b5a",
          basePath: "/shop",
          subDomain: "0f1e2d3c4b5a-cn-hangzhou.alicloudapi.com",
          vpcDomain: "0f1e2d3c4b5a-cn-hangzhou-vpc.alicloudapi.com",
        }),
      };
    case "dedicated":
      return { group: { instanceId: "apigateway-cn-abc", ...vpc } };
    case "full":
      return {
        group: {
          groupName: "orders_group",
          description: "orders",
          basePath: "/shop/v1",
          vpcIntranetEnable: true,
          logging: { requestBody: true, queryString: ["page", "q"], jwtClaims: ["*"] },
        },
      };
    default:
      return kind === "shared" || own?.dns === "private" ? { group: { ...vpc } } : {};
  }
}

function domainOf(stack: TerraformStack, spec: DomainSpec): GatewayDomain {
  const dns: Readonly<Record<string, () => DomainDns>> = {
    zone: () => DomainDns.inZone("example.com"),
    wait: () => DomainDns.inZone("example.com", { ttlSeconds: 60, waitSeconds: 30 }),
    private: () => DomainDns.inPrivateZone({ zoneId: "z123", zoneName: "example.com" }),
    elsewhere: () => DomainDns.elsewhere(),
  };
  const binding: Readonly<Record<string, () => DomainBinding>> = {
    stack: () => DomainBinding.byStack(),
    named: () => DomainBinding.byStack({ stackName: "orders-domain" }),
    hand: () => DomainBinding.byHand(),
  };
  const certificate: Readonly<Record<string, () => object>> = {
    none: () => ({}),
    elsewhere: () => ({ certificateElsewhere: true }),
    variables: () => ({
      certificate: DomainCertificate.fromVariables({
        certificate: new TerraformVariable(stack, "certificate", { type: "string" }).stringValue,
        privateKey: secretIn(stack, "private_key"),
      }),
    }),
    files: () => ({ certificate: DomainCertificate.fromFiles({ ...CERTIFICATE }) }),
  };
  return {
    domainName: spec.domainName,
    ...(spec.dns && { dns: dns[spec.dns]() }),
    ...(spec.icpFiling !== undefined && { icpFiling: spec.icpFiling }),
    ...(spec.binding && { binding: binding[spec.binding]() }),
    ...certificate[spec.certificate](),
  };
}

/** Files of a certificate, relative to the project's folder. */
const CERTIFICATE = {
  certificate: "test/fixtures/certificates/wildcard.pem",
  privateKey: "test/fixtures/certificates/ec.key",
  name: "orders_2026",
};

/** A front as a spec tells it. */
export function build(stack: TerraformStack, spec: FrontSpec): Built {
  const props = propsOf(stack, spec);
  return { props, front: new ApiGatewayFronted(stack, spec.id, props) };
}
