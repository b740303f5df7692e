import { type App, TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import {
  ApiGatewayFronted,
  type ApiGatewayFrontedProps,
  ApiRoute,
  BackendSignature,
  Blueprint,
  type BlueprintProps,
  Code,
  HttpMethod,
  HttpTrigger,
  type HttpTriggerProps,
  Runtime,
  WebFunction,
  type WebFunctionProps,
} from "../../lib";
import { provider } from "./app";

/** A blueprint, `acme 2.1.0` where nothing else is said. */
export function blueprint(props: Partial<BlueprintProps> = {}): Blueprint {
  return new Blueprint({ name: "acme", version: "2.1.0", ...props });
}

/** A blueprint that others include. */
export function base(props: Partial<BlueprintProps> = {}): Blueprint {
  return blueprint({ name: "base", version: "1.0.0", ...props });
}

/** A stack with a provider, in an app of its own where none is given. */
export function stackIn(app: App = Testing.app(), id = "prod"): TerraformStack {
  const stack = new TerraformStack(app, id);
  provider(stack);
  return stack;
}

/** A function with nothing but what is required, and what a test says. */
export function orders(
  scope: Construct,
  props: Partial<WebFunctionProps> = {},
  id = "Orders",
): WebFunction {
  return new WebFunction(scope, id, {
    runtime: Runtime.NODEJS20,
    code: Code.fromOss({ bucket: "artifacts", object: "orders.zip" }),
    ...props,
  });
}

/** A trigger of a function that exists. */
export function triggerOf(
  scope: Construct,
  props: Partial<HttpTriggerProps> = {},
  id = "Http",
): HttpTrigger {
  const target = WebFunction.fromFunctionAttributes(scope, `${id}Target`, {
    functionName: "orders",
  });
  return new HttpTrigger(scope, id, { target, methods: [HttpMethod.GET], ...props });
}

/** A gateway in front of a function that exists. */
export function frontOf(
  scope: Construct,
  props: Partial<ApiGatewayFrontedProps> = {},
  id = "Front",
): ApiGatewayFronted {
  const target = WebFunction.fromFunctionAttributes(scope, `${id}Target`, {
    functionName: "orders",
    functionArn: "acs:fc:cn-hangzhou:1234567890123456:functions/orders",
  });
  return new ApiGatewayFronted(scope, id, {
    target,
    routes: [ApiRoute.get("/orders")],
    backendSignature: BackendSignature.fromVariables(scope, `${id}Signature`),
    ...props,
  });
}

/** The JSON of a stack, as the file has it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function jsonOf(stack: TerraformStack): any {
  return JSON.parse(JSON.stringify(stack.toTerraform()));
}

/** The arguments of a stack's only function. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function functionIn(stack: TerraformStack): any {
  return Object.values(jsonOf(stack).resource.alicloud_fcv3_function)[0];
}

/** `trigger_config` of a stack's only trigger. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function triggerIn(stack: TerraformStack): any {
  const [trigger] = Object.values(jsonOf(stack).resource.alicloud_fcv3_trigger);
  return JSON.parse((trigger as { trigger_config: string }).trigger_config);
}

/** What a resource's `"//"` says of blueprints. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function noteOn(resource: any): any {
  return resource["//"]["fc-frontdoor"]?.blueprint;
}
