import { attachmentStage } from "../../../lib/rules/api-gateway/attachment-stage";
import { gatewayWith, gotIn, judgedApi, onApi, onGroup, together } from "../../support/attached";
import { STRANGE } from "../../support/function";
import { api, attachment } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const stages = (...names: unknown[]) => api({ stage_names: names });
const judge = (a: object, resource: object, more = {}) =>
  judgedApi(attachmentStage, a, resource, more);
const own = (more: object) =>
  together(onApi("ipControl"), {
    alicloud_api_gateway_plugin_attachment: { ipControl: attachment("ipControl", more) },
  });

describe("api-gateway/attachment-stage", () => {
  testPage(attachmentStage);

  test("a stage to which the API is published is right, on both levels", () => {
    expect(judge(stages("RELEASE", "PRE"), onApi("ipControl", "PRE"))).toEqual(SATISFIED);
    expect(judge(stages("RELEASE", "PRE"), onGroup("ipControl", "PRE"))).toEqual(SATISFIED);
    expect(judge(stages("BLUE"), onGroup("ipControl", "BLUE"))).toEqual(SATISFIED);
  });

  test("another one is not", () => {
    expect(gotIn(judge(stages("RELEASE"), onApi("ipControl", "PRE")))).toEqual([
      '"PRE", and the API is published to RELEASE',
    ]);
    expect(gotIn(judge(stages("RELEASE", "PRE"), onGroup("ipControl", "TEST")))).toEqual([
      '"TEST", and the APIs of the group are published to PRE and RELEASE',
    ]);
    expect(gotIn(judge(api({ stage_names: undefined }), onApi("ipControl")))).toEqual([
      '"RELEASE", and the API is published to no stage',
    ]);
    expect(gotIn(judge(stages(), onGroup("ipControl")))).toEqual([
      '"RELEASE", and the APIs of the group are published to no stage',
    ]);
  });

  test("a custom stage takes none of an API, also where the API is published to it", () => {
    expect(gotIn(judge(stages("BLUE"), onApi("ipControl", "BLUE")))).toEqual(['"BLUE"']);
    const { violated } = judge(stages("RELEASE"), onApi("ipControl", "release"));
    expect(violated.join()).toContain('fix       write "RELEASE"');
    expect(gotIn(judge(stages("BLUE"), own({ api_id: "abc", stage_name: "BLUE" })))).toEqual([
      '"BLUE"',
    ]);
  });

  test("one API of the group is enough for the group", () => {
    const other = { alicloud_api_gateway_api: { a: stages("RELEASE"), b: stages("PRE") } };
    expect(judge(stages(), together(onGroup("ipControl", "PRE"), other))).toEqual(SATISFIED);
    expect(judge(stages(), together(onApi("ipControl", "PRE"), other)).violated).toHaveLength(1);
  });

  test("what is declared elsewhere is left alone", () => {
    expect(judge(stages("RELEASE"), own({ api_id: "0f2a", stage_name: "PRE" }))).toEqual(SATISFIED);
    expect(judge(stages("RELEASE"), own({ api_id: "${var.x}", stage_name: "PRE" }))).toEqual(
      SATISFIED,
    );
    const group = {
      alicloud_api_gateway_group_plugin_attachment: {
        g: { group_id: "7a", plugin_id: "1b", stage_name: "PRE" },
        h: { group_id: "${var.x}", plugin_id: "1b", stage_name: "PRE" },
      },
    };
    expect(judge(stages("RELEASE"), group)).toEqual(SATISFIED);
    // A group whose APIs are made elsewhere.
    expect(judge(api({ group_id: "7a" }), onGroup("ipControl", "PRE"))).toEqual(SATISFIED);
  });

  test("what is not known is asked for", () => {
    const at = "alicloud_api_gateway_plugin_attachment.ipControl stage_name: needs";
    expect(judge(api({ stage_names: "${var.stages}" }), onApi("ipControl")).undecided).toEqual([
      `${at} var.stages`,
    ]);
    expect(judge(stages("PRE", "${var.x}"), onApi("ipControl")).undecided).toEqual([`${at} var.x`]);
    expect(judge(stages("RELEASE"), onApi("ipControl", "${var.x}")).undecided).toEqual([
      `${at} var.x`,
    ]);
    expect(
      judge(
        api({ group_id: "${var.x}" }),
        together(onGroup("ipControl", "PRE"), {
          alicloud_api_gateway_api: {
            a: api({ group_id: "${var.x}", stage_names: ["PRE"] }),
            b: stages("RELEASE"),
          },
        }),
      ).undecided,
    ).toEqual(["alicloud_api_gateway_group_plugin_attachment.ipControl stage_name: needs var.x"]);
  });

  test("the same value on both sides, and one attachment for each stage, are right", () => {
    expect(judge(stages("${var.x}"), onApi("ipControl", "${var.x}"))).toEqual(SATISFIED);
    const each = { for_each: "${toset(var.stages)}", stage_name: "${each.value}" };
    expect(judge(api({ stage_names: "${var.stages}" }), own(each))).toEqual(SATISFIED);
    const known = { for_each: '${toset(["PRE", "TEST"])}', stage_name: "${each.key}" };
    expect(gotIn(judge(stages("PRE"), own(known)))).toEqual([
      '"TEST", and the API is published to PRE',
    ]);
  });

  test("a default is followed", () => {
    const variable = { stage: { default: "PRE" } };
    expect(
      gotIn(judge(stages("RELEASE"), onApi("ipControl", "${var.stage}"), { variable })),
    ).toEqual(['"PRE", and the API is published to RELEASE (by the default of var.stage)']);
  });

  test("strange values are no crash", () => {
    for (const value of STRANGE) {
      for (const json of [
        gatewayWith(api({ stage_names: value }), onApi("ipControl")),
        gatewayWith(api({ group_id: value }), onGroup("ipControl")),
        gatewayWith(api(), own({ stage_name: value, api_id: value, group_id: value })),
      ]) {
        expect(() => judged(attachmentStage, json)).not.toThrow();
      }
    }
  });
});
