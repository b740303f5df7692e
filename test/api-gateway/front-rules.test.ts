import {
  ApiAuth,
  ApiRoute,
  BackendSignature,
  BasicAuth,
  CircuitBreaker,
  DomainBinding,
  DomainDns,
  Duration,
  ErrorMapping,
  GatewayStage,
  HttpMethod,
  HttpTrigger,
  IpAccess,
  Jwks,
  JwtAuth,
  RawPlugin,
  RequestParameterLocation,
  RequestProtocol,
  WebFunction,
} from "../../lib";
import { ResourceGraph } from "../../lib/graph";
import { evaluate } from "../../lib/rules";
import { apiGatewayRules } from "../../lib/rules/api-gateway";
import { documentsOfTree } from "../../lib/testing/tree";
import { minimal } from "../function/fixtures";
import { orders, secretIn } from "../support/given";
import { stackOf } from "../support/synth";
import { type Props, frontIn, refusal } from "./fixtures";

const domain = (more: object = {}) => ({
  domain: {
    domainName: "api.example.com",
    dns: DomainDns.inZone("example.com"),
    certificateElsewhere: true,
    ...more,
  },
});
const jwt = () =>
  JwtAuth.of({
    jwks: Jwks.fromKeys({ kty: "RSA", alg: "RS256", kid: "2026", n: "0vx7", e: "AQAB" }),
  });
const basic = (stack: Parameters<Props>[0]) =>
  BasicAuth.users([{ username: "partner", password: secretIn(stack) }]);

/**
 * How each rule of the gateway meets the props of a front: they are refused and name a prop; or the
 * rule finds it, or asks for it, when the front is synthesised; or no props lead there.
 */
const TABLE: readonly (readonly [
  rule: string,
  how: "refused" | "found" | "asked" | "unreachable",
  /** The prop that is refused, or what is found. */
  what: string,
  props: Props,
])[] = [
  [
    "internet-url-disabled",
    "refused",
    "trigger",
    (stack) => ({
      trigger: new HttpTrigger(stack, "Http", { target: orders(stack), methods: [HttpMethod.GET] }),
    }),
  ],
  [
    "intranet-backend",
    "found",
    "error",
    (stack) => ({
      trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
        functionName: "orders",
        triggerName: "http",
        intranetUrl: "https://x.cn-hangzhou.fcapp.run",
      }),
    }),
  ],
  [
    "backend-signature",
    "found",
    "error",
    (stack) => ({
      stages: [GatewayStage.RELEASE, GatewayStage.PRE],
      backendSignature: BackendSignature.fromVariables(stack, "Own", {
        stages: [GatewayStage.PRE],
      }),
    }),
  ],
  [
    "signature-secret",
    "refused",
    "backendSignature.secret",
    (stack) => ({
      backendSignature: BackendSignature.fromReferences({ key: secretIn(stack), secret: "4cN7" }),
    }),
  ],
  ["function-version", "unreachable", "it is always 3.0", () => ({})],
  ["backend", "unreachable", "every backend writes its block whole", () => ({})],
  [
    "request",
    "refused",
    "routes[0].methods[0]",
    () => ({ routes: [{ path: "/", methods: ["TRACE" as never] }] }),
  ],
  [
    "methods",
    "found",
    "error",
    (stack) => ({
      routes: [ApiRoute.put("/orders")],
      trigger: new HttpTrigger(stack, "Http", {
        target: orders(stack),
        methods: [HttpMethod.GET],
        disableInternetUrl: true,
      }),
    }),
  ],
  [
    "region",
    "found",
    "error",
    (stack) => ({
      trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
        functionName: "orders",
        triggerName: "http",
        intranetUrl: "https://x.cn-shanghai-vpc.fcapp.run",
      }),
    }),
  ],
  ["published", "refused", "stages", () => ({ stages: [] })],
  [
    "attachment-stage",
    "refused",
    "routes[0].plugins[0].stages[0]",
    () => ({
      routes: [
        ApiRoute.get("/", {
          plugins: [RawPlugin.of("cors", { allowOrigins: "*" }, { stages: [GatewayStage.TEST] })],
        }),
      ],
    }),
  ],
  [
    "one-plugin-per-type",
    "refused",
    "plugins[0]",
    () => ({
      protect: [IpAccess.allow("203.0.113.0/24")],
      plugins: [IpAccess.refuse("203.0.113.7")],
    }),
  ],
  [
    "plugin-name",
    "refused",
    "plugins[0].pluginName",
    () => ({
      plugins: [RawPlugin.of("cors", { allowOrigins: "*" }, { pluginName: "cors-all" })],
    }),
  ],
  [
    "plugin-data",
    "refused",
    "plugins[0].pluginData.items",
    () => ({ plugins: [RawPlugin.of("ipControl", { type: "ALLOW" })] }),
  ],
  [
    "template-escape",
    "unreachable",
    "what looks like a template in data is escaped",
    () => ({
      plugins: [
        ErrorMapping.of({
          parameters: { code: "StatusCode" },
          errorCondition: "${code} = 500 and 50%{x}",
        }),
      ],
    }),
  ],
  [
    "plugin-conflict",
    "found",
    "error",
    (stack) => ({
      protect: [basic(stack)],
      routes: [ApiRoute.get("/", { plugins: [jwt()] })],
    }),
  ],
  [
    "dedicated-plugin",
    "found",
    "warning",
    () => ({ plugins: [CircuitBreaker.of({ timeoutThreshold: 9 })] }),
  ],
  ["open", "found", "warning", () => ({})],
  ["app-authorised", "found", "warning", () => ({ protect: [ApiAuth.app()] })],
  [
    "https-only",
    "found",
    "warning",
    () => ({ routes: [ApiRoute.get("/", { protocol: RequestProtocol.HTTP })] }),
  ],
  ["default-domain", "found", "warning", () => ({})],
  [
    "domain-cname",
    "found",
    "error",
    () => ({
      group: { vpcIntranetEnable: true },
      ...domain({ dns: DomainDns.inZone("example.com", { internal: true }) }),
    }),
  ],
  [
    "domain-binding",
    "asked",
    "the binding of",
    () => domain({ certificateElsewhere: undefined, binding: DomainBinding.byHand() }),
  ],
  ["icp", "found", "warning", () => domain()],
  ["path", "refused", "routes[0].path", () => ({ routes: [{ path: "/orders/{id}" }] })],
  [
    "reserved-header",
    "refused",
    "routes[0].constantParameters[0].name",
    () => ({
      routes: [
        ApiRoute.get("/", {
          constantParameters: [
            { name: "X-Fc-Own", location: RequestParameterLocation.HEAD, value: "1" },
          ],
        }),
      ],
    }),
  ],
  [
    "timeout",
    "found",
    "warning",
    (stack) => ({
      target: new WebFunction(stack, "Slow", { ...minimal, timeoutSeconds: 60 }),
      routes: [ApiRoute.get("/", { timeout: Duration.seconds(10) })],
    }),
  ],
  ["name", "refused", "group.groupName", () => ({ group: { groupName: "a" } })],
  [
    "open-api",
    "found",
    "warning",
    () => ({ routes: [ApiRoute.get("/", { notMapped: ["cookie: session"] })] }),
  ],
  ["logging", "found", "note", () => ({})],
];

test("each rule of the gateway has its row", () => {
  const ids = apiGatewayRules.map(({ id }) => id);
  expect(TABLE.map(([rule]) => `api-gateway/${rule}`)).toEqual(ids);
});

test.each(TABLE)("%s: %s", (name, how, what, props) => {
  if (how === "refused") {
    expect(refusal(props)).toContain(`  ${what}`);
    return;
  }
  const stack = stackOf();
  frontIn(stack, props);
  const graph = new ResourceGraph(documentsOfTree(stack));
  const rule = apiGatewayRules.find(({ id }) => id === `api-gateway/${name}`)!;
  const { findings, undecided, failures } = evaluate(graph, [rule], { date: "2026-11-22" });
  expect(failures).toEqual([]);
  const levels = new Set(findings.map(({ level }) => level));
  expect([...levels]).toEqual(how === "found" ? [what] : []);
  const needs = undecided.flatMap(({ needs }) => needs).join();
  if (how === "asked") expect(needs).toContain(what);
  else expect(needs).toBe("");
});
