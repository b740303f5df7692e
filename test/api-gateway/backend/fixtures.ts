import { type TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import {
  HttpAuth,
  HttpMethod,
  HttpTrigger,
  type IHttpTrigger,
  type IQualifiedFunction,
  WebFunction,
  type WebFunctionProps,
} from "../../../lib";
import { ApiGatewayApi } from "../../../lib/alicloud/api-gateway-api";
import { ApiGatewayGroup } from "../../../lib/alicloud/api-gateway-group";
import type { GatewayBackend } from "../../../lib/api-gateway/backend";
import type { ForwardedApi } from "../../../lib/api-gateway/backend/source";
import { refuseProps } from "../../../lib/props";
import { Trace, guard } from "../../../lib/synth";
import { minimal } from "../../function/fixtures";
import { thrownBy } from "../../support/app";
import { type Resources, stackOf } from "../../support/synth";

/** What a test changes of a front. */
export interface Given {
  readonly target?: IQualifiedFunction;
  readonly trigger?: IHttpTrigger;
  readonly auth?: HttpAuth;
  readonly isAuthKnown?: boolean;
  readonly api?: Partial<ForwardedApi>;
  readonly props?: Pick<WebFunctionProps, "provider" | "dependsOn">;
}

/** The function `Orders`. */
export const ordersIn = (stack: TerraformStack, props: Partial<WebFunctionProps> = {}) =>
  new WebFunction(stack, "Orders", { ...minimal, ...props });

/** An API with a backend, as a front makes it. */
export function apiIn(stack: TerraformStack, backend: GatewayBackend, given: Given = {}): void {
  const front = new Construct(stack, "Front");
  guard(front);
  const { auth = HttpAuth.signature(), isAuthKnown = true, props = {} } = given;
  const target = given.target ?? given.trigger ?? ordersIn(stack).addAlias("live");
  const trigger =
    given.trigger ??
    new HttpTrigger(front, "Trigger", {
      target,
      auth,
      methods: [HttpMethod.GET],
      disableInternetUrl: true,
    });
  refuseProps(front, backend._problems("backend"), "Front");
  const { service, after } = backend._bind(front, {
    ...props,
    trace: new Trace(apiIn),
    trigger,
    target,
    authType: isAuthKnown ? auth.authType : undefined,
  });
  const group = new ApiGatewayGroup(front, "Group", { name: "orders" });
  new ApiGatewayApi(front, "Api", {
    groupId: group.id,
    name: "GET_orders",
    description: "GET /orders",
    authType: "APP",
    requestConfig: { protocol: "HTTPS", method: "GET", path: "/orders", mode: "PASSTHROUGH" },
    ...service({
      backendPath: "/orders",
      backendMethod: "GET",
      timeout: undefined,
      mock: undefined,
      ...given.api,
    }),
    dependsOn: after.length > 0 ? [...after] : undefined,
  });
}

/** What a stack becomes. The signature plugin that a front always has is not here, so nothing is judged. */
export function documentOf(
  backend: GatewayBackend,
  make: (stack: TerraformStack) => Given = () => ({}),
): { readonly resource: Resources; readonly data?: object } {
  const stack = stackOf();
  apiIn(stack, backend, make(stack));
  return JSON.parse(Testing.synth(stack));
}

/** The arguments of the only resource of a type. */
export function only(resources: Resources, type: string): Record<string, unknown> {
  const [found, ...more] = Object.values(resources[type] ?? {});
  if (!found || more.length > 0) throw new Error(`not one ${type}`);
  return found;
}

/** The API that a backend becomes. */
export const apiOf = (backend: GatewayBackend, make?: (stack: TerraformStack) => Given) =>
  only(documentOf(backend, make).resource, "alicloud_api_gateway_api");

/** What is said of a wrong backend, without the place. */
export const refusal = (backend: GatewayBackend): string =>
  thrownBy(() => apiIn(stackOf(), backend)).replace(/^ {2}at .*\n/m, "");
