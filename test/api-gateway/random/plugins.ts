import * as fc from "fast-check";
import {
  AccessControl,
  type AccessControlProps,
  BasicAuth,
  Caching,
  type CachingProps,
  CircuitBreaker,
  type CircuitBreakerProps,
  ClientCacheControl,
  DowngradeBackend,
  Duration,
  ErrorMapping,
  type ErrorMappingProps,
  GatewayCors,
  type GatewayCorsProps,
  GatewayMethod,
  type GatewayPlugin,
  HttpMethods,
  type IApiApp,
  ImportedPlugin,
  IpAccess,
  IpAccessType,
  type Jwk,
  JwtAuth,
  type JwtAuthProps,
  Jwks,
  LogMask,
  LogMaskLocation,
  MaskPolicy,
  type PluginOptions,
  RawPlugin,
  RemoteAuth,
  type RemoteAuthProps,
  RemoteAuthUri,
  Routing,
  RoutingBackend,
  TrafficControl,
  TrafficControlUnit,
  Transformer,
  type TransformerProps,
} from "../../../lib";

/** A plugin by plain values, so that a counterexample can be read. */
export interface PluginSpec {
  readonly type: string;
  readonly as: "typed" | "raw" | "imported";
  /** What its class is given, in plain values. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of 13 shapes
  readonly props: any;
  readonly options: { readonly pluginName?: string; readonly description?: string };
  /** The names of its stages; undefined for all. */
  readonly stages?: readonly string[];
}

/** What plugins may need of the stack. */
export interface PluginContext {
  readonly secret: (name: string) => string;
  readonly app: (index: number) => IApiApp;
  /** Options with the stages as they are made. */
  readonly options: PluginOptions;
}

/** Text as people write it, with all that looks like another language. */
export const words = fc.oneof(
  fc.constantFrom(
    "admin",
    "${statusCode} = 200",
    "$userType = 'admin' and \"x\" <> 'y'",
    "50%{x} of $${y} at %%{z}",
    "back\\slash \\u0041\nnew\tline",
    "<b>&amp;</b>",
    "Größe 数据 🚪",
    "$",
    "a $",
    "{}",
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
);
/** Text without what Terraform reads as its own, where nothing escapes it. */
export const plain = words.filter((text) => text.trim() !== "" && !/[$%]\{/.test(text));

const name = fc.constantFrom("userId", "X-User", "x_trace", "token-id", "Ключ");
const some = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });
const map = some(fc.dictionary(name, words, { maxKeys: 3 }));
const call = fc.record(
  {
    path: fc.constantFrom("/", "/v2/orders"),
    method: fc.constantFrom(...Object.values(GatewayMethod)),
  },
  { requiredKeys: [] },
);
const answer = {
  statusCode: fc.integer({ min: 200, max: 599 }),
  errorMessage: words,
  responseHeaders: fc.dictionary(name, words, { maxKeys: 2 }),
  responseBody: words,
};
const answered = fc.record(answer, { requiredKeys: [] });
const where = fc.constantFrom("header", "query", "form");
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const mock = fc.record(
  { statusCode: fc.integer({ min: 200, max: 599 }), body: words },
  { requiredKeys: [] },
);
const flag = fc.boolean();

const KEYS: readonly Jwk[] = [
  { kty: "RSA", alg: "RS256", kid: "2026", n: "0vx7", e: "AQAB" },
  { kty: "EC", alg: "ES256", kid: "2027", crv: "P-256", x: "f83O", y: "x_FE" },
  { kty: "OKP", alg: "EdDSA", kid: "2028", crv: "Ed25519", x: "11qY" },
];

/** How a plugin of each type is told by plain values, and how it is made of them. */
const TYPES: Readonly<
  Record<
    string,
    {
      readonly props: fc.Arbitrary<unknown>;
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of 13 shapes
      readonly make: (props: any, context: PluginContext) => GatewayPlugin;
    }
  >
> = {
  ipControl: {
    props: fc.record(
      {
        type: fc.constantFrom(...Object.values(IpAccessType)),
        blocks: fc.uniqueArray(
          fc.oneof(
            fc.ipV4(),
            fc.ipV6(),
            fc.constantFrom("203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0"),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        resource: fc.constant("XFF:-1"),
      },
      { requiredKeys: ["type", "blocks"] },
    ),
    make: ({ type, blocks, resource }, { options }) =>
      IpAccess.of({ type, items: [{ blocks }], resource, ...options }),
  },
  jwtAuth: {
    props: fc.record(
      {
        jwks: fc.subarray([0, 1, 2], { minLength: 1 }),
        parameter: fc.constantFrom("X-Token", "token"),
        location: fc.constantFrom("header", "query", "cookie"),
        claims: fc.uniqueArray(
          fc.record(
            {
              claimName: words,
              parameterName: name,
              location: fc.constantFrom("header", "query"),
            },
            { requiredKeys: ["claimName", "parameterName"] },
          ),
          { selector: ({ parameterName }) => parameterName, maxLength: 2 },
        ),
        preventJtiReplay: flag,
        ignoreExpirationCheck: flag,
        bypassEmptyToken: flag,
      },
      { requiredKeys: ["jwks", "parameter"] },
    ),
    make: ({ jwks, ...props }, { options }) =>
      JwtAuth.of({
        ...props,
        ...options,
        jwks: Jwks.fromKeys(...jwks.map((index: number) => KEYS[index])),
      } as JwtAuthProps),
  },
  basicAuth: {
    props: fc.record({ users: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }) }),
    make: ({ users }, { options, secret }) =>
      BasicAuth.of({
        ...options,
        users: users.map((username: string) => ({ username, password: secret("password") })),
      }),
  },
  cors: {
    props: fc.record(
      {
        allowOrigins: fc.subarray(["https://app.example.com", "https://www.example.com"], {
          minLength: 1,
        }),
        allowMethods: fc.subarray([...HttpMethods.all()], { minLength: 1 }),
        allowHeaders: names,
        exposeHeaders: names,
        maxAgeSeconds: fc.integer({ min: 0, max: 172800 }),
      },
      { requiredKeys: [] },
    ),
    make: (props, { options }) => GatewayCors.of({ ...props, ...options } as GatewayCorsProps),
  },
  trafficControl: {
    props: fc.record(
      {
        unit: fc.constantFrom(...Object.values(TrafficControlUnit)),
        apiDefault: fc.integer({ min: 500, max: 100000 }),
        userDefault: fc.integer({ min: 100, max: 499 }),
        appDefault: fc.integer({ min: 0, max: 99 }),
        specials: fc.subarray([{ app: 0 }, { appId: "110982419" }, { userId: "1234567890123456" }]),
      },
      { requiredKeys: ["unit", "apiDefault"] },
    ),
    make: ({ specials, ...props }, { options, app }) =>
      TrafficControl.of({
        ...props,
        ...options,
        specials: specials?.map((one: { app?: number }) => ({
          ...one,
          ...(one.app !== undefined && { app: app(one.app) }),
          calls: 7,
        })),
      }),
  },
  caching: {
    props: fc.record(
      {
        varyByApp: flag,
        varyByParameters: names,
        varyByHeaders: names,
        clientCacheControl: fc.constantFrom("off", "all", "apps", "ids"),
        cacheableHeaders: names,
        durationSeconds: fc.integer({ min: 1, max: 172800 }),
      },
      { requiredKeys: [] },
    ),
    make: ({ clientCacheControl: mode, ...props }, { options, app }) => {
      const { OFF, ALL } = ClientCacheControl;
      const known: Readonly<Record<string, () => ClientCacheControl>> = {
        off: () => OFF,
        all: () => ALL,
        apps: () => ClientCacheControl.apps(app(0), app(1)),
        ids: () => ClientCacheControl.appIds("110982419", "9007199254740993"),
      };
      const clientCacheControl = known[mode]?.();
      return Caching.of({ ...props, ...options, clientCacheControl } as CachingProps);
    },
  },
  routing: {
    props: fc.array(
      fc.record(
        {
          name: words,
          condition: words,
          backend: fc.oneof(
            fc.record({ http: fc.constant("https://beta.example.com"), call }),
            fc.record({ vpc: fc.constant("slbAccess"), call }),
            fc.record({ mock }),
          ),
          constantParameters: fc.array(
            fc.record({ name, location: fc.constantFrom("header", "query"), value: words }),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: ["condition"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    make: (routes, { options }) =>
      Routing.of({
        ...options,
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of three shapes
        routes: routes.map(({ backend, ...route }: any) => ({
          ...route,
          backend: backend && routingBackend(backend),
        })),
      }),
  },
  accessControl: {
    props: fc.record(
      {
        parameters: map,
        rules: fc.array(
          fc.record(
            {
              name: words,
              condition: words,
              ifTrue: fc.constantFrom("ALLOW", "DENY"),
              ifFalse: fc.constantFrom("ALLOW", "DENY"),
              ...answer,
            },
            { requiredKeys: ["condition"] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ["rules"] },
    ),
    make: (props, { options }) => AccessControl.of({ ...props, ...options } as AccessControlProps),
  },
  errorMapping: {
    props: fc.record(
      {
        parameters: fc.dictionary(name, words, { maxKeys: 3 }),
        errorCondition: words,
        errorCode: name,
        mappings: fc.array(fc.record({ code: words, ...answer }, { requiredKeys: ["code"] }), {
          maxLength: 2,
        }),
        defaultMapping: answered,
      },
      { requiredKeys: ["parameters", "errorCondition"] },
    ),
    make: (props, { options }) => ErrorMapping.of({ ...props, ...options } as ErrorMappingProps),
  },
  circuitBreaker: {
    props: fc.record(
      {
        timeoutThreshold: fc.integer({ min: 1, max: 5000 }),
        errors: fc.record({
          errorCondition: words,
          errorThreshold: fc.integer({ min: 1, max: 5000 }),
        }),
        parameters: map,
        windowInSeconds: fc.integer({ min: 10, max: 90 }),
        openTimeoutSeconds: fc.integer({ min: 15, max: 300 }),
        downgrade: fc.oneof(fc.record({ mock }), fc.record({ call })),
      },
      { requiredKeys: [] },
    ),
    make: ({ errors, downgrade, ...props }, { options }) =>
      CircuitBreaker.of({
        ...props,
        ...errors,
        ...options,
        downgradeBackend:
          downgrade &&
          (downgrade.mock
            ? DowngradeBackend.mock(downgrade.mock)
            : DowngradeBackend.http("https://sorry.example.com", downgrade.call)),
      } as CircuitBreakerProps),
  },
  remoteAuth: {
    props: fc.record(
      {
        vpc: flag,
        call,
        timeout: fc.integer({ min: 1, max: 10 }),
        successCondition: words,
        parameters: map,
        authParameters: fc.array(
          fc.record({
            targetParameterName: name,
            targetLocation: where,
            sourceParameterName: name,
            sourceLocation: where,
          }),
          { maxLength: 2 },
        ),
        passThroughBody: flag,
        cachedTimeBySecond: fc.integer({ min: 0, max: 600 }),
        errorMessage: words,
        errorStatusCode: fc.integer({ min: 400, max: 599 }),
      },
      { requiredKeys: ["vpc", "call", "successCondition"] },
    ),
    make: ({ vpc, call, timeout, ...props }, { options }) => {
      const all = { ...call, timeout: timeout && Duration.seconds(timeout) };
      const authUri = vpc
        ? RemoteAuthUri.vpc("authAccess", all)
        : RemoteAuthUri.http("https://auth.example.com:8443", all);
      return RemoteAuth.of({ ...props, ...options, authUri } as RemoteAuthProps);
    },
  },
  logMask: {
    props: fc.array(
      fc.record(
        {
          name: words,
          location: fc.constantFrom(...Object.values(LogMaskLocation)),
          parameters: names,
          matchMode: fc.constantFrom("EMAIL", "HEX:10"),
          policy: fc.oneof(fc.constant([]), fc.tuple(fc.nat(9)), fc.tuple(fc.nat(9), fc.nat(9))),
        },
        { requiredKeys: ["location", "policy"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    make: (rules, { options }) =>
      LogMask.of({
        ...options,
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- plain values
        rules: rules.map(({ policy, ...rule }: any) => ({ ...rule, policy: maskPolicy(policy) })),
      }),
  },
  transformer: {
    props: fc.record(
      {
        addRequestParameterIfAbsent: fc.array(fc.record({ name, value: words, location: where }), {
          maxLength: 2,
        }),
        putRequestParameter: fc.array(fc.record({ name, value: words, location: where }), {
          maxLength: 2,
        }),
        removeRequestParameter: fc.array(fc.record({ name, location: where }), { maxLength: 2 }),
        setResponseStatusCode: fc.integer({ min: 100, max: 999 }),
        addResponseHeaderIfAbsent: fc.array(fc.record({ name, value: words }), { maxLength: 2 }),
        putResponseHeader: fc.array(fc.record({ name, value: words }), { maxLength: 2 }),
        removeResponseHeader: fc.array(name, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    make: (props, { options }) => Transformer.of({ ...props, ...options } as TransformerProps),
  },
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- of three shapes
function routingBackend({ http, vpc, mock: answer, call: how }: any): RoutingBackend {
  if (answer) return RoutingBackend.mock(answer);
  return vpc ? RoutingBackend.vpc(vpc, how) : RoutingBackend.http(http, how);
}

function maskPolicy([first, second]: readonly number[]): MaskPolicy {
  if (first === undefined) return MaskPolicy.ALL;
  return second === undefined ? MaskPolicy.keepLeft(first) : MaskPolicy.keepCenter(first, second);
}

/** The types for callers: all but the signature. */
export const PLUGIN_TYPES = Object.keys(TYPES);

/** Types that keep callers out, as the rule `api-gateway/open` counts them. */
const GUARDS = ["ipControl", "jwtAuth", "basicAuth", "remoteAuth"];

/** Whether a plugin keeps callers out. */
export function guards({ type, as, props }: PluginSpec): boolean {
  return GUARDS.includes(type) && !(as !== "imported" && props?.bypassEmptyToken === true);
}

/** A name that a plugin may have. */
const pluginNames = fc
  .stringMatching(/^[a-z][a-zA-Z0-9_]{3,20}$/)
  .chain((plain) => fc.constantFrom(plain, `网关${plain}`));

/** A right plugin of a type. */
export function pluginOf(type: string): fc.Arbitrary<PluginSpec> {
  return TYPES[type].props.chain((props) =>
    fc.record({
      type: fc.constant(type),
      as: fc.constantFrom("typed" as const, "typed" as const, "raw" as const, "imported" as const),
      props: fc.constant(props),
      options: fc.record({ pluginName: pluginNames, description: plain }, { requiredKeys: [] }),
    }),
  );
}

/** The plugin that a spec tells of. */
export function makePlugin(spec: PluginSpec, context: PluginContext): GatewayPlugin {
  const { type, as, props } = spec;
  const { options } = context;
  if (as === "imported") {
    return ImportedPlugin.fromPluginId(type, `id-of-${type}`, {
      stages: options.stages,
    });
  }
  const typed = TYPES[type].make(props, context);
  // What the class makes of it, as somebody would write it by hand.
  return as === "raw" ? RawPlugin.of(type, typed._data({} as never) as never, options) : typed;
}
