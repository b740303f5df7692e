import { TerraformVariable } from "cdktf";
import { AccessControl, AccessVerdict } from "../../../lib/api-gateway/plugins/access-control";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => AccessControl.of(props as never);
const condition = "$userType = 'admin'";

test("null says that it is not given", () => {
  const rule = { name: null, condition, ifTrue: AccessVerdict.ALLOW, statusCode: null };
  const plugin = of({ parameters: null, rules: [rule], pluginName: null });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({ rules: [{ condition, ifTrue: "ALLOW" }] });
});

test("what is wrong is said with the words of the rule, all at once", () => {
  expect(
    problemsOf(
      of({
        parameters: ["userType"],
        rules: [
          { name: "", condition: "" },
          { condition, ifTrue: "REFUSE", ifFalse: "deny" },
          { condtion: condition, statusCode: "403", responseHeaders: { a: 1 } },
        ],
      }),
    ),
  ).toEqual([
    "plugins[0].parameters: a list; an object; give an object",
    "plugins[0].rules[0].name: an empty text; the name of the rule; give the name of the rule",
    "plugins[0].rules[0].condition: an empty text; a condition on the parameters; give a condition on the parameters",
    'plugins[0].rules[1].ifTrue: "REFUSE"; one of ALLOW, DENY; write one of these',
    'plugins[0].rules[1].ifFalse: "deny"; one of ALLOW, DENY; write "DENY"',
    "plugins[0].rules[2].condtion: a prop of an unknown name; condition; write condition",
    "plugins[0].rules[2].condition: nothing; a value; give plugins[0].rules[2].condition",
    "plugins[0].rules[2].statusCode: a string; a number; give a number",
    "plugins[0].rules[2].responseHeaders.a: the number 1; a string; give a string",
  ]);
  expect(problemsOf(of({ rules: [] }))).toEqual([
    "plugins[0].rules: an empty list; a list of at least one rule; give a list of at least one rule",
  ]);
  expect(wrongIn(of({ rule: [] }))).toEqual([
    "plugins[0].rule: a prop of an unknown name",
    "plugins[0].rules: nothing",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const wrong of [undefined, null, 1, "x", true, [], [null], circle, () => 1]) {
    expect(problemsOf(of(wrong)).length).toBeGreaterThan(0);
    expect(problemsOf(of({ rules: wrong })).length).toBeGreaterThan(0);
    expect(problemsOf(of({ rules: [wrong] })).length).toBeGreaterThan(0);
  }
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const variable = (id: string) => new TerraformVariable(stack, id, { type: "string" });
      const status = new TerraformVariable(stack, "status", { type: "number" }).numberValue;
      return AccessControl.of({
        parameters: { userType: variable("place").stringValue },
        rules: [
          {
            name: variable("name").stringValue,
            condition: `$userType = '${variable("type").stringValue}'`,
            ifFalse: AccessVerdict.DENY,
            statusCode: status,
            errorMessage: variable("message").stringValue,
            responseHeaders: { "X-Reason": variable("reason").stringValue },
            responseBody: variable("body").stringValue,
          },
        ],
      });
    }),
  ).toBe(
    '${jsonencode({"parameters" = {"userType" = var.place}, "rules" = [{"condition" = "$userType = \'${var.type}\'", "errorMessage" = var.message, "ifFalse" = "DENY", "name" = var.name, "responseBody" = var.body, "responseHeaders" = {"X-Reason" = var.reason}, "statusCode" = var.status}]})}',
  );
});
