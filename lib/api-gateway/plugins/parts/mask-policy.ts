import { Fn, Token } from "cdktf";
import { type PropProblem, object, required, whole } from "../../../props";

/** How much of a value is masked. Source: the provider's acceptance tests on log masks. */
export class MaskPolicy {
  /** All of it. */
  public static readonly ALL = new MaskPolicy("ALL", {});

  /**
   * All but the first characters.
   *
   * @param left how many stay
   */
  public static keepLeft(left: number): MaskPolicy {
    return new MaskPolicy("KEEP_LEFT", { left });
  }

  /**
   * All but the last characters.
   *
   * @param right how many stay
   */
  public static keepRight(right: number): MaskPolicy {
    return new MaskPolicy("KEEP_RIGHT", { right });
  }

  /**
   * All but the characters between two places: `KEEP_CENTER:4,5`.
   *
   * @param first the first number
   * @param second the second number
   */
  public static keepCenter(first: number, second: number): MaskPolicy {
    return new MaskPolicy("KEEP_CENTER", { first, second });
  }

  private constructor(
    private readonly name: string,
    private readonly counts: { readonly [name: string]: number },
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const names = Object.keys(this.counts);
    return object(Object.fromEntries(names.map((name) => [name, COUNT])))(this.counts, at);
  }

  /** @internal */
  public get _text(): string {
    const counts = Object.values(this.counts).map((count) =>
      Token.isUnresolved(count) ? Fn.tostring(count) : String(count),
    );
    return counts.length === 0 ? this.name : `${this.name}:${counts.join(",")}`;
  }
}

const COUNT = required(whole({ least: 0, unit: "characters" }));
