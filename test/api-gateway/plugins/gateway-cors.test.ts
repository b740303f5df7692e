import { TerraformVariable } from "cdktf";
import { HttpMethod } from "../../../lib";
import { GatewayCors } from "../../../lib/api-gateway/plugins/gateway-cors";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => GatewayCors.of(props as never);

test("lists are written as one text with commas", () => {
  const plugin = GatewayCors.of({
    allowOrigins: ["https://app.example.com", "https://www.example.com"],
    allowMethods: [HttpMethod.GET, HttpMethod.POST],
    allowHeaders: ["X-Token", "Content-Type"],
    exposeHeaders: ["X-Total"],
    maxAgeSeconds: 172800,
    allowCredentials: true,
  });
  expect(plugin.pluginType).toBe("cors");
  expect(problemsOf(plugin)).toEqual([]);
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"allowOrigins":"https://app.example.com,https://www.example.com","allowMethods":"GET,POST","allowHeaders":"X-Token,Content-Type","exposeHeaders":"X-Total","maxAge":172800,"allowCredentials":true}',
  );
});

test("what is not given is not written", () => {
  const plugin = of({ allowOrigins: ["*"], allowHeaders: null, allowCredentials: undefined });
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual({ allowOrigins: "*" });
  expect(dataOf(of({}))).toStrictEqual({});
});

test("credentials for any origin are refused, stated or by default", () => {
  const rest =
    "named origins, or allowCredentials false; name the origins that may send credentials, such as https://app.example.com";
  const any = { allowOrigins: ["https://app.example.com", "*"], allowCredentials: true };
  expect(problemsOf(of(any))).toEqual([
    `plugins[0].allowOrigins[1]: "*" with allowCredentials true; ${rest}`,
  ]);
  const byDefault = `plugins[0].allowOrigins: nothing, which is "*" with allowCredentials true; ${rest}`;
  expect(problemsOf(of({ allowCredentials: true }))).toEqual([byDefault]);
  expect(problemsOf(of({ allowCredentials: true, allowOrigins: null }))).toEqual([byDefault]);
  expect(problemsOf(of({ ...any, allowCredentials: false }))).toEqual([]);
});

test("an item is one name, and stands once", () => {
  expect(problemsOf(of({ allowOrigins: ["https://a.example.com,https://b.example.com"] }))).toEqual(
    [
      'plugins[0].allowOrigins[0]: "https://a.example.com,https://b.example.com"; one origin; write each origin as an item of its own',
    ],
  );
  expect(problemsOf(of({ allowHeaders: ["X-A", ""], exposeHeaders: [] }))).toEqual([
    'plugins[0].allowHeaders[1]: ""; one header; remove it',
    "plugins[0].exposeHeaders: an empty list; a list of at least one header; give a list of at least one header",
  ]);
  expect(problemsOf(of({ allowHeaders: ["X-A", "X-A"] }))).toEqual([
    'plugins[0].allowHeaders[1]: "X-A" again, as allowHeaders[0]; each header once; remove it',
  ]);
});

test("all that is wrong is said at once, whatever JavaScript gives", () => {
  const props = {
    allowOrigin: [],
    allowOrigins: "*",
    allowMethods: ["GET", "ANY", "GET"],
    maxAgeSeconds: -1,
    allowCredentials: "true",
  };
  expect(wrongIn(of(props))).toEqual([
    "plugins[0].allowOrigin: a prop of an unknown name",
    "plugins[0].allowOrigins: a string",
    'plugins[0].allowMethods[1]: "ANY"',
    'plugins[0].allowMethods[2]: "GET" again, as methods[0]',
    "plugins[0].maxAgeSeconds: -1 seconds",
    "plugins[0].allowCredentials: a string",
  ]);
  for (const wrong of [undefined, null, 1, "x", []]) {
    expect(problemsOf(of(wrong))).toHaveLength(1);
    expect(problemsOf(of({ allowHeaders: [wrong] }))).toHaveLength(wrong === "x" ? 0 : 1);
  }
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const origin = new TerraformVariable(stack, "origin", { type: "string" }).stringValue;
      const headers = new TerraformVariable(stack, "headers", { type: "list(string)" }).listValue;
      const age = new TerraformVariable(stack, "age", { type: "number" }).numberValue;
      return GatewayCors.of({
        allowOrigins: ["https://app.example.com", origin],
        allowHeaders: headers,
        maxAgeSeconds: age,
        allowCredentials: true,
      });
    }),
  ).toBe(
    '${jsonencode({"allowCredentials" = true, "allowHeaders" = join(",", var.headers), "allowOrigins" = "https://app.example.com,${var.origin}", "maxAge" = var.age})}',
  );
});
