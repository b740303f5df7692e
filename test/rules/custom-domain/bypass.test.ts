import { bypass } from "../../../lib/rules/custom-domain/bypass";
import { judged, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const right = { violated: [], undecided: [] };
const URL = "${alicloud_fcv3_trigger.t.http_trigger[0].url_intranet}";

const trigger = (config: object = {}, more: object = {}) => ({
  function_name: "orders",
  qualifier: "live",
  trigger_type: "http",
  trigger_config: JSON.stringify({ authType: "function", disableURLInternet: true, ...config }),
  ...more,
});
const api = (service: object = {}, more: object = {}) => ({
  service_type: "FunctionCompute",
  fc_service_config: { function_type: "HttpTrigger", function_base_url: URL, ...service },
  ...more,
});
const domain = (more: object = {}, route: object = {}) => ({
  route_config: { routes: [{ path: "/*", function_name: "orders", ...route }] },
  ...more,
});

const judge = (resource: object) =>
  judged(bypass, {
    variable: { auth: {}, closed: {}, url: {}, name: {}, on: {}, type: { default: "anonymous" } },
    resource: {
      alicloud_fcv3_trigger: { t: trigger() },
      alicloud_api_gateway_api: { a: api() },
      alicloud_fcv3_custom_domain: { d: domain() },
      ...resource,
    },
  } as never);
const withDomain = (d: object) => judge({ alicloud_fcv3_custom_domain: { d } });
const withApi = (a: object) => judge({ alicloud_api_gateway_api: { a } });
const open = (...needs: string[]) => ({
  violated: [],
  undecided: [`alicloud_fcv3_custom_domain.d route_config.routes[0]: needs ${needs.join(", ")}`],
});

describe("custom-domain/bypass", () => {
  testPage(bypass);

  test.each<[object | undefined]>([
    [undefined],
    [{}],
    [[{}]],
    [{ auth_type: "anonymous" }],
    [[{ auth_type: "anonymous" }]],
    [{ auth_type: "${var.type}" }],
  ])("auth_config %j lets anybody in", (auth_config) => {
    expect(withDomain(domain({ auth_config })).violated).toHaveLength(1);
  });

  test.each([{ auth_type: "function" }, { auth_type: "jwt" }, { auth_type: "JWT" }])(
    "auth_config %j does not, or is for custom-domain/auth to say",
    (auth_config) => {
      expect(withDomain(domain({ auth_config }))).toEqual(right);
    },
  );

  test("the function counts, not the qualifier, and is found by name and by reference", () => {
    expect(withDomain(domain({}, { qualifier: "live" })).violated).toHaveLength(1);
    expect(withDomain(domain({}, { qualifier: "LATEST" })).violated).toHaveLength(1);
    const function_name = "${alicloud_fcv3_function.f.function_name}";
    const { violated } = judge({
      alicloud_fcv3_function: { f: { function_name: "orders" } },
      alicloud_fcv3_trigger: { t: trigger({}, { function_name }) },
      alicloud_fcv3_custom_domain: { d: domain({}, { function_name }) },
    });
    expect(violated).toHaveLength(1);
    const unknown = { function_name: "${var.name}" };
    const same = judge({
      alicloud_fcv3_trigger: { t: trigger({}, unknown) },
      alicloud_fcv3_custom_domain: { d: domain({}, unknown) },
    });
    expect(linesOf(same.violated, "got")[0]).toContain("a route to ${var.name}, whose");
  });

  test("each function is named once, with its first route", () => {
    const routes = [
      { path: "/a", function_name: "carts" },
      { path: "/b", function_name: "orders" },
      { path: "/c", function_name: "orders", qualifier: "live" },
    ];
    const { violated } = withDomain({ route_config: [{ routes }] });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_fcv3_custom_domain.d (route_config.routes[1])");
  });

  test("a function that the gateway does not front, or whose URL is open, is no way past it", () => {
    expect(withDomain(domain({}, { function_name: "carts" }))).toEqual(right);
    expect(withDomain(domain({}, { function_name: null }))).toEqual(right);
    expect(withDomain(domain({ provider: "alicloud.hongkong" }))).toEqual(right);
    expect(judge({ alicloud_api_gateway_api: {} })).toEqual(right);
    expect(withApi(api({ function_base_url: "https://example.com" }))).toEqual(right);
    expect(withApi({ service_type: "MOCK" })).toEqual(right);
    const event = { function_type: "FCEvent", function_name: "orders", function_base_url: null };
    expect(withApi(api(event))).toEqual(right);
    for (const disableURLInternet of [false, undefined, "no"]) {
      const alicloud_fcv3_trigger = { t: trigger({ disableURLInternet }) };
      expect(judge({ alicloud_fcv3_trigger })).toEqual(right);
    }
  });

  test("a backend that names the function is a front too", () => {
    const named = { function_base_url: null, function_name: "orders", qualifier: "live" };
    expect(withApi(api(named)).violated).toHaveLength(1);
  });

  test("what is not known is undecided where it decides", () => {
    expect(withDomain(domain({ auth_config: "${var.auth}" }))).toEqual(open("var.auth"));
    expect(withDomain(domain({}, { function_name: "${var.name}" }))).toEqual(open("var.name"));
    expect(withDomain({ route_config: "${var.name}" })).toEqual(open("var.name"));
    expect(withApi(api({ function_base_url: "${var.url}" }))).toEqual(open("var.url"));
    expect(withApi(api({}, { count: "${var.on}" }))).toEqual(open("var.on"));
    const trigger_config = '{"disableURLInternet":"${var.closed}"}';
    const alicloud_fcv3_trigger = { t: trigger({}, { trigger_config }) };
    expect(judge({ alicloud_fcv3_trigger })).toEqual(open("var.closed"));
  });

  test("a trigger that is declared elsewhere is undecided", () => {
    const url = "https://orders-abcdefghij.eu-central-1-vpc.fcapp.run";
    expect(withApi(api({ function_base_url: url }))).toEqual(open(`the trigger at "${url}"`));
    const named = { function_base_url: null, function_name: "orders", qualifier: "live" };
    const resource = {
      alicloud_fcv3_trigger: {},
      alicloud_api_gateway_api: { a: api(named) },
    };
    expect(judge(resource)).toEqual(open('disableURLInternet of the HTTP trigger of "orders"'));
    expect(
      judge({
        ...resource,
        alicloud_fcv3_custom_domain: { d: domain({}, { function_name: "carts" }) },
      }),
    ).toEqual(right);
  });

  test.each([null, "x", 3, [], [["x"]], {}])("strange routes %j do no harm", (route_config) => {
    expect(withDomain({ route_config })).toEqual(right);
    expect(withDomain({ route_config: { routes: route_config } })).toEqual(right);
  });
});
