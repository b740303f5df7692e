import { ResourceGraph, type TerraformJson } from "../../lib/graph";
import { api, attachment, gateway, httpApi, trigger, urlOf } from "../support/gateway";

const graphOf = (json: TerraformJson) => new ResourceGraph([{ stack: "", json }]);
const plugins = (types: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, { plugin_type: type, plugin_data: "{}" }]),
  );

describe("the groups of APIs", () => {
  test("a declared group has its APIs and its plugins", () => {
    const graph = graphOf(
      gateway(api(), {
        resource: {
          alicloud_api_gateway_instance: { i: {} },
          alicloud_api_gateway_group: {
            shop: { name: "shop", instance_id: "${alicloud_api_gateway_instance.i.id}" },
            empty: {},
          },
          alicloud_api_gateway_plugin: plugins({ p: "cors" }),
          alicloud_api_gateway_group_plugin_attachment: {
            p: { ...attachment("p"), api_id: undefined },
          },
        },
      }),
    );
    const [empty, shop] = graph.gatewayGroups;
    expect([empty.apis.length, empty.attachments.length, empty.instance]).toEqual([
      0,
      0,
      undefined,
    ]);
    expect(shop.apis.map(({ address }) => address)).toEqual(["alicloud_api_gateway_api.a"]);
    expect(shop.attachments.map(({ level, type }) => [level, type.text])).toEqual([
      ["group", "cors"],
    ]);
    expect(shop.instance?.address).toBe("alicloud_api_gateway_instance.i");
    expect(graph.gatewayApis[0].group).toBe(shop);
    expect(graph.gatewayPlugins[0].attachments).toHaveLength(1);
  });

  test("APIs that share an id are of one group, declared or not", () => {
    const of = (group: string) => httpApi("http://a", { group_id: group });
    const graph = graphOf({
      resource: {
        alicloud_api_gateway_api: {
          a: of("abc"),
          b: of("abc"),
          c: of("${var.g}"),
          d: of("${var.g}"),
          e: of("${var.h}"),
        },
      },
    } as never);
    expect(graph.gatewayGroups.map(({ apis }) => apis.length)).toEqual([2, 2, 1]);
    const keys = graph.gatewayApis.map(({ groupKey }) => groupKey);
    expect(keys).toEqual(["abc", "abc", undefined, undefined, undefined]);
    const [, , c, d, e] = graph.gatewayApis;
    expect(c.sureGroupKey).toBe(d.sureGroupKey);
    expect(c.sureGroupKey).not.toBe(e.sureGroupKey);
  });

  test("each instance of a group is one of its own", () => {
    const graph = graphOf({
      resource: {
        alicloud_api_gateway_group: { g: { for_each: { a: 1, b: 2 } } },
        alicloud_api_gateway_api: {
          one: { group_id: '${alicloud_api_gateway_group.g["a"].id}' },
          each: {
            for_each: { a: 1, b: 2 },
            group_id: "${alicloud_api_gateway_group.g[each.key].id}",
          },
        },
      },
    } as never);
    expect(graph.gatewayGroups.map(({ apis }) => apis.length)).toEqual([2, 1]);
  });
});

describe("the stages of an API", () => {
  test.each<[unknown, string[], number]>([
    [["RELEASE", "PRE", "RELEASE"], ["RELEASE", "PRE"], 0],
    [["RELEASE", "${var.x}"], ["RELEASE"], 1],
    ["${var.x}", [], 1],
    ["${var.d}", ["TEST"], 0],
    [undefined, [], 0],
  ])("%j are %j, and %i open", (stages, known, open) => {
    const variable = { x: {}, d: { default: ["TEST"] } };
    const [a] = graphOf(gateway(api({ stage_names: stages }), { variable })).gatewayApis;
    expect(a.stageNames.known).toEqual(known);
    expect(a.stageNames.open).toHaveLength(open);
  });
});

describe("the plugins in effect on a stage", () => {
  const on = (
    types: Readonly<Record<string, string>>,
    own: Readonly<Record<string, object>>,
    group: Readonly<Record<string, object>>,
    more: object = {},
  ) => {
    const attached = (all: Readonly<Record<string, object>>, id: object) =>
      Object.fromEntries(
        Object.entries(all).map(([name, values]) => [name, attachment(name, { ...id, ...values })]),
      );
    const [a] = graphOf(
      gateway(api(more), {
        variable: { x: {} },
        resource: {
          alicloud_api_gateway_plugin: plugins(types),
          alicloud_api_gateway_plugin_attachment: attached(own, {}),
          alicloud_api_gateway_group_plugin_attachment: attached(group, { api_id: undefined }),
        },
      }),
    ).gatewayApis;
    return a
      .pluginsOn("RELEASE")
      .map(({ plugin, attachment: { level }, certain, doubts }) =>
        [plugin?.resource.name, level, certain, ...doubts].join(" "),
      );
  };

  test("the API's own comes before its group's of the same type", () => {
    expect(on({ p: "cors", q: "cors", r: "caching" }, { p: {} }, { q: {}, r: {} })).toEqual([
      "p api yes",
      "r group yes",
    ]);
  });

  test("where it is not sure, both are there", () => {
    const own = { p: { stage_name: "${var.x}" } };
    expect(on({ p: "cors", q: "cors" }, own, { q: {} })).toEqual([
      "p api unknown var.x",
      "q group yes",
    ]);
  });

  test("those of another stage are not", () => {
    expect(on({ p: "cors" }, { p: { stage_name: "PRE" } }, {})).toEqual([]);
  });

  test("an unknown number of attachments may be none, unless the API is made by the same", () => {
    const each = { for_each: "${var.x}" };
    expect(on({ p: "cors" }, { p: each }, {})).toEqual(["p api unknown var.x"]);
    const made = { ...each, api_id: "${alicloud_api_gateway_api.a[each.key].api_id}" };
    expect(on({ p: "cors" }, { p: made }, {}, each)).toEqual(["p api yes"]);
    const over = {
      for_each: "${alicloud_api_gateway_api.a}",
      api_id: "${each.value.api_id}",
    };
    expect(on({ p: "cors" }, { p: over }, {}, each)).toEqual(["p api yes"]);
  });

  test("an instance of a plugin is found by its key", () => {
    const [a] = graphOf(
      gateway(api(), {
        resource: {
          alicloud_api_gateway_plugin: {
            p: { for_each: { c: "cors", k: "caching" }, plugin_type: "${each.value}" },
          },
          alicloud_api_gateway_plugin_attachment: {
            p: attachment("p", { plugin_id: '${alicloud_api_gateway_plugin.p["k"].id}' }),
          },
        },
      }),
    ).gatewayApis;
    expect(a.pluginsOn("RELEASE").map(({ type }) => type.text)).toEqual(["caching"]);
  });
});

describe("what an API forwards to", () => {
  test("a URL that a plan knows leads to the trigger that has it", () => {
    const host = "https://abc.cn-hangzhou-vpc.fcapp.run";
    const known = trigger(undefined, { http_trigger: [{ url_intranet: host }] });
    const [front] = graphOf(gateway(httpApi(`${host}/v1`), { trigger: known })).gatewayApis[0]
      .fronts;
    expect(front.trigger?.address).toBe("alicloud_fcv3_trigger.http");
    expect([front.network, front.region]).toEqual(["intranet", "cn-hangzhou"]);
  });

  test("the service, and where it says so", () => {
    const [a] = graphOf(gateway(api())).gatewayApis;
    expect(a.fronts).toMatchObject([
      {
        kind: "FunctionCompute",
        via: { address: "alicloud_api_gateway_api.a" },
        attribute: "fc_service_config.function_base_url",
        certain: "yes",
        network: "intranet",
        needs: [],
      },
    ]);
  });

  test("an address of which two parts are not known may be a trigger's", () => {
    const [a] = graphOf(
      gateway(httpApi(`\${var.scheme}://\${var.host}${urlOf("intranet")}`)),
    ).gatewayApis;
    expect(a.fronts.map(({ certain }) => certain)).toEqual(["unknown"]);
  });
});

test("what is attached is found in a graph of thousands", () => {
  const many = 2000;
  const named = <T>(make: (index: number) => T) =>
    Object.fromEntries(Array.from({ length: many }, (_, index) => [`n${index}`, make(index)]));
  const graph = graphOf({
    resource: {
      alicloud_api_gateway_group: named(() => ({})),
      alicloud_api_gateway_api: named((i) => ({
        group_id: `\${alicloud_api_gateway_group.n${i}.id}`,
        stage_names: ["RELEASE"],
      })),
      alicloud_api_gateway_plugin: named(() => ({ plugin_type: "cors" })),
      alicloud_api_gateway_plugin_attachment: named((i) => ({
        group_id: `\${alicloud_api_gateway_group.n${i}.id}`,
        api_id: `\${alicloud_api_gateway_api.n${i}.api_id}`,
        plugin_id: `\${alicloud_api_gateway_plugin.n${i}.id}`,
        stage_name: "RELEASE",
      })),
    },
  } as never);
  const started = performance.now();
  expect(graph.gatewayApis.map((a) => a.pluginsOn("RELEASE").length)).toEqual(
    Array.from({ length: many }, () => 1),
  );
  expect(performance.now() - started).toBeLessThan(5000);
});
