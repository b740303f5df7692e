import { TerraformVariable } from "cdktf";
import { LogMask, LogMaskLocation } from "../../../lib/api-gateway/plugins/log-mask";
import { MaskPolicy } from "../../../lib/api-gateway/plugins/parts/mask-policy";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const { REQUEST_QUERY, REQUEST_BODY, RESPONSE_BODY, RESPONSE_HEADER } = LogMaskLocation;
const of = (...rules: unknown[]) => LogMask.of({ rules } as never);
const masked = (policy: unknown) => of({ location: RESPONSE_BODY, policy });

const RULES = [
  {
    name: "user",
    location: REQUEST_QUERY,
    parameters: ["userid"],
    policy: MaskPolicy.keepCenter(4, 5),
  },
  { location: REQUEST_BODY, matchMode: "EMAIL", policy: MaskPolicy.ALL },
  { location: RESPONSE_BODY, matchMode: "HEX:10", policy: MaskPolicy.keepLeft(4) },
  { name: null, location: RESPONSE_HEADER, parameters: ["X-Key"], policy: MaskPolicy.keepRight(7) },
];

test("rules are written as the gateway reads them", () => {
  const plugin = of(...RULES);
  expect(plugin.pluginType).toBe("logMask");
  expect(problemsOf(plugin)).toEqual([]);
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"rules":[{"name":"user","location":"REQUEST_QUERY","parameters":["userid"],"policy":"KEEP_CENTER:4,5"},{"location":"REQUEST_BODY","matchMode":"EMAIL","policy":"ALL"},{"location":"RESPONSE_BODY","matchMode":"HEX:10","policy":"KEEP_LEFT:4"},{"location":"RESPONSE_HEADER","parameters":["X-Key"],"policy":"KEEP_RIGHT:7"}]}',
  );
});

test("there is a rule, and it says where and how much", () => {
  expect(problemsOf(of())).toEqual([
    "plugins[0].rules: an empty list; a list of at least one rule; give a list of at least one rule",
  ]);
  expect(problemsOf(of({ location: "QUERY", parameters: [], matchMode: "" }))).toEqual([
    'plugins[0].rules[0].location: "QUERY"; one of REQUEST_QUERY, REQUEST_HEADER, REQUEST_BODY, RESPONSE_HEADER, RESPONSE_BODY; write one of these',
    "plugins[0].rules[0].parameters: an empty list; a list of at least one parameter; give a list of at least one parameter",
    "plugins[0].rules[0].matchMode: an empty text; what is looked for in a body, such as EMAIL; give what is looked for in a body, such as EMAIL",
    "plugins[0].rules[0].policy: nothing; a value; give plugins[0].rules[0].policy",
  ]);
});

test("how much is masked is a policy with whole numbers", () => {
  expect(problemsOf(masked("ALL"))).toEqual([
    "plugins[0].rules[0].policy: a string; a MaskPolicy, such as MaskPolicy.ALL; give a MaskPolicy, such as MaskPolicy.ALL",
  ]);
  expect(problemsOf(masked(MaskPolicy.keepLeft(-1)))).toEqual([
    "plugins[0].rules[0].policy.left: -1 characters; a whole number of at least 0 characters; write 0, or another allowed number",
  ]);
  expect(wrongIn(masked(MaskPolicy.keepRight(null as never)))).toEqual([
    "plugins[0].rules[0].policy.right: nothing",
  ]);
  expect(wrongIn(masked(MaskPolicy.keepCenter(1.5, NaN)))).toEqual([
    "plugins[0].rules[0].policy.first: 1.5 characters",
    "plugins[0].rules[0].policy.second: the number NaN",
  ]);
});

test("what JavaScript gives instead is refused", () => {
  for (const wrong of [undefined, null, 1, "x", []]) {
    expect(problemsOf(LogMask.of(wrong as never))).toHaveLength(1);
    expect(problemsOf(LogMask.of({ rules: wrong } as never))).toHaveLength(1);
    expect(problemsOf(of(wrong))).toHaveLength(1);
  }
});

test("what is not known is written as an expression, and a literal arrives as it is", () => {
  expect(
    textOf((stack) => {
      const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
      const left = new TerraformVariable(stack, "left", { type: "number" }).numberValue;
      return of({
        name: "${a} %{b}",
        location: REQUEST_QUERY,
        parameters: [name],
        policy: MaskPolicy.keepLeft(left),
      });
    }),
  ).toBe(
    '${jsonencode({"rules" = [{"location" = "REQUEST_QUERY", "name" = "$${a} %%{b}", "parameters" = [var.name], "policy" = "KEEP_LEFT:${tostring(var.left)}"}]})}',
  );
  expect(textOf(() => of({ ...RULES[1], matchMode: "${x}" }))).toBe(
    '{"rules":[{"location":"REQUEST_BODY","matchMode":"$${x}","policy":"ALL"}]}',
  );
});
