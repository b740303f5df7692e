import { fail, giveUp } from "../failure";
import { calculate, isExact } from "../number";
import { toNumber } from "../convert";
import { type FunctionTable, plain, plainOfMany } from "./define";

/** An inexact number close to a whole one may be that one. */
function whole(number: number, round: (number: number) => number): number {
  if (!isExact(number) && Math.abs(number - Math.round(number)) < 1e-6) return giveUp();
  return round(number) + 0;
}

function parseInteger(text: string, base: number): number {
  if (!Number.isInteger(base) || base < 2 || base > 62) fail("parseint takes a base from 2 to 62");
  if (base > 36) return giveUp();
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, base);
  const figures = text.replace(/^[-+]/, "").toLowerCase();
  if (figures === "" || [...figures].some((figure) => !digits.includes(figure))) {
    fail("parseint: the text is not a number of that base");
  }
  const number = parseInt(text, base);
  return Number.isSafeInteger(number) ? number + 0 : giveUp();
}

function power(base: number, exponent: number): number {
  if (!Number.isSafeInteger(base) || !Number.isInteger(exponent) || exponent < 0) return giveUp();
  const result = base ** exponent;
  return Number.isSafeInteger(result) ? result : giveUp();
}

/** Terraform makes no longer ranges. */
const LONGEST_RANGE = 1024;

function range(first: number, second?: number, third?: number): number[] {
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (from <= to ? 1 : -1);
  if (step === 0 || (step > 0 ? from > to : from < to)) fail("range goes the wrong way");
  const numbers: number[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at = calculate("+", at, step)) {
    if (numbers.length >= LONGEST_RANGE) fail(`range makes at most ${LONGEST_RANGE} numbers`);
    numbers.push(at);
  }
  return numbers;
}

/** Functions about numbers. */
export const NUMBER_FUNCTIONS: FunctionTable = {
  abs: plain(["number"], Math.abs),
  ceil: plain(["number"], (number) => whole(number, Math.ceil)),
  floor: plain(["number"], (number) => whole(number, Math.floor)),
  max: plainOfMany("number", (numbers) => Math.max(...numbers)),
  min: plainOfMany("number", (numbers) => Math.min(...numbers)),
  parseint: plain(["text", "number"], parseInteger),
  pow: plain(["number", "number"], power),
  range: plain(["number", "number", "number"], range, 2),
  signum: plain(["number"], (number) =>
    Number.isInteger(number) ? Math.sign(number) : fail("signum takes a whole number"),
  ),
  sum: plain(["list"], (items) => {
    if (items.length === 0) fail("sum needs at least one number");
    return items
      .map((item) => toNumber(item, "what is summed"))
      .reduce((total, number) => calculate("+", total, number));
  }),
};
