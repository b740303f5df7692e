import { internetUrlDisabled } from "../../../lib/rules/api-gateway/internet-url-disabled";
import {
  type More,
  api,
  attachment,
  backend,
  backendApi,
  gateway,
  httpApi,
  plugin,
  trigger,
  urlOf,
} from "../../support/gateway";
import { judged, judgedAsPlan, testPage } from "../../support/rule";

const open = trigger({ authType: "function", methods: ["GET"], disableURLInternet: false });
const judge = (a: object, more: More = {}) =>
  judged(internetUrlDisabled, gateway(a, { trigger: open, ...more }));
const place = "alicloud_fcv3_trigger.http (trigger_config.disableURLInternet)";
const places = (texts: readonly string[]) => texts.map((text) => /resource +(.+)/.exec(text)?.[1]);
const route = (backendOf: object) => ({
  routes: [{ name: "r", condition: "1 = 1", backend: backendOf }],
});
const direct = httpApi("https://www.example.com");

describe("api-gateway/internet-url-disabled", () => {
  testPage(internetUrlDisabled);

  test.each<[string, object, object?]>([
    ["its URL", api()],
    ["its public URL", api({}, { function_base_url: urlOf("internet") })],
    [
      "its URL in the old notation",
      api({}, { function_base_url: "${alicloud_fcv3_trigger.http.http_trigger.0.url_intranet}" }),
    ],
    [
      "the whole trigger",
      api(
        {},
        { function_base_url: "${one(alicloud_fcv3_trigger.http.http_trigger).url_intranet}" },
      ),
    ],
    ["no function type", api({}, { function_type: undefined })],
    [
      "the function's name",
      api({}, { function_base_url: undefined, function_name: "orders", qualifier: "live" }),
    ],
    [
      "the function's name beside a pasted URL",
      api(
        {},
        {
          function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run",
          function_name: "orders",
          qualifier: "live",
        },
      ),
    ],
    ["an HTTP service", httpApi(urlOf("intranet"))],
    ["an HTTP service with a path", httpApi(`${urlOf("intranet")}/v1`)],
    [
      "an HTTP service with another scheme",
      httpApi(
        '${replace(alicloud_fcv3_trigger.http.http_trigger[0].url_intranet, "https:", "http:")}',
      ),
    ],
    [
      "a block in a list",
      api({ service_type: "HTTP", http_service_config: [{ address: urlOf("intranet") }] }),
    ],
    ["a backend for HTTP", backendApi(), backend("HTTP", { ServiceAddress: urlOf("intranet") })],
    [
      "a backend that is not said to be off",
      backendApi({ backend_enabled: undefined }),
      backend("HTTP", { ServiceAddress: urlOf("intranet") }),
    ],
    [
      "a backend for functions",
      backendApi(),
      backend("FC_HTTP_V3", { FunctionComputeConfig: { FcBaseUrl: urlOf("intranet") } }),
    ],
    [
      "a backend with a function's name",
      backendApi(),
      backend("FC_HTTP_V3", { functionName: "orders", qualifier: "live" }),
    ],
    [
      "a backend in jsonencode",
      backendApi(),
      backend(
        "HTTP",
        '${jsonencode({ServiceAddress = "${alicloud_fcv3_trigger.http.http_trigger[0].url_intranet}/x"})}',
      ),
    ],
    [
      "a routing plugin",
      direct,
      plugin("r", "routing", route({ type: "HTTP", address: urlOf("intranet") })),
    ],
    [
      "a routing plugin in YAML",
      direct,
      plugin(
        "r",
        "routing",
        `routes:\n- name: r\n  backend:\n    type: HTTP\n    address: ${urlOf("intranet")}`,
      ),
    ],
    [
      "a backend of which only the references are known",
      backendApi(),
      backend(
        "HTTP",
        "${jsonencode(merge({ServiceAddress = alicloud_fcv3_trigger.http.http_trigger[0].url_intranet}, var.more))}",
      ),
    ],
    [
      "a routing plugin in YAML that is not known whole",
      direct,
      plugin(
        "r",
        "routing",
        "${yamlencode({routes = [{backend = {address = alicloud_fcv3_trigger.http.http_trigger[0].url_intranet}}]})}",
      ),
    ],
  ])("a trigger is behind an API by %s", (_, a, resource = {}) => {
    const { violated, undecided } = judge(a, { resource });
    expect(places(violated)).toEqual([place]);
    expect(undecided).toEqual([]);
  });

  describe("in a plan", () => {
    const url = (expression: string) => api({}, { function_base_url: `\${${expression}}` });
    const twice = { resource: { alicloud_fcv3_trigger: { http: open, other: open } } };

    test.each([
      ["one()", url("one(alicloud_fcv3_trigger.http.http_trigger).url_intranet")],
      ["a splat", url("alicloud_fcv3_trigger.http.http_trigger[*].url_intranet[0]")],
      [
        "an item of a local's map",
        {
          ...url("each.value"),
          for_each: { orders: urlOf("intranet") },
        },
      ],
      ["an HTTP service", httpApi("${one(alicloud_fcv3_trigger.http.http_trigger).url_intranet}")],
    ])("the trigger is told by its block where %s takes the URL", (_, a) => {
      const { violated, undecided } = judgedAsPlan(internetUrlDisabled, gateway(a, twice));
      expect(places(violated)).toEqual([place]);
      expect(undecided).toEqual([]);
    });

    test("behind a local is the only trigger that is made, and nobody knows which of two", () => {
      const judgeLocal = (more: More) =>
        judgedAsPlan(
          internetUrlDisabled,
          gateway(url("local.url"), { ...more, locals: { url: urlOf("intranet") } }),
        );
      expect(places(judgeLocal({ trigger: open }).violated)).toEqual([place]);
      const dynamic = {
        fc_service_config: {
          for_each: [urlOf("intranet")],
          content: {
            function_type: "HttpTrigger",
            function_base_url: "${fc_service_config.value}",
          },
        },
      };
      const made = gateway(
        { ...api({ fc_service_config: undefined }), dynamic },
        { trigger: open },
      );
      expect(places(judgedAsPlan(internetUrlDisabled, made).violated)).toEqual([place]);
      expect(judgeLocal(twice)).toEqual({
        violated: [],
        undecided: [
          "alicloud_api_gateway_api.a fc_service_config.function_base_url: needs local.url",
        ],
      });
    });
  });

  test.each<[string, object, object, string]>([
    ["the qualifier that is named", {}, { qualifier: "${var.q}" }, "var.q"],
    ["the trigger's qualifier", { qualifier: "${var.t}" }, { qualifier: "live" }, "var.t"],
  ])("with a pasted URL it is open where %s is", (_, more, fc, need) => {
    const { violated, undecided } = judged(
      internetUrlDisabled,
      gateway(
        api(
          {},
          {
            function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run",
            function_name: "orders",
            ...fc,
          },
        ),
        { trigger: { ...open, ...more } },
      ),
    );
    expect(violated).toEqual([]);
    expect(undecided).toEqual([expect.stringContaining(need)]);
  });

  test("through a local and the output of another stack", () => {
    const other = gateway(api(), { trigger: open });
    const remote = "cross-stack-reference-input-triggers";
    const stacks = {
      triggers: {
        resource: { alicloud_fcv3_trigger: { http: open } },
        output: { "cross-stack-output-url": { value: urlOf("intranet") } },
      },
      gateway: {
        locals: { url: `\${data.terraform_remote_state.${remote}.outputs.cross-stack-output-url}` },
        resource: {
          alicloud_api_gateway_api: { a: api({}, { function_base_url: "${local.url}" }) },
        },
      },
      alone: other,
    };
    const { violated } = judged(internetUrlDisabled, stacks as never);
    expect(places(violated)).toEqual([place, place]);
  });

  test("each instance of a trigger is told apart", () => {
    const each = trigger("${jsonencode({disableURLInternet = each.value})}", {
      for_each: { a: true, b: false },
    });
    const at = (key: string) =>
      `\${alicloud_fcv3_trigger.http["${key}"].http_trigger[0].url_intranet}`;
    expect(judge(httpApi(at("a")), { trigger: each })).toEqual({ violated: [], undecided: [] });
    expect(judge(httpApi(at("b")), { trigger: each }).violated).toHaveLength(1);
  });

  test("a routing plugin may lead to several triggers", () => {
    const yaml = ["http", "b"].map((name) => `- backend:\n    address: ${urlOf("intranet", name)}`);
    const { violated } = judge(direct, {
      resource: {
        alicloud_fcv3_trigger: { http: open, b: open },
        ...plugin("r", "routing", `routes:\n${yaml.join("\n")}`),
      },
    });
    expect(places(violated)).toEqual([place.replace(".http", ".b"), place]);
  });

  test("what is left out is open, once for all APIs", () => {
    const { violated } = judge(api(), {
      trigger: trigger({ methods: ["GET"] }),
      resource: { alicloud_api_gateway_api: { a: api(), b: httpApi(urlOf("intranet")) } },
    });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain(
      "nothing, which leaves the internet URL open, behind alicloud_api_gateway_api.a",
    );
  });

  test("a default is followed, and named", () => {
    const config = "${jsonencode({ disableURLInternet = var.closed })}";
    const { violated } = judge(api(), {
      trigger: trigger(config),
      variable: { closed: { default: false } },
    });
    expect(violated[0]).toContain("(by the default of var.closed)");
  });

  test.each<[string, object, object?]>([
    ["an event", api({}, { function_type: "FCEvent", function_name: "orders", qualifier: "live" })],
    [
      "another qualifier",
      api({}, { function_base_url: undefined, function_name: "orders", qualifier: "old" }),
    ],
    ["another service type", api({ service_type: "MOCK", mock_service_config: { result: "ok" } })],
    [
      "a backend that is off",
      backendApi({ backend_enabled: false }),
      backend("HTTP", { ServiceAddress: urlOf("intranet") }),
    ],
    [
      "a backend for events",
      backendApi(),
      backend("FC_EVENT_V3", { functionName: "orders", qualifier: "live" }),
    ],
    [
      "a backend of another type",
      backendApi(),
      backend("OSS", { ServiceAddress: urlOf("intranet") }),
    ],
    [
      "another attribute",
      httpApi("https://${alicloud_fcv3_trigger.http.trigger_name}.example.com"),
    ],
    ["another host", httpApi("https://${var.name}.example.com")],
    ["a path only", httpApi(`https://www.example.com/${urlOf("intranet")}`)],
    [
      "a plugin of another type",
      direct,
      plugin("r", "remoteAuth", { authUri: { address: urlOf("intranet") } }),
    ],
    [
      "a route to a mock",
      direct,
      plugin("r", "routing", route({ type: "MOCK", address: urlOf("intranet") })),
    ],
    [
      "a route on another stage",
      direct,
      plugin("r", "routing", route({ type: "HTTP", address: urlOf("intranet") }), "PRE"),
    ],
    [
      "a backend on another stage",
      backendApi(),
      backend("HTTP", { ServiceAddress: urlOf("intranet") }, "PRE"),
    ],
    [
      "a group's route behind the API's own",
      direct,
      {
        alicloud_api_gateway_plugin: {
          own: { plugin_type: "routing", plugin_data: JSON.stringify(route({ type: "MOCK" })) },
          r: {
            plugin_type: "routing",
            plugin_data: JSON.stringify(route({ address: urlOf("intranet") })),
          },
        },
        alicloud_api_gateway_plugin_attachment: { own: attachment("own") },
        alicloud_api_gateway_group_plugin_attachment: {
          r: { ...attachment("r"), api_id: undefined },
        },
      },
    ],
    ["the address of a load balancer", httpApi("http://${alicloud_slb_load_balancer.lb.address}")],
  ])("%s is no front", (_, a, resource = {}) => {
    const variable = { name: {} };
    const { violated, undecided } = judge(a, { resource, variable });
    const ofOther = undecided.filter((text) => text.includes("alicloud_fcv3_trigger"));
    expect({ violated, ofOther }).toEqual({ violated: [], ofOther: [] });
  });

  test.each<[string, object, More, string]>([
    [
      "a condition",
      httpApi(
        '${var.x ? alicloud_fcv3_trigger.http.http_trigger[0].url_intranet : "https://www.example.com"}',
      ),
      {},
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x, alicloud_fcv3_trigger.http.http_trigger[0].url_intranet",
    ],
    [
      "the number of APIs",
      api({ count: "${var.x}" }),
      {},
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "the service type",
      api({ service_type: "${var.x}" }),
      {},
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "the function type",
      api({}, { function_type: "${var.x}" }),
      {},
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "the qualifier",
      api({}, { function_base_url: undefined, function_name: "orders", qualifier: "${var.x}" }),
      {},
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "whether the backend is on",
      backendApi({ backend_enabled: "${var.x}" }),
      { resource: backend("HTTP", { ServiceAddress: urlOf("intranet") }) },
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "the address",
      httpApi("${var.x}"),
      {},
      "alicloud_api_gateway_api.a http_service_config.address: needs var.x",
    ],
    [
      "the base URL",
      api({}, { function_base_url: "${var.x}" }),
      {},
      "alicloud_api_gateway_api.a fc_service_config.function_base_url: needs var.x",
    ],
    [
      "a trigger elsewhere",
      httpApi("https://abc.cn-hangzhou-vpc.fcapp.run/v1"),
      {},
      'alicloud_api_gateway_api.a http_service_config.address: needs disableURLInternet of the trigger at "https://abc.cn-hangzhou-vpc.fcapp.run/v1"',
    ],
    [
      "the setting",
      api(),
      { trigger: trigger("${var.x}") },
      "alicloud_fcv3_trigger.http trigger_config.disableURLInternet: needs var.x",
    ],
    [
      "the data of a backend",
      backendApi(),
      { resource: backend("FC_HTTP_V3", "${var.x}") },
      "alicloud_api_gateway_api.a backend_model_data: needs var.x",
    ],
    [
      "the backend",
      backendApi({ backend_id: "${var.x}" }),
      {},
      "alicloud_api_gateway_api.a backend_id: needs var.x",
    ],
  ])("%s that is not known leaves it undecided", (_, a, more, question) => {
    const { violated, undecided } = judge(a, { variable: { x: {} }, ...more });
    expect({ violated, undecided }).toEqual({ violated: [], undecided: [question] });
  });

  test.each(["[1]", "no json", { disableURLInternet: "true" }, { disableUrlInternet: true }, null])(
    "%j is for http-trigger/config to say",
    (config) => {
      expect(judge(api(), { trigger: trigger(config) })).toEqual({ violated: [], undecided: [] });
    },
  );

  test.each([
    { fc_service_config: 1, service_type: 2, stage_names: 3 },
    { fc_service_config: [[]], service_type: "FunctionCompute" },
    { http_service_config: null, service_type: "HTTP" },
    { backend_id: {}, service_type: [] },
    {},
  ])("strange input %j is no crash", (a) => {
    expect(judge(a).violated).toEqual([]);
  });
});
