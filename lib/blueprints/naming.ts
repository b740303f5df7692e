import type { BlueprintTarget } from "./blueprint-target";

/**
 * How the names of resources look, also of those of raw bindings. A name that does not is a finding
 * of the rule `blueprint/naming`.
 */
export class Naming {
  /**
   * The names of one kind of resource.
   *
   * @param target which names: of functions, of HTTP triggers, of custom domains (the domain itself),
   *   of API Gateway groups
   * @param pattern a regular expression, which may match any part of the name: `^acme-[a-z0-9-]+$`
   */
  public static of(target: BlueprintTarget, pattern: string): Naming {
    return new Naming(target, pattern);
  }

  private constructor(
    /** Which names. */
    public readonly target: BlueprintTarget,
    /** The regular expression. */
    public readonly pattern: string,
  ) {}
}
