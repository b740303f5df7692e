import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import {
  FunctionAlias,
  FunctionVersion,
  HttpTrigger,
  type IQualifiedFunction,
  WebFunction,
} from "../../lib";
import { functionArnOf, functionOf, functionTimeoutOf } from "../../lib/function/behind";
import { InvokePolicy } from "../../lib/function/invoke-policy";
import { Trace } from "../../lib/synth";
import { provider } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const OWN = "${alicloud_fcv3_function.Orders.function_arn}";
const GIVEN = "acs:fc:cn-shanghai:9:functions/old";
const MADE = "acs:fc:cn-hangzhou:${data.alicloud_account.FrontDoorAccount.id}:functions/old";

const own = (stack: TerraformStack) =>
  new WebFunction(stack, "Orders", { ...minimal, timeoutSeconds: 60 });
const imported = (stack: TerraformStack, functionArn?: string) =>
  WebFunction.fromFunctionAttributes(stack, "Old", { functionName: "old", functionArn });

const TARGETS: readonly [string, (stack: TerraformStack) => IQualifiedFunction, string, unknown][] =
  [
    ["a function", own, OWN, 60],
    ["its current version", (stack) => own(stack).currentVersion, OWN, 60],
    ["its alias", (stack) => own(stack).addAlias("live"), OWN, 60],
    ["its qualifier", (stack) => own(stack).atQualifier("7"), OWN, 60],
    ["an imported one", (stack) => imported(stack, GIVEN), GIVEN, undefined],
    [
      "an imported one at a qualifier",
      (stack) => imported(stack, GIVEN).atQualifier("live"),
      GIVEN,
      undefined,
    ],
    ["an imported one without ARN", (stack) => imported(stack), MADE, undefined],
    [
      "an imported one whose ARN is null",
      (stack) => imported(stack, null as never),
      MADE,
      undefined,
    ],
    [
      "an alias of an imported one without ARN",
      (stack) => {
        const target = imported(stack);
        const version = new FunctionVersion(stack, "Version", { target });
        return new FunctionAlias(stack, "Live", { target, version, aliasName: "live" });
      },
      MADE,
      undefined,
    ],
    [
      "an imported trigger, of which the name is known",
      (stack) =>
        HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
          functionName: "old",
          triggerName: "http",
        }),
      MADE,
      undefined,
    ],
  ];

test.each(TARGETS)("%s has an ARN and a time", (_, make, arn, seconds) => {
  const stack = stackOf();
  const target = make(stack);
  const value = functionArnOf(target, stack, undefined);
  new TerraformOutput(stack, "arn", { value, staticId: true });
  expect(JSON.parse(Testing.synth(stack)).output.arn.value).toBe(arn);
  expect(functionTimeoutOf(target)).toBe(seconds);
});

test("a function without a time has the service's", () => {
  expect(functionTimeoutOf(new WebFunction(stackOf(), "Orders", minimal))).toBe(3);
});

test("a name alone is no function", () => {
  const stack = stackOf();
  const attributes = { functionName: "old", triggerName: "http" };
  const trigger = HttpTrigger.fromHttpTriggerAttributes(stack, "Http", attributes);
  expect(functionOf(trigger)).toBe(undefined);
  expect(functionOf(imported(stack).atQualifier("live"))?.node.id).toBe("Old");
});

test("whatever of a function may be invoked, there is one policy", () => {
  const stack = stackOf();
  const orders = own(stack);
  const part = { trace: new Trace(stackOf) };
  const targets = [orders.addAlias("live"), orders.currentVersion, orders];
  const policies = targets.map((target) => InvokePolicy.of(target, stack, part));
  expect(new Set(policies).size).toBe(1);
  expect(Object.keys(resourcesOf(stack).alicloud_ram_policy)).toHaveLength(1);
});

test("the policy of a function in another stack is in that one, and takes its provider", () => {
  const app = Testing.app();
  const functions = new TerraformStack(app, "functions");
  provider(functions);
  const stack = stackOf("fronts", app);
  const target = imported(functions);
  const policy = InvokePolicy.of(target, stack, {
    trace: new Trace(stackOf),
    provider: provider(new TerraformStack(app, "other")),
  });
  expect(TerraformStack.of(policy)).toBe(functions);
  const { resource, data } = JSON.parse(Testing.synth(functions));
  expect(Object.values<{ provider?: string }>(resource.alicloud_ram_policy)[0].provider).toBe(
    undefined,
  );
  expect(data.alicloud_account).toEqual({ FrontDoorAccount: {} });
});
