import { TerraformVariable } from "cdktf";
import { ErrorMapping } from "../../../lib/api-gateway/plugins/error-mapping";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => ErrorMapping.of(props as never);
const right = { parameters: { code: "StatusCode" }, errorCondition: "$code >= 500" };

test("null says that it is not given", () => {
  const plugin = of({ ...right, errorCode: null, mappings: null, defaultMapping: null });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual(right);
});

test("what is wrong is said with the words of the rule, all at once", () => {
  expect(
    problemsOf(
      of({
        parameters: { code: 1 },
        errorCondition: "",
        errorCode: "",
        mappings: [{ statusCode: 404 }, { code: 5 }],
        defaultMaping: {},
      }),
    ),
  ).toEqual([
    "plugins[0].defaultMaping: a prop of an unknown name; defaultMapping; write defaultMapping",
    "plugins[0].parameters.code: the number 1; a string; give a string",
    "plugins[0].errorCondition: an empty text; the condition under which an answer is an error; give the condition under which an answer is an error",
    "plugins[0].errorCode: an empty text; the parameter that holds the code of the error; give the parameter that holds the code of the error",
    "plugins[0].mappings[0].code: nothing; a value; give plugins[0].mappings[0].code",
    "plugins[0].mappings[1].code: the number 5; a string; give a string",
  ]);
  expect(wrongIn(of({}))).toEqual([
    "plugins[0].parameters: nothing",
    "plugins[0].errorCondition: nothing",
  ]);
  expect(wrongIn(of({ ...right, defaultMapping: { code: "x" } }))).toEqual([
    "plugins[0].defaultMapping.code: a prop of an unknown name",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  for (const wrong of [undefined, null, 1, "x", true, [], [null], () => 1]) {
    expect(problemsOf(of(wrong)).length).toBeGreaterThan(0);
    expect(problemsOf(of({ ...right, parameters: wrong })).length).toBeGreaterThan(0);
    expect(problemsOf(of({ ...right, mappings: [wrong] })).length).toBeGreaterThan(0);
  }
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const variable = (id: string) => new TerraformVariable(stack, id, { type: "string" });
      return ErrorMapping.of({
        parameters: { code: variable("place").stringValue },
        errorCondition: variable("condition").stringValue,
        errorCode: variable("code").stringValue,
        mappings: [{ code: variable("one").stringValue, errorMessage: "${code}" }],
        defaultMapping: { responseBody: variable("body").stringValue },
      });
    }),
  ).toBe(
    '${jsonencode({"defaultMapping" = {"responseBody" = var.body}, "errorCode" = var.code, "errorCondition" = var.condition, "mappings" = [{"code" = var.one, "errorMessage" = "$${code}"}], "parameters" = {"code" = var.place}})}',
  );
});
