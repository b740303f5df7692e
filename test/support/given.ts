import { type TerraformStack, TerraformVariable } from "cdktf";
import { type IFunction, WebFunction } from "../../lib";

/** The function `orders`, which exists already. */
export function orders(stack: TerraformStack): IFunction {
  return WebFunction.fromFunctionAttributes(stack, "Orders", { functionName: "orders" });
}

/** The value of a sensitive variable. */
export function secretIn(stack: TerraformStack, id = "secret"): string {
  return new TerraformVariable(stack, id, { type: "string", sensitive: true }).stringValue;
}
