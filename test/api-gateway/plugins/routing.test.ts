import { TerraformVariable } from "cdktf";
import { Duration } from "../../../lib/api-gateway/duration";
import { Routing, RoutingLocation } from "../../../lib/api-gateway/plugins/routing";
import { RoutingBackend } from "../../../lib/api-gateway/plugins/parts/routing-backend";
import { GatewayMethod } from "../../../lib/api-gateway/route/words";
import { dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (...routes: unknown[]) => Routing.of({ routes } as never);
const condition = "Random() < 0.05";
const constant = (name: string, location = RoutingLocation.HEADER) => [
  { name, location, value: "a" },
];

test("calls go elsewhere with a path, a method and a time of their own", () => {
  const options = { path: "/v2", method: GatewayMethod.POST, timeout: Duration.seconds(1.5) };
  expect(dataOf(of({ condition, backend: RoutingBackend.vpc("beta", options) }))).toStrictEqual({
    routes: [
      {
        condition,
        backend: {
          type: "HTTP-VPC",
          vpcAccessName: "beta",
          path: "/v2",
          method: "POST",
          timeout: 1500,
        },
      },
    ],
  });
});

test("null says that it is not given", () => {
  const options = { path: null, method: null, timeout: null } as never;
  const plugin = of(
    { name: null, condition, backend: null, constantParameters: null },
    { condition, backend: RoutingBackend.http("https://beta.example.com", options) },
    { condition, backend: RoutingBackend.http("https://beta.example.com", null as never) },
    { condition, backend: RoutingBackend.mock(null as never) },
  );
  expect(problemsOf(plugin)).toEqual([]);
  const backend = { type: "HTTP", address: "https://beta.example.com" };
  expect(dataOf(plugin)).toStrictEqual({
    routes: [
      { condition },
      { condition, backend },
      { condition, backend },
      { condition, backend: { type: "MOCK" } },
    ],
  });
});

test("a header that the platform keeps for itself does not reach the function", () => {
  const backend = RoutingBackend.http("https://beta.example.com");
  expect(
    problemsOf(
      of(
        { condition, constantParameters: constant("X-Fc-Route") },
        { condition, constantParameters: constant("x-fc-route", RoutingLocation.QUERY) },
        { condition, constantParameters: constant("x-fc-route"), backend },
        { condition, constantParameters: constant("x-route"), backend: null },
        { condition, constantParameters: constant("keep-alive"), backend: null },
      ),
    ),
  ).toEqual([
    'plugins[0].routes[0].constantParameters[0].name: "X-Fc-Route"; no connection, no keep-alive, and of x-fc-* only X-Fc-Invocation-Type, X-Fc-Stateful-Async-Invocation-Id, x-fc-async-delay; remove it, or give the header another name',
    expect.stringContaining('plugins[0].routes[4].constantParameters[0].name: "keep-alive"; '),
  ]);
});

test("what is wrong is said with the words of the rule, all at once", () => {
  const options = { path: "", timeout: 5, metod: "GET" } as never;
  expect(
    problemsOf(
      of(
        { name: "", condition: "", backend: RoutingBackend.http("", options) },
        { backend: RoutingBackend.vpc("") },
        {
          condition,
          backend: { type: "MOCK" },
          constantParameters: [{ name: "", location: "path" }],
        },
        { condition, backend: RoutingBackend.mock({ statusCode: "400", mockBody: "no" } as never) },
        { condition, "constant-parameters": constant("x-fc-a") },
      ),
    ),
  ).toEqual([
    "plugins[0].routes[0].name: an empty text; the name of the route; give the name of the route",
    "plugins[0].routes[0].condition: an empty text; the condition under which the route is taken; give the condition under which the route is taken",
    "plugins[0].routes[0].backend.metod: a prop of an unknown name; method; write method",
    "plugins[0].routes[0].backend.path: an empty text; a path; give a path",
    "plugins[0].routes[0].backend.timeout: the number 5; a Duration, such as Duration.seconds(10); give a Duration, such as Duration.seconds(10)",
    "plugins[0].routes[0].backend.address: an empty text; an address; give an address",
    "plugins[0].routes[1].condition: nothing; a value; give plugins[0].routes[1].condition",
    "plugins[0].routes[1].backend.vpcAccessName: an empty text; the name of a VPC access; give the name of a VPC access",
    'plugins[0].routes[2].backend: an object; a RoutingBackend, such as RoutingBackend.http("https://beta.example.com"); give a RoutingBackend, such as RoutingBackend.http("https://beta.example.com")',
    "plugins[0].routes[2].constantParameters[0].name: an empty text; the name of the parameter; give the name of the parameter",
    'plugins[0].routes[2].constantParameters[0].location: "path"; one of header, query; write one of these',
    "plugins[0].routes[2].constantParameters[0].value: nothing; a value; give plugins[0].routes[2].constantParameters[0].value",
    "plugins[0].routes[3].backend.mockBody: a prop of an unknown name; one of statusCode, body; remove it",
    "plugins[0].routes[3].backend.statusCode: a string; a number; give a number",
    "plugins[0].routes[4].constant-parameters: a prop of an unknown name; constantParameters; write constantParameters",
  ]);
  expect(problemsOf(of())).toEqual([
    "plugins[0].routes: an empty list; a list of at least one route; give a list of at least one route",
  ]);
});

test("whatever JavaScript gives, nothing breaks", () => {
  for (const wrong of [undefined, null, 1, "x", true, [], () => 1]) {
    expect(problemsOf(Routing.of(wrong as never)).length).toBeGreaterThan(0);
    expect(problemsOf(of(wrong)).length).toBeGreaterThan(0);
    expect(problemsOf(of({ condition, constantParameters: [wrong] })).length).toBeGreaterThan(0);
  }
});

test("what is not known is written as an expression; the list of routes is known", () => {
  expect(
    textOf((stack) => {
      const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
      const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
      const timeout = Duration.millis(number);
      return Routing.of({
        routes: [
          {
            name: text,
            condition: `$CaAppId = ${text}`,
            backend: RoutingBackend.http(text, { path: text, timeout }),
            constantParameters: [{ name: text, location: RoutingLocation.HEADER, value: text }],
          },
          { condition, backend: RoutingBackend.mock({ statusCode: number, body: text }) },
        ],
      });
    }),
  ).toBe(
    '${jsonencode({"routes" = [{"backend" = {"address" = var.text, "path" = var.text, "timeout" = var.number, "type" = "HTTP"}, "condition" = "$CaAppId = ${var.text}", "constant-parameters" = [{"location" = "header", "name" = var.text, "value" = var.text}], "name" = var.text}, {"backend" = {"mockBody" = var.text, "statusCode" = var.number, "type" = "MOCK"}, "condition" = "Random() < 0.05"}]})}',
  );
  expect(wrongIn(Routing.of({ routes: "${TfToken[TOKEN.0]}" as never }))).toHaveLength(1);
});
