import { onePluginPerType } from "../../../lib/rules/api-gateway/one-plugin-per-type";
import { gatewayWith, gotIn, judgedApi, onApi, onGroup, together } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api, attachment, plugin } from "../../support/gateway";
import { judged, judgedAsPlan, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const judge = (...all: object[]) =>
  judgedApi(onePluginPerType, api({ stage_names: ["RELEASE", "PRE"] }), together(...all));
const second = (more: object = {}, type: unknown = "ipControl") =>
  together(plugin("z", type as string, {}), {
    alicloud_api_gateway_plugin_attachment: { z: attachment("z", more) },
  });
const grouped = (name: string, more: object = {}) => ({
  alicloud_api_gateway_group_plugin_attachment: {
    [name]: { ...attachment("ipControl"), api_id: undefined, ...more },
  },
});

describe("api-gateway/one-plugin-per-type", () => {
  testPage(onePluginPerType);

  test("a second one of a type is found, the same plugin again too", () => {
    const beside = "beside alicloud_api_gateway_plugin_attachment.ipControl";
    expect(gotIn(judge(onApi("ipControl"), second()))).toEqual([
      `a second plugin ipControl for the API on stage "RELEASE", ${beside}`,
    ]);
    const again = {
      alicloud_api_gateway_plugin_attachment: { again: attachment("ipControl") },
    };
    expect(judge(onApi("ipControl"), again).violated).toHaveLength(1);
  });

  test("on a group as on an API", () => {
    expect(gotIn(judge(onGroup("ipControl"), grouped("a")))).toEqual([
      'a second plugin ipControl for the group on stage "RELEASE", beside alicloud_api_gateway_group_plugin_attachment.a',
    ]);
    expect(judge(onGroup("ipControl"), grouped("a", { group_id: "7a" }))).toEqual(SATISFIED);
  });

  test("all but the first by address are named", () => {
    const third = { alicloud_api_gateway_plugin_attachment: { a: attachment("ipControl") } };
    const { violated } = judge(onApi("ipControl"), second(), third);
    expect(violated.map((text) => /resource +(\S+)/.exec(text)?.[1])).toEqual([
      "alicloud_api_gateway_plugin_attachment.ipControl",
      "alicloud_api_gateway_plugin_attachment.z",
    ]);
  });

  test("another stage, API, type or level is no repeat", () => {
    expect(judge(onApi("ipControl"), second({ stage_name: "PRE" }))).toEqual(SATISFIED);
    expect(judge(onApi("ipControl"), second({ api_id: "0f2a" }))).toEqual(SATISFIED);
    expect(judge(onApi("ipControl"), second({}, "jwtAuth"))).toEqual(SATISFIED);
    expect(judge(onApi("ipControl"), grouped("g"))).toEqual(SATISFIED);
  });

  test("what is not known is asked for, the same unknown is the same", () => {
    const at = "alicloud_api_gateway_plugin_attachment.z plugin_id: needs";
    expect(judge(onApi("ipControl"), second({ stage_name: "${var.x}" })).undecided).toEqual([
      `${at} var.x`,
    ]);
    expect(judge(onApi("ipControl"), second({ api_id: "${var.x}" })).undecided).toEqual([
      `${at} var.x`,
    ]);
    expect(judge(onApi("ipControl"), second({}, "${var.x}")).undecided).toEqual([`${at} var.x`]);
    expect(judge(onApi("ipControl"), second({ plugin_id: "0b3c" })).undecided).toEqual([
      `${at} the type of the plugin 0b3c`,
    ]);
    expect(judge(onApi("ipControl"), second({ plugin_id: "0b3c", stage_name: "PRE" }))).toEqual(
      SATISFIED,
    );
    const same = { api_id: "${var.x}", stage_name: "${var.stages}" };
    expect(
      judge(second(same), {
        alicloud_api_gateway_plugin_attachment: { a: attachment("z", same) },
      }).violated,
    ).toHaveLength(1);
    expect(judge(onApi("ipControl"), second({ count: "${var.x}" })).undecided).toHaveLength(1);
  });

  test("one block for several stages repeats nothing", () => {
    const each = { for_each: '${toset(["PRE", "RELEASE"])}', stage_name: "${each.value}" };
    expect(judge(second(each))).toEqual(SATISFIED);
    expect(judge(second(each), onApi("ipControl")).violated).toHaveLength(1);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      const more = { stage_name: value, api_id: value, group_id: value, plugin_id: value };
      const json = gatewayWith(api(), together(onApi("ipControl"), second(more)));
      expect(() => judged(onePluginPerType, json)).not.toThrow();
    }
  });

  test("in a plan an index of which nothing is told may take another API each time", () => {
    const made = { for_each: { a: 1, b: 2 } };
    const id = "${values(alicloud_api_gateway_api.a)[count.index].api_id}";
    const twice = {
      alicloud_api_gateway_plugin_attachment: {
        ipControl: attachment("ipControl", { count: 2, api_id: id }),
      },
    };
    const json = gatewayWith(api(made), together(onApi("ipControl"), twice), {});
    expect(judged(onePluginPerType, json)).toEqual(SATISFIED);
    expect(judgedAsPlan(onePluginPerType, json).violated).toEqual([]);
  });

  test("in a plan an id behind a local is that of the only API that is made", () => {
    const json = gatewayWith(
      api(),
      together(onApi("ipControl"), second({ api_id: "${local.a}" })),
      {
        locals: { a: "${alicloud_api_gateway_api.a.api_id}" },
      },
    );
    expect(judgedAsPlan(onePluginPerType, json).violated).toHaveLength(1);
  });

  test("instances of one block are told apart, and those over a block are one each", () => {
    const over = {
      for_each: "${alicloud_api_gateway_api.a}",
      api_id: "${each.value.api_id}",
    };
    const json = (more: object) =>
      gatewayWith(
        api({ for_each: { a: 1, b: 2 } }),
        together(
          onApi("ipControl"),
          {
            alicloud_api_gateway_plugin_attachment: { ipControl: attachment("ipControl", over) },
          },
          more,
        ),
      );
    expect(judged(onePluginPerType, json({}))).toEqual(SATISFIED);
    const again = second({ api_id: '${alicloud_api_gateway_api.a["b"].api_id}' });
    expect(judged(onePluginPerType, json(again)).violated).toHaveLength(1);
  });
});
