import type { ResourceGraph } from "../graph";
import {
  type BlueprintPolicySource,
  type Policy,
  PolicyError,
  type PolicyOf,
  policiesBy,
  rulesOf,
} from "../policy";
import type { Rule } from "../rules";

/**
 * The policies of a run: that of the policy file, and where blueprints say something of the rules,
 * which the input tells, those of both.
 */
export class Policies {
  /** The policy of a stack. */
  public readonly of: PolicyOf;
  private readonly all = new Set<Policy>();
  /** What is wrong with the policy file alone: it may name rules that only a blueprint's pack has. */
  private readonly wrong?: PolicyError;

  /**
   * @param compose makes the policy of blueprints and the policy file
   * @throws UsageError for a command line that is wrong
   */
  public constructor(compose: (blueprints: readonly BlueprintPolicySource[]) => Policy) {
    let alone: Policy | undefined;
    try {
      alone = compose([]);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      this.wrong = error;
    }
    const policies = policiesBy((blueprints) => {
      if (blueprints.length > 0) return compose(blueprints);
      if (!alone) throw this.wrong;
      return alone;
    });
    this.of = (module) => {
      const policy = policies(module);
      this.all.add(policy);
      return policy;
    };
  }

  /**
   * Reads the input.
   *
   * @throws PolicyError rather than what reading throws, where the policy file is wrong
   */
  public around<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw this.wrong ?? error;
    }
  }

  /**
   * Makes the policies of all stacks.
   *
   * @throws PolicyError naming every problem of one of them
   */
  public read(graphs: readonly ResourceGraph[]): void {
    const modules = graphs.flatMap((graph) => graph.modules);
    if (modules.length === 0) this.of(undefined);
    for (const module of modules) this.of(module);
  }

  /** The rules that run under any of them. */
  public get rules(): readonly Rule[] {
    const rules = [...this.all].flatMap((policy) =>
      rulesOf(policy).filter(({ id }) => policy.levels.get(id) !== "off"),
    );
    return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
  }
}
