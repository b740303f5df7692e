import { fail, giveUp } from "./failure";

/**
 * Terraform computes with 512 bits. A JavaScript number of at most 15 digits, or a safe integer,
 * stands for the same decimal number; of any other only the size is to be trusted.
 */
const SURE_DIGITS = 15;

/** Longer texts are not looked at: nobody writes such numbers. */
const LONGEST_TEXT = 400;

/** `digits` × 10 ^ `exponent`, without zeros at the end. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Whether a JavaScript number is, digit by digit, the number that is written in the text. */
export function exactly(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const value = Number(text);
  if (!isExact(value)) return false;
  if (String(value) === text) return true;
  const written = decimal(text);
  const held = decimal(String(value));
  return written.digits === held.digits && written.exponent === held.exponent;
}

/** Whether every digit of a number is to be trusted. */
export function isExact(value: number): boolean {
  if (Number.isSafeInteger(value)) return true;
  if (!Number.isFinite(value)) return false;
  return String(decimal(String(Math.abs(value))).digits).length <= SURE_DIGITS;
}

/** A number as Terraform converts it to text: without an exponent. */
export function numberText(value: number): string {
  if (!isExact(value)) return giveUp();
  const text = String(value === 0 ? 0 : value);
  if (!text.includes("e")) return text;
  const { digits, exponent } = decimal(text);
  if (exponent >= 0) return String(digits) + "0".repeat(exponent);
  const sign = digits < 0n ? "-" : "";
  const figures = String(digits < 0n ? -digits : digits).padStart(1 - exponent, "0");
  return `${sign}${figures.slice(0, exponent)}.${figures.slice(exponent)}`;
}

/** The number that a text stands for, or undefined where Terraform takes it for none. */
export function parseNumber(text: string): number | undefined {
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text)) return undefined;
  return exactly(text) ? unsigned(Number(text)) : giveUp();
}

/** Terraform writes a negative zero as "-0", and JavaScript does not. */
function unsigned(value: number): number {
  return Object.is(value, -0) ? giveUp() : value;
}

/** The number with the other sign. */
export function negated(value: number): number {
  return unsigned(-value);
}

/** Adds, subtracts, multiplies, divides, or gives the remainder, as with 512 bits. */
export function calculate(operator: "+" | "-" | "*" | "/" | "%", a: number, b: number): number {
  if (!isExact(a) || !isExact(b)) return giveUp();
  const left = decimal(String(a));
  const right = decimal(String(b));
  const exponent = Math.min(left.exponent, right.exponent);
  const x = left.digits * 10n ** BigInt(left.exponent - exponent);
  const y = right.digits * 10n ** BigInt(right.exponent - exponent);
  switch (operator) {
    case "+":
      return toNumber(x + y, exponent);
    case "-":
      return toNumber(x - y, exponent);
    case "*":
      unsigned(a * b);
      return toNumber(left.digits * right.digits, left.exponent + right.exponent);
    case "%":
      return y === 0n ? a : toNumber(x % y, exponent);
    default:
      return divide(a, b);
  }
}

function divide(a: number, b: number): number {
  if (b === 0) return a === 0 ? fail("zero cannot be divided by zero") : giveUp();
  const quotient = unsigned(a / b);
  // A quotient that does not end is good enough to be compared, and is never written out.
  if (isExact(quotient) && calculate("*", quotient, b) !== a) return giveUp();
  return quotient;
}

function toNumber(digits: bigint, exponent: number): number {
  const text = `${digits}e${exponent}`;
  return exactly(text) ? Number(text) : giveUp();
}

function decimal(text: string): Decimal {
  const [mantissa, power = "0"] = text.toLowerCase().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const figures = whole + fraction;
  const zeros = figures.length - figures.replace(/0+$/, "").length;
  const digits = BigInt(/^[-+]?0*$/.test(figures) ? 0 : figures.slice(0, figures.length - zeros));
  if (digits === 0n) return { digits, exponent: 0 };
  return { digits, exponent: Number(power) - fraction.length + zeros };
}
