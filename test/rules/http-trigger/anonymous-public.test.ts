import { anonymousPublic } from "../../../lib/rules/http-trigger/anonymous-public";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

const judge = (config: object) =>
  judged(anonymousPublic, one(http(config), { variable: { x: {}, open: { default: false } } }));

describe("http-trigger/anonymous-public", () => {
  testPage(anonymousPublic);

  test("open by default is open", () => {
    for (const disableURLInternet of [undefined, null]) {
      const { violated } = judge({ authType: "anonymous", disableURLInternet });
      expect(linesOf(violated, "got")).toEqual([
        '"anonymous", and the internet URL is open by default',
      ]);
    }
  });

  test("any authentication, and a closed URL, are right", () => {
    for (const authType of ["function", "jwt", "basic", "bearer", undefined, "open"]) {
      expect(judge({ authType })).toEqual(SATISFIED);
    }
    expect(judge({ authType: "${var.x}", disableURLInternet: true })).toEqual(SATISFIED);
    expect(judge({ authType: "jwt", disableURLInternet: "${var.x}" })).toEqual(SATISFIED);
  });

  test("a URL that is not known is undecided", () => {
    const open = withConfig('${jsonencode({authType = "anonymous", disableURLInternet = var.x})}');
    expect(judged(anonymousPublic, one(open, { variable: { x: {} } })).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authType: needs var.x",
    ]);
  });

  test("a default is followed, and named", () => {
    const config = withConfig(
      '${jsonencode({authType = "anonymous", disableURLInternet = var.closed})}',
    );
    const json = one(config, { variable: { closed: { default: false } } });
    expect(linesOf(judged(anonymousPublic, json).violated, "got")).toEqual([
      '"anonymous", and the internet URL is open (by the default of var.closed)',
    ]);
  });

  test("what is no boolean, or misspelt, is for config", () => {
    expect(judge({ authType: "anonymous", disableURLInternet: "true" })).toEqual(SATISFIED);
    const misspelt = withConfig('{"authType":"anonymous","disableUrlInternet":true}');
    expect(judged(anonymousPublic, one(misspelt))).toEqual(SATISFIED);
  });
});
