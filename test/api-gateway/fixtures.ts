import { type TerraformStack, Testing } from "cdktf";
import {
  ApiGatewayFronted,
  type ApiGatewayFrontedProps,
  ApiRoute,
  BackendSignature,
  WebFunction,
} from "../../lib";
import { minimal } from "../function/fixtures";
import { thrownBy } from "../support/app";
import { type Resources, resourcesOf, stackOf } from "../support/synth";

/** Props of a front, which may need its stack. */
export type Props = (stack: TerraformStack) => Partial<ApiGatewayFrontedProps>;

/** A front with what every one has to have. */
export function frontIn(stack: TerraformStack, props: Props = () => ({})): ApiGatewayFronted {
  const own = props(stack);
  return new ApiGatewayFronted(stack, "Front", {
    ...(own.trigger || "target" in own
      ? {}
      : { target: new WebFunction(stack, "Orders", minimal) }),
    routes: [ApiRoute.get("/orders")],
    backendSignature: BackendSignature.fromVariables(stack, "Signature"),
    ...own,
  } as ApiGatewayFrontedProps);
}

/** What a stack with a front becomes, by type and name. */
export function emitted(props?: Props): Resources {
  const stack = stackOf();
  frontIn(stack, props);
  return resourcesOf(stack);
}

/** All that is in the JSON of a stack with a front. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function document(make: (stack: TerraformStack) => void): any {
  const stack = stackOf();
  make(stack);
  return JSON.parse(Testing.synth(stack, false));
}

/** What is refused of a front: the lines of the error. */
export function refusal(props: Props): readonly string[] {
  const stack = stackOf();
  return thrownBy(() => frontIn(stack, props)).split("\n");
}
