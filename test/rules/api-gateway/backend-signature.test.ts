import { backendSignature } from "../../../lib/rules/api-gateway/backend-signature";
import {
  type More,
  api,
  attachment,
  backend,
  backendApi,
  gateway,
  httpApi,
  plugin,
  urlOf,
} from "../../support/gateway";
import { judged, judgedAsPlan, testPage } from "../../support/rule";

const secret = { type: "APIGW_BACKEND", key: "${var.key}", secret: "${var.secret}" };
const signed = plugin("sig", "backendSignature", secret);
const onGroup = (more: object = {}) => ({
  ...signed,
  alicloud_api_gateway_plugin_attachment: {},
  alicloud_api_gateway_group_plugin_attachment: {
    sig: { ...attachment("sig"), api_id: undefined, ...more },
  },
});
const on = (more: object) => ({
  ...signed,
  alicloud_api_gateway_plugin_attachment: { sig: attachment("sig", more) },
});
const judge = (a: object, resource: object = {}, more: More = {}) =>
  judged(backendSignature, gateway(a, { variable: { x: {}, stages: {} }, resource, ...more }));
const stages = (...names: string[]) => ({ stage_names: names });
const got = (texts: readonly string[]) => texts.map((text) => /got +(.+)/.exec(text)?.[1]);
const right = { violated: [], undecided: [] };

describe("api-gateway/backend-signature", () => {
  testPage(backendSignature);

  test.each<[string, object, object?]>([
    ["the function's URL", api()],
    ["the function's name", api({}, { function_base_url: undefined, function_name: "orders" })],
    [
      "an intranet URL that is written out",
      api({}, { function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run" }),
    ],
    ["a URL of which only the end is known", httpApi("https://${var.x}.cn-hangzhou-vpc.fcapp.run")],
    ["a URL that is not known, of a trigger", api({}, { function_base_url: "${var.x}" })],
    [
      "one of two triggers",
      httpApi(
        "${coalesce(alicloud_fcv3_trigger.http.http_trigger[0].url_intranet, alicloud_fcv3_trigger.b.http_trigger[0].url_intranet)}",
      ),
      { alicloud_fcv3_trigger: { b: {}, http: {} } },
    ],
    ["an HTTP service", httpApi(urlOf("intranet"))],
    ["a backend", backendApi(), backend("FC_HTTP_V3", { functionName: "orders" })],
    [
      "a routing plugin",
      httpApi("http://a"),
      plugin("r", "routing", {
        routes: [{ backend: { type: "HTTP", address: urlOf("intranet") } }],
      }),
    ],
    ["an API of which there may be several", api({ for_each: "${var.x}" })],
  ])("an API in front of a trigger by %s is signed", (_, a, resource = {}) => {
    const { violated } = judge(a, resource);
    expect(got(violated)).toEqual(["no backendSignature plugin on RELEASE"]);
  });

  test.each<[string, object, object]>([
    ["to the API", api(), signed],
    ["to the group", api(), onGroup()],
    [
      "on each stage",
      api(stages("PRE", "RELEASE")),
      {
        ...signed,
        alicloud_api_gateway_plugin_attachment: {
          sig: attachment("sig", {
            for_each: '${toset(["RELEASE", "PRE"])}',
            stage_name: "${each.key}",
          }),
        },
      },
    ],
    [
      "on two levels",
      api(stages("PRE", "RELEASE")),
      {
        ...onGroup({ stage_name: "PRE" }),
        alicloud_api_gateway_plugin_attachment: { sig: attachment("sig") },
      },
    ],
    [
      "by the second part of the API's id",
      api(),
      on({ api_id: '${split(":", alicloud_api_gateway_api.a.id)[1]}' }),
    ],
    [
      "to each instance",
      api({ for_each: { one: 1, two: 2 } }),
      {
        ...signed,
        alicloud_api_gateway_plugin_attachment: {
          sig: attachment("sig", {
            for_each: { one: 1, two: 2 },
            api_id: "${alicloud_api_gateway_api.a[each.key].api_id}",
          }),
        },
      },
    ],
    [
      "for each of an unknown number",
      api({ for_each: "${var.x}" }),
      on({ for_each: "${var.x}", api_id: "${alicloud_api_gateway_api.a[each.key].api_id}" }),
    ],
    [
      "on the stages of a variable",
      api({ stage_names: "${var.stages}" }),
      on({ for_each: "${toset(var.stages)}", stage_name: "${each.value}" }),
    ],
    [
      "on a stage of a variable",
      api({ stage_names: ["${var.x}"] }),
      on({ stage_name: "${var.x}" }),
    ],
    [
      "a plugin that a data source finds by its type",
      api(),
      { ...on({ plugin_id: "${data.alicloud_api_gateway_plugins.all.plugins[0].id}" }) },
    ],
  ])("%s is right", (_, a, resource) => {
    const data = { alicloud_api_gateway_plugins: { all: { plugin_type: "backendSignature" } } };
    expect(judge(a, resource, { data })).toEqual(right);
  });

  test("a group that is declared elsewhere is one by its id", () => {
    const elsewhere = { group_id: "${data.alicloud_api_gateway_groups.all.groups[0].id}" };
    expect(judge(api(elsewhere), onGroup(elsewhere))).toEqual(right);
    expect(judge(api({ group_id: "abc" }), onGroup({ group_id: "abc" }))).toEqual(right);
    expect(judge(api({ group_id: "abc" }), onGroup({ group_id: "abd" })).violated).toHaveLength(1);
  });

  test.each<[string, object, object, string]>([
    ["on one of two stages", api(stages("PRE", "RELEASE")), signed, "PRE"],
    ["on none of three stages", api(stages("PRE", "RELEASE", "TEST")), {}, "PRE, RELEASE and TEST"],
    ["on another stage of the group", api(), onGroup({ stage_name: "TEST" }), "RELEASE"],
    ["of another type", api(), plugin("sig", "jwtAuth", {}), "RELEASE"],
    [
      "of another API",
      api(),
      {
        ...on({ api_id: "${alicloud_api_gateway_api.b.api_id}" }),
        alicloud_api_gateway_api: { a: api(), b: httpApi("http://b") },
      },
      "RELEASE",
    ],
    [
      "of another group",
      api(),
      {
        ...onGroup({ group_id: "${alicloud_api_gateway_group.other.id}" }),
        alicloud_api_gateway_group: { other: {}, shop: {} },
      },
      "RELEASE",
    ],
    [
      "of another group that is not known",
      api(),
      {
        ...on({ api_id: "${var.x}", group_id: "${alicloud_api_gateway_group.other.id}" }),
        alicloud_api_gateway_group: { other: {}, shop: {} },
      },
      "RELEASE",
    ],
    ["on another stage that is not known", api(stages("${var.x}")), {}, "${var.x}"],
  ])("a plugin %s does not sign", (_, a, resource, stage) => {
    const { violated, undecided } = judge(a, resource);
    expect(got(violated)).toEqual([`no backendSignature plugin on ${stage}`]);
    expect(undecided).toEqual([]);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge(api({ stage_names: "${var.stages}" }), signed, {
      variable: { stages: { default: ["RELEASE", "PRE"] } },
    });
    expect(got(violated)).toEqual([
      "no backendSignature plugin on PRE (by the default of var.stages)",
    ]);
  });

  test.each<[string, object, object, string]>([
    ["the stages", api({ stage_names: "${var.stages}" }), {}, "var.stages"],
    ["one more stage", api(stages("RELEASE", "${var.x}")), signed, "var.x"],
    ["the plugin's stage", api(), on({ stage_name: "${var.x}" }), "var.x"],
    ["the plugin's API", api(), on({ api_id: "${var.x}" }), "var.x"],
    [
      "whose the id is",
      api(),
      on({ api_id: "0a1b" }),
      "what alicloud_api_gateway_plugin_attachment.sig is attached to",
    ],
    ["the plugin", api(), on({ plugin_id: "${var.x}" }), "var.x"],
    ["a plugin elsewhere", api(), on({ plugin_id: "p1" }), "the type of the plugin p1"],
    ["the plugin's type", api(), plugin("sig", "${var.x}", {}), "var.x"],
    ["the number of attachments", api(), on({ count: "${var.x}" }), "var.x"],
    [
      "the group of the API",
      api({ group_id: "${var.x}" }),
      onGroup(),
      "alicloud_api_gateway_group.shop.id, var.x",
    ],
    ["the address", httpApi("${var.x}"), {}, "var.x"],
    ["the stage of the backend", backendApi(), backend("FC_HTTP", {}, "${var.x}"), "var.x"],
  ])("%s that is not known leaves it undecided", (_, a, resource, needs) => {
    expect(judge(a, resource)).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a stage_names: needs ${needs}`],
    });
  });

  test("a stage without a name is shown as it is written", () => {
    const { violated } = judge(api(stages("")), on({}));
    expect(got(violated)).toEqual(['no backendSignature plugin on ""']);
  });

  test("a known stage without is violated, whatever the others are", () => {
    const { violated, undecided } = judge(api(stages("PRE", "${var.x}")), signed);
    expect(got(violated)).toEqual(["no backendSignature plugin on PRE"]);
    expect(undecided).toEqual([]);
  });

  test.each<[string, object, object?]>([
    ["published nowhere", api({ stage_names: undefined })],
    ["published to no stage", api(stages())],
    ["that calls an event", api({}, { function_type: "FCEvent", function_name: "orders" })],
    ["that calls something else", httpApi("https://www.example.com")],
    ["whose backend is a function on another stage", backendApi(), backend("FC_HTTP", {}, "TEST")],
  ])("an API %s needs none", (_, a, resource = {}) => {
    expect(judge(a, resource)).toEqual(right);
  });

  describe("of several APIs of a block a plan does not tell which one an attachment is for", () => {
    const planned = (...methods: string[]) =>
      judgedAsPlan(
        backendSignature,
        gateway(api({ for_each: { GET: 1, POST: 2 } }), {
          resource: on({
            for_each: `\${{ for pair in setproduct(${JSON.stringify(methods)}, ["x"]) : join("-", pair) => pair }}`,
            api_id: "${alicloud_api_gateway_api.a[each.value[0]].api_id}",
          }),
        }),
      );

    test("so with as many as there are APIs it is open", () => {
      const { violated, undecided } = planned("GET", "POST");
      expect(violated).toEqual([]);
      expect(undecided).toHaveLength(2);
    });

    test("and with fewer there is one that has none", () => {
      const { violated } = planned("GET");
      expect(violated).toHaveLength(1);
      expect(violated[0]).toContain(
        "1 backendSignature plugin on RELEASE for 2 APIs of this block",
      );
    });
  });

  test("the plugin of an API stands for its group's too", () => {
    const both = {
      ...onGroup(),
      alicloud_api_gateway_plugin_attachment: { sig: attachment("sig") },
    };
    expect(judge(api(), both)).toEqual(right);
  });

  test.each([{ stage_names: "RELEASE" }, { stage_names: [1, [], {}] }, { stage_names: {} }])(
    "strange stages %j are no crash",
    (more) => {
      expect(judge(api(more)).undecided).toEqual([]);
    },
  );
});
