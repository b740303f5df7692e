import { templateEscape } from "../../../lib/rules/api-gateway/template-escape";
import { plugin, pluginWith } from "../../support/plugin";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const condition = (text: string) => plugin("remoteAuth", { successCondition: text });
const fixes = (json: ReturnType<typeof plugin>) =>
  linesOf(judged(templateEscape, json).violated, "fix");

describe("api-gateway/template-escape", () => {
  testPage(templateEscape, { notOnPlan: { Wrong: "terraform refuses it, so there is no plan" } });

  test.each([
    ["${statusCode} = 200", "write $${statusCode}"],
    ["$${a} and ${resultCode}", "write $${resultCode}"],
    ["${status-code}", "write $${status-code}"],
    ["${path} = '/'", "write $${path}"],
    ["${token.userId} = '1'", "write $${token.userId}"],
    ["50%{x}", "write %%{x}"],
  ])("%j is not read as it is meant", (text, fix) => {
    expect(fixes(condition(text))).toEqual([fix]);
  });

  test("it is seen beside references, inside jsonencode, in YAML, and behind a local", () => {
    const beside = {
      variable: { key: {} },
      locals: { condition: "${statusCode} = 200", settings: { successCondition: "${code}" } },
    };
    for (const [data, fix] of [
      ['{"key":"${var.key}","successCondition":"${statusCode} = 200"}', "$${statusCode}"],
      ['${jsonencode({ successCondition = "${statusCode}" })}', "$${statusCode}"],
      ["successCondition: ${statusCode} = 200", "$${statusCode}"],
      ["${jsonencode({ successCondition = local.condition })}", "$${statusCode}"],
      ["${jsonencode(local.settings)}", "$${code}"],
    ]) {
      expect([data, fixes(plugin("remoteAuth", data, beside))]).toEqual([data, [`write ${fix}`]]);
    }
  });

  test("what is escaped, needs no escape, or is a reference is right", () => {
    for (const text of [
      "$${statusCode} = 200",
      "$userType = 'admin'",
      "50%",
      "100 %%{x}",
      "${var.condition}",
      "${alicloud_api_gateway_app.a.id}",
      "${local.condition}",
      "${each.value.condition}",
      "${module.orders.condition}",
      "${data.http.condition.body}",
      '${join(" and ", ["a", "b"])}',
    ]) {
      expect([text, judged(templateEscape, condition(text))]).toEqual([text, SATISFIED]);
    }
  });

  test("strange data is nobody's template", () => {
    for (const data of [
      null,
      "",
      7,
      true,
      [],
      {},
      "${",
      "${}",
      "{",
      "${jsonencode(",
      "%{ if true }",
    ]) {
      expect(judged(templateEscape, pluginWith({ plugin_data: data as string })).undecided).toEqual(
        [],
      );
    }
  });
});
