import { TerraformVariable } from "cdktf";
import { Transformer, TransformerLocation } from "../../../lib/api-gateway/plugins/transformer";
import { stackOf } from "../../support/synth";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const { HEADER, QUERY, FORM } = TransformerLocation;

const of = (props: unknown) => Transformer.of(props as never);
const named = (name: string, location = HEADER) => ({ name, value: "a", location });

test("null says that it is not given", () => {
  const plugin = of({
    putResponseHeader: [{ name: "age", value: "1" }],
    removeResponseHeader: null,
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({ putResponseHeader: [{ name: "age", value: "1" }] });
});

test("a header that the platform keeps for itself does not reach the function", () => {
  expect(
    problemsOf(
      Transformer.of({
        addRequestParameterIfAbsent: [named("Connection"), named("x-user")],
        putRequestParameter: [named("X-Fc-Account-Id"), named("x-fc-invocation-type")],
      }),
    ),
  ).toEqual([
    'plugins[0].addRequestParameterIfAbsent[0].name: "Connection"; no connection, no keep-alive, and of x-fc-* only X-Fc-Invocation-Type, X-Fc-Stateful-Async-Invocation-Id, x-fc-async-delay; remove it, or give the header another name',
    'plugins[0].putRequestParameter[0].name: "X-Fc-Account-Id"; no connection, no keep-alive, and of x-fc-* only X-Fc-Invocation-Type, X-Fc-Stateful-Async-Invocation-Id, x-fc-async-delay; remove it, or give the header another name',
  ]);
});

test("such a name is right where it is no header, is removed, or is an answer's", () => {
  const plugin = Transformer.of({
    putRequestParameter: [named("connection", QUERY), named("x-fc-a", FORM)],
    removeRequestParameter: [{ name: "x-fc-a", location: HEADER }],
    putResponseHeader: [{ name: "connection", value: "close" }],
    removeResponseHeader: ["x-fc-request-id"],
  });
  expect(problemsOf(plugin)).toEqual([]);
});

test("what is wrong is said with the words of the rule, all at once", () => {
  expect(
    problemsOf(
      of({
        addRequestParameterIfAbsent: [{ name: "", location: "heder" }],
        removeRequestParameter: [{ name: "a", location: QUERY, value: "b" }],
        setResponseStatusCode: 99,
        addResponseHeaderIfAbsent: [{ name: "age", value: 18 }],
        putResponseHeaders: [],
        removeResponseHeader: ["", { name: "phone" }],
      }),
    ),
  ).toEqual([
    "plugins[0].putResponseHeaders: a prop of an unknown name; putResponseHeader; write putResponseHeader",
    "plugins[0].addRequestParameterIfAbsent[0].name: an empty text; the name of the parameter or header; give the name of the parameter or header",
    'plugins[0].addRequestParameterIfAbsent[0].location: "heder"; one of header, query, form; write "header"',
    "plugins[0].addRequestParameterIfAbsent[0].value: nothing; a value; give plugins[0].addRequestParameterIfAbsent[0].value",
    "plugins[0].removeRequestParameter[0].value: a prop of an unknown name; one of name, location; remove it",
    "plugins[0].setResponseStatusCode: 99; a whole number from 100 to 999; write 100, or another allowed number",
    "plugins[0].addResponseHeaderIfAbsent[0].value: the number 18; a string; give a string",
    "plugins[0].removeResponseHeader[0]: an empty text; the name of the parameter or header; give the name of the parameter or header",
    "plugins[0].removeResponseHeader[1]: an object; the name of the parameter or header; give the name of the parameter or header",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  for (const wrong of [undefined, null, 1, "x", true, [], () => 1]) {
    if (!Array.isArray(wrong)) expect(problemsOf(of(wrong))).toHaveLength(1);
    for (const prop of [
      "addRequestParameterIfAbsent",
      "putRequestParameter",
      "putResponseHeader",
    ]) {
      expect(problemsOf(of({ [prop]: [wrong] })).length).toBeGreaterThan(0);
    }
  }
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
      const status = new TerraformVariable(stack, "status", { type: "number" }).numberValue;
      return Transformer.of({
        putRequestParameter: [{ name: text, value: text, location: HEADER }],
        setResponseStatusCode: status,
        addResponseHeaderIfAbsent: [{ name: "a", value: `${text}-\${a}` }],
        removeResponseHeader: [text],
      });
    }),
  ).toBe(
    '${jsonencode({"addResponseHeaderIfAbsent" = [{"name" = "a", "value" = "${var.text}-$${a}"}], "putRequestParameter" = [{"location" = "header", "name" = var.text, "value" = var.text}], "removeResponseHeader" = [{"name" = var.text}], "setResponseStatusCode" = var.status})}',
  );
  const names = new TerraformVariable(stackOf(), "names", { type: "list(string)" }).listValue;
  expect(wrongIn(of({ putResponseHeader: names, removeResponseHeader: names }))).toEqual([
    "plugins[0].removeResponseHeader: a token, which is known only when Terraform runs",
  ]);
});
