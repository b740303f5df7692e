import type { BlueprintTarget } from "./blueprint-target";

/** What a bound demands of a prop. @internal */
export interface BoundRule {
  readonly kind: "locked" | "required" | "range" | "oneOf";
  readonly least?: number;
  readonly most?: number;
  readonly values?: readonly string[];
}

/**
 * What an app may make of a prop. It is judged when defaults and what the app states are put
 * together: a value that breaks it is a finding of the rule `blueprint/bounds`, with its owner.
 *
 * Where nobody gives the prop, what the construct then does is judged: `auth` of a trigger is
 * `function`. Where the service decides, there is nothing to judge, but for `required`.
 */
export class Bound {
  /**
   * An app may not state another value than the default, which a blueprint has to give. Of tags the
   * default's own keep their values; others may be added.
   *
   * @param target the construct
   * @param prop its prop, such as `disableInternetUrl`
   */
  public static locked(target: BlueprintTarget, prop: string): Bound {
    return new Bound(target, prop, { kind: "locked" });
  }

  /**
   * A number that is not greater.
   *
   * @param target the construct
   * @param prop its prop, such as `timeoutSeconds`
   * @param most the greatest value
   */
  public static atMost(target: BlueprintTarget, prop: string, most: number): Bound {
    return new Bound(target, prop, { kind: "range", most });
  }

  /**
   * A number that is not smaller.
   *
   * @param target the construct
   * @param prop its prop, such as `memorySizeMb`
   * @param least the smallest value
   */
  public static atLeast(target: BlueprintTarget, prop: string, least: number): Bound {
    return new Bound(target, prop, { kind: "range", least });
  }

  /**
   * A number that is neither smaller nor greater.
   *
   * @param target the construct
   * @param prop its prop
   * @param least the smallest value
   * @param most the greatest value
   */
  public static between(target: BlueprintTarget, prop: string, least: number, most: number): Bound {
    return new Bound(target, prop, { kind: "range", least, most });
  }

  /**
   * One of some values; of a list each item. Values are text as the service writes it: the name of a
   * runtime (`python3.12`), the type of an authentication (`jwt`), the name of a stage, the type of a
   * plugin, a number, `true`.
   *
   * @param target the construct
   * @param prop its prop, such as `runtime`
   * @param values at least one
   */
  public static oneOf(target: BlueprintTarget, prop: string, ...values: string[]): Bound {
    return new Bound(target, prop, { kind: "oneOf", values });
  }

  /**
   * An app or a blueprint gives it.
   *
   * @param target the construct
   * @param prop its prop, such as `description`
   */
  public static required(target: BlueprintTarget, prop: string): Bound {
    return new Bound(target, prop, { kind: "required" });
  }

  private constructor(
    /** The construct. */
    public readonly target: BlueprintTarget,
    /** Its prop. */
    public readonly prop: string,
    private readonly rule: BoundRule,
  ) {}

  /** @internal */
  public get _rule(): BoundRule {
    return this.rule;
  }
}
