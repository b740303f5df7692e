import { backend } from "../../../lib/rules/api-gateway/backend";
import {
  type More,
  api,
  backendApi,
  closed,
  gateway,
  httpApi,
  trigger,
} from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const judge = (a: object, more: More = {}) =>
  judged(backend, gateway(a, { variable: { x: {} }, ...more }));
const shown = (texts: readonly string[]) =>
  texts.map((text) => `${/\((.+)\)/.exec(text)?.[1]}: ${/got +(.+)/.exec(text)?.[1]}`);

const event = { function_type: "FCEvent", function_name: "orders" };

describe("api-gateway/backend", () => {
  testPage(backend);

  test("a function of 2.0 needs its service, unless it is declared and thus of 3.0", () => {
    const a = api({ fc_service_config: event });
    expect(shown(judge(a).violated)).toEqual([
      'fc_service_config.service_name: no service_name, with function_version "2.0", the default',
    ]);
    const alicloud_fcv3_function = { f: { function_name: "orders" } };
    expect(judge(a, { resource: { alicloud_fcv3_function } }).violated).toEqual([]);
  });

  test.each<[object, string[]]>([
    [
      api({ fc_service_config: undefined }),
      ['fc_service_config: no fc_service_config, with service_type "FunctionCompute"'],
    ],
    [
      api({ fc_service_config: [] }),
      ['fc_service_config: no fc_service_config, with service_type "FunctionCompute"'],
    ],
    [
      api({ service_type: "HTTP" }),
      ['http_service_config: no http_service_config, with service_type "HTTP"'],
    ],
    [
      api({ service_type: "HTTP-VPC" }),
      ['http_vpc_service_config: no http_vpc_service_config, with service_type "HTTP-VPC"'],
    ],
    [api({ service_type: "VPC" }), ['service_type: "VPC"']],
    [api({ service_type: undefined }), ["service_type: nothing"]],
    [
      api({}, { function_base_url: undefined, method: "" }),
      [
        "fc_service_config.function_base_url: no function_base_url",
        "fc_service_config.method: an empty method",
      ],
    ],
    [
      api({}, { function_type: undefined }),
      ["fc_service_config.function_type: nothing, which means FCEvent, with a function_base_url"],
    ],
    [api({}, { function_type: "HTTPTrigger" }), ['fc_service_config.function_type: "HTTPTrigger"']],
    [api({}, { function_type: "FCEvent" }), ["fc_service_config.function_name: no function_name"]],
    [
      api({}, { function_type: undefined, function_base_url: undefined }),
      ["fc_service_config.function_name: no function_name"],
    ],
    [api({ fc_service_config: [{}] }), ["fc_service_config.function_name: no function_name"]],
  ])("%j lacks something", (a, expected) => {
    const { violated, undecided } = judge(a);
    expect(shown(violated)).toEqual(expected);
    expect(undecided).toEqual([]);
  });

  test.each([
    api(),
    api({ fc_service_config: [{ ...event, function_version: "3.0" }] }),
    api({ fc_service_config: [{ ...event, service_name: "shop" }] }),
    api({ fc_service_config: [{ ...event, function_version: "${var.x}" }] }),
    api({ fc_service_config: [{ ...event, function_name: "${var.x}" }] }),
    api({}, { function_type: undefined, function_name: "orders", function_base_url: undefined }),
    api({}, { path: "${var.x}", method: "${var.x}", function_base_url: "${var.x}" }),
    api({}, { function_type: "${var.x}", function_name: "orders" }),
    httpApi("https://www.example.com"),
    backendApi(),
    api({ service_type: "HTTP-VPC", http_vpc_service_config: { name: "n" } }),
  ])("%j has all", (a) => {
    expect(judge(a)).toEqual({ violated: [], undecided: [] });
  });

  test.each<[object, string]>([
    [api({ service_type: "${var.x}" }), "service_type: needs var.x"],
    [api({ fc_service_config: "${var.x}" }), "fc_service_config: needs var.x"],
    [api({}, { function_type: "${var.x}" }), "fc_service_config.function_type: needs var.x"],
  ])("%j is undecided", (a, question) => {
    expect(judge(a)).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a ${question}`],
    });
  });

  test("a default is followed, and named", () => {
    const { violated } = judge(api({ service_type: "${var.s}" }), {
      variable: { s: { default: "MOCK" } },
    });
    expect(violated[0]).toContain(
      'no mock_service_config, with service_type "MOCK" (by the default of var.s)',
    );
  });

  test.each([{ service_type: [] }, { service_type: "FunctionCompute", fc_service_config: [1] }])(
    "strange input %j is no crash",
    (a) => {
      expect(judge(a).undecided).toEqual([]);
    },
  );

  test("a trigger of another type has no URL", () => {
    const of = (trigger_type: string) => ({
      resource: { alicloud_fcv3_trigger: { http: trigger(closed, { trigger_type }) } },
    });
    expect(shown(judge(api(), of("timer")).violated)).toEqual([
      'fc_service_config.function_base_url: alicloud_fcv3_trigger.http, of trigger_type "timer"',
    ]);
    expect(judge(api(), of("${var.x}")).violated).toEqual([]);
    expect(judge(api(), of("htp")).violated).toEqual([]);
  });
});
