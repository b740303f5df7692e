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

  /** What it is, for a person: `10 seconds`. */
  public toString(): string {
    return `${this.amount} ${this.unit}`;
  }
}

const MILLIS_PER_SECOND = 1000;
const MILLIS_PER_MINUTE = 60_000;
