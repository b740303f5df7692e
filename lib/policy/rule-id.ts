import { nearest } from "../facts/nearest";
import type { Problem } from "../facts/problem";
import { RULES, type Rule } from "../rules";

/** What is wrong with the id of a rule: there is none of the name. */
export function unknownRule(id: string, rules: readonly Rule[] = RULES): Problem | undefined {
  const known = rules.map((rule) => rule.id);
  if (known.includes(id)) return undefined;
  const meant = nearest(id, known);
  return {
    got: JSON.stringify(id),
    expected: "the id of a rule",
    fix: meant ? `write ${meant}` : "see fc-frontdoor rules for their names",
  };
}

/** Why a rule cannot be acknowledged in code; undefined where it can. */
export function lockedRule(id: string, rules: readonly Rule[] = RULES): Problem | undefined {
  if (!rules.find((rule) => rule.id === id)?.locked) return undefined;
  return {
    got: `${JSON.stringify(id)}, a locked rule`,
    expected: "a rule that can be acknowledged in code",
    fix: "mend what it finds, or have it waived in the policy file",
  };
}
