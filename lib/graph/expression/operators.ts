import { type Answer, Value } from "../value";
import type { Operator } from "./ast";
import { sortedEntries, toBool, toNumber } from "./convert";
import { computed, isSurelyText, unevaluated } from "./derive";
import { fail, giveUp } from "./failure";
import { calculate, isExact, negated } from "./number";

const OPERAND = "an operand";

/**
 * What an operator makes of two values.
 *
 * @param sameType both are collections of the same type, as where both are written in place
 */
export function applyOperator(
  operator: Operator,
  left: Value,
  right: Value,
  sameType: boolean,
): Value {
  switch (operator) {
    case "&&":
    case "||":
      return logical(operator, left, right);
    case "==":
    case "!=": {
      const answer = equality(left, right, sameType);
      if (answer === "unknown") return unevaluated(operator, [left, right]);
      return computed((answer === "yes") === (operator === "=="), [left, right]);
    }
    default:
      if (left.isUnknown || right.isUnknown) return unevaluated(operator, [left, right]);
      return computed(numeric(operator, toNumber(left, OPERAND), toNumber(right, OPERAND)), [
        left,
        right,
      ]);
  }
}

/** What `!` and `-` make of a value. */
export function negate(operator: "!" | "-", value: Value): Value {
  if (value.isUnknown) return unevaluated(operator, [value]);
  if (operator === "!") return computed(!toBool(value, OPERAND), [value]);
  return computed(negated(toNumber(value, OPERAND)), [value]);
}

/** Whether two values are equal to Terraform, which tells types apart: `1` is not `"1"`. */
export function equality(left: Value, right: Value, sameType: boolean): Answer {
  if (left.isUnknown || right.isUnknown) {
    // A template is a text, and no text equals null, a number, a list.
    const other = left.isUnknown ? right : left;
    const template = left.isUnknown ? left : right;
    if (isSurelyText(template) && !other.isUnknown && other.kind !== "string") return "no";
    return left.same(right);
  }
  if (left.kind !== right.kind) return ofDifferentKinds(left, right);
  if (left.kind === "list") return collections(left.items, right.items, sameType);
  if (left.kind === "object") {
    const [mine, theirs] = [sortedEntries(left), sortedEntries(right)];
    if (mine.some(([key], index) => key !== theirs[index]?.[0])) return "no";
    return collections(
      mine.map(([, item]) => item),
      theirs.map(([, item]) => item),
      sameType,
    );
  }
  if (left.kind === "number" && !(isExact(left.number ?? NaN) && isExact(right.number ?? NaN))) {
    return "unknown";
  }
  return left.key === right.key ? "yes" : "no";
}

/** What the configuration writes as a text may be a number to the provider, and the other way round. */
function ofDifferentKinds(left: Value, right: Value): Answer {
  const declared = left.references.length > 0 || right.references.length > 0;
  return declared && left.text !== undefined && left.text === right.text ? "unknown" : "no";
}

/** A list is never equal to a tuple, nor a map to an object; from outside the type cannot be seen. */
function collections(left: readonly Value[], right: readonly Value[], sameType: boolean): Answer {
  if (left.length !== right.length) return "no";
  const answers = left.map((item, index) => equality(item, right[index], sameType));
  if (answers.includes("no")) return "no";
  return sameType && !answers.includes("unknown") ? "yes" : "unknown";
}

function logical(operator: "&&" | "||", left: Value, right: Value): Value {
  const decided = operator === "||";
  for (const operand of [left, right]) {
    if (!operand.isUnknown && toBool(operand, OPERAND) === decided) {
      return computed(decided, [left, right]);
    }
  }
  if (left.isUnknown || right.isUnknown) return unevaluated(operator, [left, right]);
  return computed(!decided, [left, right]);
}

function numeric(operator: Operator, a: number, b: number): number | boolean {
  switch (operator) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a < b || sure(a, b);
    case ">=":
      return a > b || sure(a, b);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return calculate(operator, a, b);
    default:
      return fail(`${operator} is no operator of numbers`);
  }
}

/** Whether two numbers are equal, where that can be told. */
function sure(a: number, b: number): boolean {
  return isExact(a) && isExact(b) ? a === b : a === b && giveUp();
}
