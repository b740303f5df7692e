import { type TerraformResource, Testing } from "cdktf";
import type { Construct } from "constructs";
import { AlicloudProvider, WebFunction, type WebFunctionProps } from "../../lib";
import { Fcv3Function } from "../../lib/alicloud/fcv3-function";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const resourceOf = (made: Construct) => made.node.defaultChild as TerraformResource;

const make = (props: Partial<WebFunctionProps> = {}) => {
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", { ...minimal, ...props });
  return { stack, orders, resource: resourceOf(orders) };
};

test("the default child is the bindings' resource", () => {
  const { orders, resource } = make();
  expect(resource).toBeInstanceOf(Fcv3Function);
  expect(resourceOf(orders.addAlias("live")).terraformResourceType).toBe("alicloud_fcv3_alias");
  expect(resourceOf(orders.currentVersion).terraformResourceType).toBe(
    "alicloud_fcv3_function_version",
  );
});

test("addOverride reaches the JSON, and the rules see it", () => {
  const { stack, resource } = make();
  resource.addOverride("timeout", 30);
  expect(resourcesOf(stack).alicloud_fcv3_function.Orders.timeout).toBe(30);
  resource.addOverride("timeout", 0);
  expect(thrownBy(() => resourcesOf(stack))).toContain("function/timeout");
});

test("lifecycle can be set", () => {
  const { stack, resource } = make();
  resource.lifecycle = { preventDestroy: true };
  expect(resourcesOf(stack).alicloud_fcv3_function.Orders.lifecycle).toEqual({
    prevent_destroy: true,
  });
});

test("overrideLogicalId names the resource, and what is made later refers to that name", () => {
  const { stack, orders, resource } = make({ functionName: "orders" });
  resource.overrideLogicalId("renamed");
  orders.addAlias("live");
  const resources = resourcesOf(stack);
  expect(Object.keys(resources.alicloud_fcv3_function)).toEqual(["renamed"]);
  expect(Object.values(resources.alicloud_fcv3_alias)[0].function_name).toBe(
    "${alicloud_fcv3_function.renamed.function_name}",
  );
});

test("importFrom takes over a function that exists", () => {
  const { stack, resource } = make();
  resource.importFrom("orders");
  expect(JSON.parse(Testing.synth(stack)).import).toEqual([
    { id: "orders", to: "alicloud_fcv3_function.Orders" },
  ]);
});

test("moveTo moves the resource to another address", () => {
  const stack = stackOf();
  const old = new Fcv3Function(stack, "old", {
    functionName: "orders",
    runtime: "custom.debian12",
    handler: "index.handler",
  });
  const orders = new WebFunction(stack, "Orders", minimal);
  resourceOf(orders).addMoveTarget("orders");
  old.moveTo("orders");
  const json = JSON.parse(Testing.synth(stack));
  expect(json.moved).toEqual([
    { from: "alicloud_fcv3_function.old", to: "alicloud_fcv3_function.Orders" },
  ]);
  expect(Object.keys(json.resource.alicloud_fcv3_function)).toEqual(["Orders"]);
});

test("a provider of the user's choice is every resource's", () => {
  const stack = stackOf();
  const far = new AlicloudProvider(stack, "far", { region: "us-east-1", alias: "far" });
  const orders = new WebFunction(stack, "Orders", {
    ...minimal,
    provider: far,
    asyncInvoke: {},
    reservedConcurrency: 1,
    provisioned: { instances: 1 },
  });
  orders.addAlias("live");
  const all = Object.values(resourcesOf(stack)).flatMap((byName) => Object.values(byName));
  expect(all).toHaveLength(6);
  for (const resource of all) expect(resource.provider).toBe("alicloud.far");
});

test("what it depends on is every resource's", () => {
  const stack = stackOf();
  const first = new Fcv3Function(stack, "first", {
    functionName: "first",
    runtime: "nodejs20",
    handler: "index.handler",
    code: { ossBucketName: "artifacts", ossObjectName: "first.zip" },
  });
  const orders = new WebFunction(stack, "Orders", { ...minimal, dependsOn: [first] });
  orders.addAlias("live");
  expect(resourcesOf(stack).alicloud_fcv3_function.Orders.depends_on).toEqual([
    "alicloud_fcv3_function.first",
  ]);
  expect(Object.values(resourcesOf(stack).alicloud_fcv3_alias)[0].depends_on).toEqual([
    "alicloud_fcv3_function.first",
  ]);
});
