import { Token } from "cdktf";
import type { Problem } from "../facts/problem";
import type { PropProblem } from "../props";

/** A length of time. */
export class Duration {
  /**
   * Of milliseconds.
   *
   * @param amount a number, or a token of one
   */
  public static millis(amount: number): Duration {
    return new Duration(amount, 1, "milliseconds");
  }

  /**
   * Of seconds.
   *
   * @param amount a number, which may have a fraction
   */
  public static seconds(amount: number): Duration {
    return new Duration(amount, MILLIS_PER_SECOND, "seconds");
  }

  /**
   * Of minutes.
   *
   * @param amount a number, which may have a fraction
   */
  public static minutes(amount: number): Duration {
    return new Duration(amount, MILLIS_PER_MINUTE, "minutes");
  }

  private constructor(
    private readonly amount: number,
    private readonly factor: number,
    private readonly unit: string,
  ) {}

  /** The time in milliseconds. */
  public toMilliseconds(): number {
    return this.factor === 1 ? this.amount : Math.round(this.amount * this.factor);
  }

  /** The time in seconds, which may have a fraction. */
  public toSeconds(): number {
    return this.toMilliseconds() / MILLIS_PER_SECOND;
  }

  /** What is wrong with it as a time to wait, which is counted in whole milliseconds. @internal */
  public _problems(at: string): readonly PropProblem[] {
    const problem = this.problem;
    return problem ? [{ at, ...problem }] : [];
  }

  private get problem(): Problem | undefined {
    if (Token.isUnresolved(this.amount)) {
      if (this.factor === 1) return undefined;
      return {
        got: `a token of ${this.unit}`,
        expected: "a number, or a token of milliseconds: a token cannot be multiplied here",
        fix: "give a token of milliseconds to Duration.millis",
      };
    }
    const millis = this.toMilliseconds();
    if (Number.isInteger(millis) && millis > 0) return undefined;
    return {
      got: this.toString(),
      expected: "a whole number of milliseconds, at least 1",
      fix: "write Duration.seconds(30), or another time",
    };
  }

  /** What it is, for a person: `10 seconds`. */
  public toString(): string {
    return `${this.amount} ${this.unit}`;
  }
}

const MILLIS_PER_SECOND = 1000;
const MILLIS_PER_MINUTE = 60_000;
