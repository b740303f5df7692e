import { region } from "../../../lib/rules/api-gateway/region";
import { type More, api, gateway, httpApi, trigger, urlOf } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const provider = {
  alicloud: [
    { region: "cn-hangzhou" },
    { alias: "shanghai", region: "cn-shanghai" },
    { alias: "same", region: "cn-hangzhou" },
    { alias: "open", region: "${var.x}" },
    { alias: "env" },
  ],
};
const judge = (a: object, more: More = {}) =>
  judged(region, gateway(a, { variable: { x: {}, y: {} }, provider, ...more }));
const got = (texts: readonly string[]) => texts.map((text) => /got +(.+)/.exec(text)?.[1]);
const right = { violated: [], undecided: [] };
const shanghai = trigger(undefined, { provider: "alicloud.shanghai" });
const pasted = "https://abc.cn-shanghai-vpc.fcapp.run";

describe("api-gateway/region", () => {
  testPage(region);

  test.each<[object, More, string]>([
    [
      api({}, { region: "cn-shanghai" }),
      {},
      'the API in "cn-hangzhou", fc_service_config.region in "cn-shanghai"',
    ],
    [
      api(),
      { trigger: shanghai },
      'the API in "cn-hangzhou", alicloud_fcv3_trigger.http in "cn-shanghai"',
    ],
    [
      httpApi(urlOf("intranet")),
      { trigger: shanghai },
      'the API in "cn-hangzhou", alicloud_fcv3_trigger.http in "cn-shanghai"',
    ],
    [
      api({}, { function_base_url: pasted }),
      {},
      'the API in "cn-hangzhou", the trigger\'s URL in "cn-shanghai"',
    ],
    [httpApi(`${pasted}/v1`), {}, 'the API in "cn-hangzhou", the trigger\'s URL in "cn-shanghai"'],
    [
      api({ provider: "alicloud.env" }, { function_base_url: pasted }),
      {},
      'fc_service_config.region in "cn-hangzhou", the trigger\'s URL in "cn-shanghai"',
    ],
    [
      api({ provider: "alicloud.same" }, { region: "${var.r}" }),
      { variable: { r: { default: "eu-west-1" } } },
      'the API in "cn-hangzhou", fc_service_config.region in "eu-west-1" (by the default of var.r)',
    ],
    [
      httpApi("https://${var.x}.cn-shanghai-vpc.fcapp.run"),
      {},
      'the API in "cn-hangzhou", the trigger\'s URL in "cn-shanghai"',
    ],
  ])("%j is apart", (a, more, expected) => {
    const { violated, undecided } = judge(a, more);
    expect(got(violated)).toEqual([expected]);
    expect(undecided).toEqual([]);
  });

  test.each<[object, More?]>([
    [api()],
    [api({ provider: "alicloud.same" })],
    [
      api({ provider: "alicloud.open" }, { region: "${var.x}" }),
      { trigger: trigger(undefined, { provider: "alicloud.open" }) },
    ],
    [api({}, { function_base_url: "https://abc.cn-hangzhou-vpc.fcapp.run" })],
    [api({}, { region: undefined })],
    [api({}, { function_type: "FCEvent", function_name: "orders", region: "cn-shanghai" })],
    [httpApi("https://www.example.com")],
    [httpApi(urlOf("intranet")), { provider: {} }],
  ])("%j is in one region", (a, more = {}) => {
    expect(judge(a, more)).toEqual(right);
  });

  test("the current region of the provider is followed", () => {
    const data = { alicloud_regions: { current: { current: true } } };
    const current = "${data.alicloud_regions.current.regions[0].id}";
    expect(judge(api({}, { region: current }), { data })).toEqual(right);
    const apart = judge(api({ provider: "alicloud.shanghai" }, { region: current }), { data });
    expect(apart.violated).toHaveLength(1);
  });

  test("of a function that is called as an event the region is its own", () => {
    const event = (where: string, more: object = {}) =>
      api(more, { function_type: "FCEvent", function_name: "cart", region: where });
    const alicloud_fcv3_function = { cart: { function_name: "cart" } };
    const more = { resource: { alicloud_fcv3_function } };
    expect(judge(event("cn-hangzhou"), more)).toEqual(right);
    expect(got(judge(event("cn-shanghai"), more).violated)).toEqual([
      'fc_service_config.region "cn-shanghai", and alicloud_fcv3_function.cart in "cn-hangzhou"',
    ]);
    expect(judge(event("${var.x}"), more).undecided).toHaveLength(1);
    const far = event("cn-shanghai", { provider: "alicloud.shanghai" });
    expect(judge(far, more)).toEqual(right);
  });

  test.each<[object, More, string]>([
    [api({ provider: "alicloud.open" }), {}, "needs var.x"],
    [api({}, { region: "${var.x}" }), {}, "needs var.x"],
    [api({ provider: "alicloud.env" }), {}, "needs the region of the provider alicloud.env"],
    [api({ service_type: "${var.x}" }, { region: "cn-shanghai" }), {}, "needs var.x"],
  ])("%j is undecided", (a, more, needs) => {
    expect(judge(a, more)).toEqual({
      violated: [],
      undecided: [`alicloud_api_gateway_api.a fc_service_config.region: ${needs}`],
    });
  });

  test.each([{ region: [] }, { region: 7 }, { region: {} }])(
    "strange input %j is no crash",
    (fc) => {
      expect(judge(api({}, fc)).undecided).toEqual([]);
    },
  );
});
