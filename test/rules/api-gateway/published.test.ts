import { published } from "../../../lib/rules/api-gateway/published";
import { type More, api, gateway, httpApi } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";

const judge = (stages: unknown, more: More = {}) =>
  judged(published, gateway(api({ stage_names: stages }), more));
const right = { violated: [], undecided: [] };

describe("api-gateway/published", () => {
  testPage(published);

  test.each([[["RELEASE"]], [["CANARY"]], [["${var.stage}"]], ['${toset(["RELEASE"])}']])(
    "%j is published",
    (stages) => {
      expect(judge(stages, { variable: { stage: {} } })).toEqual(right);
    },
  );

  test.each([[[]], [null], ["${toset([])}"]])("%j is not", (stages) => {
    expect(judge(stages).violated).toHaveLength(1);
  });

  test("an API in front of something else is one too", () => {
    const a = httpApi("https://www.example.com", { stage_names: undefined });
    expect(judged(published, gateway(a)).violated).toHaveLength(1);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge("${var.stages}", { variable: { stages: { default: [] } } });
    expect(violated[0]).toContain("an empty stage_names (by the default of var.stages)");
  });

  test("a set with one that may be null is undecided", () => {
    const stages = "${toset(compact([var.stage]))}";
    expect(judge(stages, { variable: { stage: {} } })).toEqual({
      violated: [],
      undecided: ["alicloud_api_gateway_api.a stage_names: needs var.stage"],
    });
  });

  test.each(["RELEASE", 1, {}])("strange input %j is no crash", (stages) => {
    expect(judge(stages)).toEqual(right);
  });
});
