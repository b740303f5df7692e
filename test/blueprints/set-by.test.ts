import { Testing } from "cdktf";
import { HttpAuth } from "../../lib";
import { ResourceGraph } from "../../lib/graph";
import { RECOMMENDED, judge } from "../../lib/policy";
import { FORMATS, format } from "../../lib/report/format";
import { RULES } from "../../lib/rules";
import { blueprint, frontOf, jsonOf, orders, stackIn, triggerOf } from "../support/blueprint";

/** A trigger that anybody can call by a blueprint's default, and a function with logs of its own. */
function report() {
  const stack = stackIn(Testing.app());
  blueprint({
    defaults: { httpTrigger: { auth: HttpAuth.anonymous() }, webFunction: { timeoutSeconds: 1 } },
  }).applyTo(stack);
  triggerOf(stack);
  orders(stack, { timeoutSeconds: 2 });
  const graph = new ResourceGraph([{ stack: "prod", json: jsonOf(stack) }]);
  return judge(graph, RECOMMENDED, { date: "2026-11-22" });
}

test("a finding says which blueprint set what it is about, and no other does", () => {
  const { findings } = report();
  const byRule = new Map(findings.map(({ rule, setBy }) => [rule, setBy]));
  expect(byRule.get("http-trigger/anonymous-public")).toBe("acme 2.1.0");
  expect(byRule.get("function/logging")).toBeUndefined();
});

test.each(FORMATS.filter((name) => name !== "agent"))("so does the report as %s", (name) => {
  const options = {
    rules: RULES,
    version: "0.1.0",
    failOn: "warning" as const,
    strictUndecided: false,
    source: () => undefined,
  };
  const text = format(report(), name, options as never);
  expect(text.match(/acme 2\.1\.0/g)?.length).toBeGreaterThan(0);
});

test("as text it has a line of its own", () => {
  const text = format(report(), "text", {
    rules: RULES,
    version: "0",
    source: () => undefined,
  } as never);
  expect(text).toContain(
    '  got       "anonymous", and the internet URL is open\n  set by    acme 2.1.0\n',
  );
});

test("what a gateway's default set is told of the resources that it became", () => {
  const stack = stackIn(Testing.app());
  blueprint({ defaults: { apiGatewayFronted: { auth: HttpAuth.anonymous() } } }).applyTo(stack);
  frontOf(stack);
  const [trigger] = Object.values<object>(jsonOf(stack).resource.alicloud_fcv3_trigger);
  expect(trigger).toHaveProperty(
    ["//", "fc-frontdoor", "blueprint", "set"],
    [
      {
        prop: "auth",
        owner: "acme 2.1.0",
        attributes: ["trigger_config.authType", "trigger_config.authConfig"],
      },
    ],
  );
});
