import { Fn, TerraformVariable } from "cdktf";
import { RawPlugin } from "../../../lib/api-gateway/plugins/raw-plugin";
import { dataOf, judgedData, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (type: unknown, data: unknown, options?: unknown) =>
  RawPlugin.of(type as never, data as never, options as never);
const office = { type: "ALLOW", items: [{ blocks: ["203.0.113.0/24"] }] };

test("data is written as it is given, members that nobody knows too", () => {
  const data = { ...office, mode: { strict: true, some: [1, null, "a"] } };
  const plugin = of("ipControl", data, { pluginName: "office_only" });
  expect(plugin.pluginType).toBe("ipControl");
  expect(problemsOf(plugin)).toEqual([]);
  expect(dataOf(plugin)).toStrictEqual(data);
  expect(plugin._options).toEqual({ pluginName: "office_only" });
  expect(judgedData(() => plugin)).toEqual({ violated: [], undecided: [] });
});

test("a type that there is not is refused", () => {
  expect(problemsOf(of("ipControll", office))).toEqual([
    'plugins[0].pluginType: "ipControll"; one of trafficControl, ipControl, backendSignature, jwtAuth, basicAuth, cors, caching, routing, accessControl, errorMapping, circuitBreaker, remoteAuth, logMask, transformer; write "ipControl"',
  ]);
  expect(wrongIn(of(null, office))).toEqual(["plugins[0].pluginType: nothing"]);
});

test("what is known of a type holds here too", () => {
  const data = { type: "ALOW", items: [{ block: ["203.0.113.0/24"] }] };
  expect(problemsOf(of("ipControl", data))).toEqual([
    'plugins[0].pluginData.type: "ALOW"; one of ALLOW, REFUSE; write "ALLOW"',
    'plugins[0].pluginData.items[0].block: the unknown key "block"; "blocks"; write "blocks"',
  ]);
});

test("what is no JSON, and options that there are not, are refused", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(wrongIn(of("caching", circle))).toEqual([
    "plugins[0].pluginData.self.self: the object that it is in",
  ]);
  expect(wrongIn(of("caching", { a: new Map(), b: () => 1 }, { stage: [] }))).toEqual([
    "plugins[0].pluginData.a: a Map",
    "plugins[0].pluginData.b: a function",
    "plugins[0].stage: a prop of an unknown name",
  ]);
  for (const wrong of [undefined, null, 1, "{}", true, [], () => 1]) {
    expect(wrongIn(of("caching", wrong))).toHaveLength(1);
    if (wrong != null) expect(wrongIn(of("caching", {}, wrong))).toHaveLength(1);
  }
});

test("callers are told where it asks for something", () => {
  expect(of("jwtAuth", {})._credentials()).toEqual({
    variables: [],
    remark: "add to it what the jwtAuth plugin asks for",
  });
  expect(of("caching", {})._credentials()).toBeUndefined();
});

test("what is not known is written as an expression, all of it too", () => {
  expect(
    textOf((stack) => {
      const block = new TerraformVariable(stack, "block", { type: "string" }).stringValue;
      return RawPlugin.of("ipControl", { type: "ALLOW", items: [{ blocks: [block] }] });
    }),
  ).toBe('${jsonencode({"items" = [{"blocks" = [var.block]}], "type" = "ALLOW"})}');
  expect(
    textOf((stack) => {
      const json = new TerraformVariable(stack, "data", { type: "string" }).stringValue;
      return of("ipControl", Fn.jsondecode(json));
    }),
  ).toBe("${jsonencode(jsondecode(var.data))}");
});
