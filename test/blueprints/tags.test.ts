import type { TerraformStack } from "cdktf";
import { Construct as Part } from "constructs";
import { ApiApp, BlueprintTarget, Naming } from "../../lib";
import { LogProject } from "../../lib/alicloud/log-project";
import { ResourceGraph } from "../../lib/graph";
import { evaluate } from "../../lib/rules";
import { blueprintRules } from "../../lib/rules/blueprint";
import { blueprint, frontOf, jsonOf, orders, stackIn } from "../support/blueprint";

/** What is found in a stack: `rule address`. */
function found(stack: TerraformStack): readonly string[] {
  const graph = new ResourceGraph([{ stack: "", json: jsonOf(stack) }]);
  const { findings } = evaluate(graph, blueprintRules, { date: "2026-11-22" });
  return findings.map(({ rule, resource }) => `${rule} ${resource}`);
}

test("tags are asked of functions, apps and raw bindings, not of what a gateway makes by itself", () => {
  const stack = stackIn();
  blueprint({ requiredTags: ["team"] }).applyTo(stack);
  frontOf(stack);
  expect(jsonOf(stack).resource).toHaveProperty("alicloud_api_gateway_plugin");
  expect(found(stack)).toEqual([]);
  orders(stack);
  orders(stack, { tags: { team: "a" } }, "Tagged");
  new ApiApp(stack, "Partner", { appName: "partner" });
  new LogProject(stack, "logs", { projectName: "logs" });
  expect(found(stack)).toEqual([
    "blueprint/tags alicloud_api_gateway_app.Partner",
    "blueprint/tags alicloud_fcv3_function.Orders",
    "blueprint/tags alicloud_log_project.logs",
  ]);
});

test("a default gives a tag that is asked for", () => {
  const stack = stackIn();
  blueprint({
    requiredTags: ["team"],
    defaults: { webFunction: { tags: { team: "platform" } } },
  }).applyTo(stack);
  orders(stack);
  expect(found(stack)).toEqual([]);
});

test("names are those of the scope alone", () => {
  const stack = stackIn();
  const naming = [Naming.of(BlueprintTarget.WEB_FUNCTION, "^acme-")];
  const named = orders(stack, { functionName: "acme-orders" });
  blueprint({ naming }).applyTo(new Part(stack, "Part"));
  orders(stack, {}, "Outside");
  orders(stack.node.findChild("Part") as Part, {}, "Inside");
  expect(named).toBeDefined();
  expect(found(stack)).toEqual([
    expect.stringMatching(/^blueprint\/naming alicloud_fcv3_function\.Part_Inside/),
  ]);
});
