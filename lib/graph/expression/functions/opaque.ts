import { Value } from "../../value";
import type { Call } from "../ast";
import { unevaluated, withoutSymbol } from "../derive";

/** Functions that give something else each time. */
const NEVER_TWICE_THE_SAME = new Set(["uuid", "bcrypt"]);

/** A call that is not evaluated: unknown, because of the call itself and of what its arguments need. */
export function opaqueCall(call: Call, args: readonly Value[]): Value {
  const itself = Value.reference({ text: call.text, address: call.text, path: [] });
  const operands = [itself, ...args];
  if (!NEVER_TWICE_THE_SAME.has(call.name)) return unevaluated(call.name, operands);
  return withoutSymbol(operands);
}
