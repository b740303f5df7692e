import { createHash } from "node:crypto";
import { type Origin, LITERAL, Value, joinOrigins, unresolvedIn } from "../value";
import { isSet, markSet } from "./set";

/** Longer symbols are replaced by their digest: what is made of itself twice doubles at every step. */
const LONGEST_SYMBOL = 300;

/** The origin of a value that is computed from others. */
export function originOf(operands: readonly Value[]): Origin {
  const origins = operands.map((operand) => operand.deepOrigin).filter((one) => one !== LITERAL);
  if (origins.length === 0) return LITERAL;
  return { ...joinOrigins(origins), declaredBy: [] };
}

/** A known value, given as JSON, that is computed from others. */
export function computed(json: unknown, operands: readonly Value[]): Value {
  return Value.of(json, originOf(operands));
}

/** What an operation gives when it cannot be carried out. */
export function unevaluated(operation: string, operands: readonly Value[]): Value {
  return Value.composite(operands, symbolOf(operation, operands));
}

/** What cannot be told, and may be something else each time: it equals nothing but itself. */
export function withoutSymbol(operands: readonly Value[]): Value {
  return Value.unknown(originOf(operands), {
    unresolved: unresolvedIn(operands),
  });
}

/** A value that was chosen because of others: it stays what it is, and rests on them too. */
export function chosen(value: Value, because: readonly Value[]): Value {
  const others = because.map((one) => one.deepOrigin).filter((one) => one !== LITERAL);
  if (others.length === 0) return value;
  const origin = joinOrigins([value.origin, ...others]);
  const result = value.from({ ...origin, declaredBy: value.origin.declaredBy });
  return isSet(value) ? markSet(result) : result;
}

/** Whether a value is known, and everything in it. */
export function isKnownThroughout(value: Value): boolean {
  if (value.kind === "list") return value.items.every(isKnownThroughout);
  if (value.kind === "object") return value.entries.every(([, item]) => isKnownThroughout(item));
  return !value.isUnknown;
}

/** Whether a value is a text for sure: a known one, or a template with an unknown in it. */
export function isSurelyText(value: Value): boolean {
  return value.kind === "string" || value.parts !== undefined;
}

function symbolOf(operation: string, operands: readonly Value[]): string {
  const symbol = `${operation}(${operands.map((operand) => operand.key).join(",")})`;
  if (symbol.length <= LONGEST_SYMBOL) return symbol;
  return `#${createHash("sha256").update(symbol).digest("hex")}`;
}
