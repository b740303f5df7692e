import type { TerraformStack } from "cdktf";
import { HttpMethod, HttpTrigger, type HttpTriggerProps, type IQualifiedFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { orders } from "../support/given";
import { resourcesOf, stackOf } from "../support/synth";

type Given = Partial<HttpTriggerProps>;

/** A trigger on `orders` that nothing is wrong with, and what a test changes of it. */
export function triggerIn(stack: TerraformStack, props: Given = {}): HttpTrigger {
  const target: IQualifiedFunction = props.target ?? orders(stack);
  return new HttpTrigger(stack, "Http", { methods: [HttpMethod.GET], ...props, target });
}

/** The arguments that a trigger becomes. */
export function emitted(make: (stack: TerraformStack) => Given): Record<string, unknown> {
  const stack = stackOf();
  triggerIn(stack, make(stack));
  return resourcesOf(stack).alicloud_fcv3_trigger.Http;
}

/** The `trigger_config` of a trigger. */
export function configOf(make: (stack: TerraformStack) => Given): unknown {
  return emitted(make).trigger_config;
}

/** What is said of wrong props, without the place. */
export function refusal(make: (stack: TerraformStack) => object): string {
  const stack = stackOf();
  const props = make(stack);
  return thrownBy(() => triggerIn(stack, props)).replace(/^ {2}at .*\n/m, "");
}
