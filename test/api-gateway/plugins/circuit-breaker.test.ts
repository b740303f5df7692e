import { TerraformVariable } from "cdktf";
import { CircuitBreaker } from "../../../lib/api-gateway/plugins/circuit-breaker";
import { DowngradeBackend } from "../../../lib/api-gateway/plugins/parts/downgrade-backend";
import { GatewayMethod } from "../../../lib/api-gateway/route/words";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => CircuitBreaker.of(props as never);

test("by errors, with another address behind it", () => {
  const plugin = CircuitBreaker.of({
    errorCondition: "$status >= 500",
    errorThreshold: 5000,
    parameters: { status: "StatusCode" },
    windowInSeconds: 90,
    openTimeoutSeconds: 300,
    downgradeBackend: DowngradeBackend.http("https://sorry.example.com", {
      path: "/later",
      method: GatewayMethod.GET,
    }),
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({
    errorCondition: "$status >= 500",
    errorThreshold: 5000,
    parameters: { status: "StatusCode" },
    windowInSeconds: 90,
    openTimeoutSeconds: 300,
    downgradeBackend: {
      type: "HTTP",
      address: "https://sorry.example.com",
      path: "/later",
      method: "GET",
    },
  });
});

test("null says that it is not given", () => {
  const options = { path: null, method: null } as never;
  const plugin = of({
    timeoutThreshold: 1,
    errorCondition: null,
    errorThreshold: null,
    downgradeBackend: DowngradeBackend.http("https://sorry.example.com", options),
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({
    timeoutThreshold: 1,
    downgradeBackend: { type: "HTTP", address: "https://sorry.example.com" },
  });
  for (const answer of [undefined, null]) {
    const mock = of({ downgradeBackend: DowngradeBackend.mock(answer as never) });
    expect(problemsOf(mock)).toEqual([]);
    expect(dataOf(mock)).toStrictEqual({ downgradeBackend: { type: "mock" } });
  }
});

test("what is wrong is said with the words of the rule, all at once", () => {
  expect(
    problemsOf(
      of({
        timeoutThreshold: 5001,
        errorThreshold: 0,
        windowInSeconds: 9,
        openTimeoutSeconds: 301,
        window: 30,
        downgradeBackend: DowngradeBackend.http("", { path: "", method: "get", time: 1 } as never),
      }),
    ),
  ).toEqual([
    "plugins[0].window: a prop of an unknown name; one of timeoutThreshold, errorCondition, errorThreshold, parameters, windowInSeconds, openTimeoutSeconds, downgradeBackend, pluginName, description, stages; remove it",
    "plugins[0].timeoutThreshold: 5001; a whole number from 1 to 5000; write 5000, or another allowed number",
    "plugins[0].errorThreshold: 0; a whole number from 1 to 5000; write 1, or another allowed number",
    "plugins[0].windowInSeconds: 9 seconds; a whole number from 10 to 90 seconds; write 10, or another allowed number",
    "plugins[0].openTimeoutSeconds: 301 seconds; a whole number from 15 to 300 seconds; write 300, or another allowed number",
    "plugins[0].downgradeBackend.time: a prop of an unknown name; one of path, method, address; remove it",
    "plugins[0].downgradeBackend.path: an empty text; a path; give a path",
    'plugins[0].downgradeBackend.method: "get"; one of GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS, ANY; write "GET"',
    "plugins[0].downgradeBackend.address: an empty text; an address; give an address",
  ]);
});

test("a condition and the number of errors go together", () => {
  expect(problemsOf(of({ errorCondition: "$status >= 500" }))).toEqual([
    "plugins[0].errorThreshold: nothing; errorThreshold, which errorCondition needs; give errorThreshold",
  ]);
  expect(problemsOf(of({ errorThreshold: 1 }))).toEqual([
    "plugins[0].errorCondition: nothing; errorCondition, which errorThreshold needs; give errorCondition",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  const backend = { type: "mock" };
  expect(problemsOf(of({ downgradeBackend: backend }))).toEqual([
    'plugins[0].downgradeBackend: an object; a DowngradeBackend, such as DowngradeBackend.mock({ statusCode: 503, body: "later" }); give a DowngradeBackend, such as DowngradeBackend.mock({ statusCode: 503, body: "later" })',
  ]);
  for (const wrong of [undefined, null, 1, "x", true, [], () => 1]) {
    expect(problemsOf(of(wrong)).length).toBeGreaterThan(0);
    const http = of({ downgradeBackend: DowngradeBackend.http(wrong as never) });
    expect(problemsOf(http)).toHaveLength(wrong === "x" || wrong === 1 ? 0 : 1);
  }
  expect(wrongIn(of({ timeoutThreshold: "15" }))).toEqual([
    "plugins[0].timeoutThreshold: a string",
  ]);
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
      const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
      return CircuitBreaker.of({
        timeoutThreshold: number,
        errorCondition: text,
        errorThreshold: number,
        parameters: { status: text },
        windowInSeconds: number,
        openTimeoutSeconds: number,
        downgradeBackend: DowngradeBackend.mock({ statusCode: number, body: text }),
      });
    }),
  ).toBe(
    '${jsonencode({"downgradeBackend" = {"body" = var.text, "statusCode" = var.number, "type" = "mock"}, "errorCondition" = var.text, "errorThreshold" = var.number, "openTimeoutSeconds" = var.number, "parameters" = {"status" = var.text}, "timeoutThreshold" = var.number, "windowInSeconds" = var.number})}',
  );
});
