import type { Problem } from "./problem";

/** The numbers that an argument takes. */
export interface WholeNumbers {
  /** The smallest. */
  readonly least: number;
  /** The largest; none by default. */
  readonly most?: number;
  /** What it is a multiple of. Default: 1. */
  readonly step?: number;
  /** What is counted, as a message writes it: `MB`. */
  readonly unit?: string;
}

/** What is wrong with a number; what is no number at all (`NaN`) is wrong too. */
export function wholeNumberProblem(value: number, allowed: WholeNumbers): Problem | undefined {
  const { least, most, step = 1 } = allowed;
  if (value >= least && value <= (most ?? Infinity) && value % step === 0) return undefined;
  const unit = allowed.unit ? ` ${allowed.unit}` : "";
  const what = step === 1 ? "a whole number" : `a multiple of ${step}`;
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  return {
    got: `${value}${unit}`,
    expected: `${what} ${range}${unit}`,
    fix: `write ${nearestOf(value, allowed)}, or another allowed number`,
  };
}

/** The allowed number that is nearest, upwards. */
function nearestOf(value: number, { least, most, step = 1 }: WholeNumbers): number {
  if (!(value > least)) return least;
  return Math.min(Math.ceil(value / step) * step, most ?? Infinity);
}
