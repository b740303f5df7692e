import { TerraformVariable } from "cdktf";
import { Invoker, WebFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const POLICY = "Orders_InvokePolicy_1466752B";

test("roles and users share one policy, for this function and its qualifiers alone", () => {
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", minimal);
  orders.grantInvoke(Invoker.role("gateway"));
  orders.grantInvoke(Invoker.user("signer"));

  const resources = resourcesOf(stack);
  expect(resources.alicloud_ram_policy).toEqual({
    [POLICY]: {
      policy_name: "prod-Orders-invoke",
      force: true,
      policy_document:
        '${jsonencode({"Version" = "1", "Statement" = [{"Effect" = "Allow", "Action" = "fc:InvokeFunction", ' +
        '"Resource" = [alicloud_fcv3_function.Orders.function_arn, "${alicloud_fcv3_function.Orders.function_arn}/*"]}]})}',
    },
  });
  const attached = {
    policy_name: `\${alicloud_ram_policy.${POLICY}.policy_name}`,
    policy_type: "Custom",
  };
  expect(Object.values(resources.alicloud_ram_role_policy_attachment)).toEqual([
    { ...attached, role_name: "gateway" },
  ]);
  expect(Object.values(resources.alicloud_ram_user_policy_attachment)).toEqual([
    { ...attached, user_name: "signer" },
  ]);
});

test("the policy of a function that exists names its ARN", () => {
  const stack = stackOf();
  const functionArn = "acs:fc:cn-hangzhou:1234567890123456:functions/old";
  WebFunction.fromFunctionAttributes(stack, "Old", {
    functionName: "old",
    functionArn,
  }).grantInvoke(Invoker.role("gateway"));
  const [policy] = Object.values(resourcesOf(stack).alicloud_ram_policy);
  expect(JSON.parse(policy.policy_document as string).Statement).toEqual([
    { Effect: "Allow", Action: "fc:InvokeFunction", Resource: [functionArn, `${functionArn}/*`] },
  ]);
});

test("the policy's name has no character that RAM refuses, and stays its own", () => {
  const stack = stackOf("prod_1");
  for (const id of ["my_orders", "my-orders"]) {
    new WebFunction(stack, id, minimal).grantInvoke(Invoker.role("gateway"));
  }
  const names = Object.values(resourcesOf(stack).alicloud_ram_policy).map((it) => it.policy_name);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^prod-1-my-orders-[0-9a-f]{8}-invoke$/);
});

test("a name that is a reference needs an id", () => {
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", minimal);
  const invoker = Invoker.role(new TerraformVariable(stack, "role", {}).stringValue);
  expect(thrownBy(() => orders.grantInvoke(invoker))).toMatch(
    /^grantInvoke: a prop is wrong\n.*\n {2}id\n {4}got {7}nothing, and an invoker whose name is a reference\n/,
  );
  orders.grantInvoke(invoker, "Gateway");
  expect(Object.values(resourcesOf(stack).alicloud_ram_role_policy_attachment)[0].role_name).toBe(
    "${var.role}",
  );
});
