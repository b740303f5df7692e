import type { Module } from "../graph";
import type { BlueprintPolicySource } from "./blueprint-policy";
import type { PolicyOf } from "./judge";
import type { Policy } from "./policy";

/**
 * Finds the policy of each stack: what the blueprints that hold in it say, outer ones before inner
 * ones, and then the policy file.
 *
 * @param compose makes the policy of blueprints and the policy file; called once for each list
 */
export function policiesBy(
  compose: (blueprints: readonly BlueprintPolicySource[]) => Policy,
): PolicyOf {
  const known = new Map<string, Policy>();
  return (module) => {
    const blueprints = module ? policySources(module) : [];
    const key = JSON.stringify(blueprints);
    let policy = known.get(key);
    if (!policy) known.set(key, (policy = compose(blueprints)));
    return policy;
  };
}

/** What the blueprints of a stack say of the rules. */
export function policySources({ metadata }: Module): readonly BlueprintPolicySource[] {
  return (metadata.blueprints ?? []).flatMap(({ name, version, policy }) =>
    policy ? [{ owner: `${name} ${version}`, policy }] : [],
  );
}
