import { TerraformStack } from "cdktf";
import { HttpMethod, HttpTrigger, WebFunction } from "../../lib";
import { Project, trigger } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "../function/fixtures";

const functions = (stack: TerraformStack) => resourcesOf(stack).alicloud_fcv3_function;

test("every resource of a construct waits for every resource of what it depends on", () => {
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", minimal);
  orders.addVersion("First");
  const refunds = new WebFunction(stack, "Refunds", { ...minimal, reservedConcurrency: 1 });
  refunds.node.addDependency(orders);

  const [version] = Object.keys(resourcesOf(stack).alicloud_fcv3_function_version);
  const both = ["alicloud_fcv3_function.Orders", `alicloud_fcv3_function_version.${version}`];
  expect(functions(stack).Refunds.depends_on).toEqual(both);
  const [reserved] = Object.values(resourcesOf(stack).alicloud_fcv3_concurrency_config);
  expect(reserved.depends_on).toEqual(both);
  expect(functions(stack).Orders.depends_on).toBeUndefined();
});

test("stands beside dependsOn, and is written once", () => {
  const stack = stackOf();
  const first = trigger(stack, "first");
  const orders = new WebFunction(stack, "Orders", minimal);
  const refunds = new WebFunction(stack, "Refunds", { ...minimal, dependsOn: [first] });
  refunds.node.addDependency(orders, orders);
  const expected = ["alicloud_fcv3_trigger.first", "alicloud_fcv3_function.Orders"];
  expect(functions(stack).Refunds.depends_on).toEqual(expected);
  expect(functions(stack).Refunds.depends_on).toEqual(expected);
});

test("a raw resource may wait for a construct, and a construct for a raw resource", () => {
  const stack = stackOf();
  const first = trigger(stack, "first");
  const orders = new WebFunction(stack, "Orders", minimal);
  orders.node.addDependency(first);
  const last = trigger(stack, "last", { qualifier: "beta" });
  last.node.addDependency(orders);
  expect(functions(stack).Orders.depends_on).toEqual(["alicloud_fcv3_trigger.first"]);
  expect(resourcesOf(stack).alicloud_fcv3_trigger.last.depends_on).toEqual([
    "alicloud_fcv3_function.Orders",
  ]);
});

test("between raw resources nothing is added", () => {
  const stack = stackOf();
  new WebFunction(stack, "Orders", minimal);
  const first = trigger(stack, "first");
  const last = trigger(stack, "last", { qualifier: "beta" });
  last.node.addDependency(first);
  expect(resourcesOf(stack).alicloud_fcv3_trigger.last.depends_on).toBeUndefined();
});

test("nothing waits for itself, where one construct is part of the other", () => {
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", minimal);
  const version = orders.addVersion("First");
  version.node.addDependency(orders);
  expect(functions(stack).Orders.depends_on).toBeUndefined();
  expect(Object.values(resourcesOf(stack).alicloud_fcv3_function_version)[0].depends_on).toEqual([
    "alicloud_fcv3_function.Orders",
  ]);
});

test("what is in another stack makes the stack wait", () => {
  const project = new Project();
  const app = project.app();
  const api = stackOf("api", app);
  const base = stackOf("base", app);
  const target = new WebFunction(api, "Api", minimal);
  new HttpTrigger(api, "Http", { target, methods: [HttpMethod.GET] });
  target.node.addDependency(new WebFunction(base, "Orders", minimal));
  app.synth();
  expect(project.manifest!.stacks.api.dependencies).toEqual(["base"]);
  expect(project.stack("api").resource.alicloud_fcv3_function.Api.depends_on).toBeUndefined();
});
