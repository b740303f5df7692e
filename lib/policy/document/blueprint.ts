import { PolicyError, type PolicyProblem } from "../error";
import type { BlueprintPolicySource } from "../blueprint-policy";
import { Composition } from "./compose";
import { sane } from "./document";
import type { Layer } from "./layer";
import { loadPack } from "./load";
import { problemsOf } from "./parse";
import { placesOf } from "./places";

/**
 * The policy of a blueprint, as a pack that comes before the policy file.
 *
 * @param folders packs are looked up from the first of these where they are; at least one
 */
export function blueprintLayer(
  { owner, policy: { waivers, ...document } }: BlueprintPolicySource,
  [folder, ...elsewhere]: readonly string[],
): Layer {
  return {
    pack: owner,
    // Two of one name may say different things.
    id: `blueprint ${owner} ${JSON.stringify([waivers, document])}`,
    folder,
    elsewhere,
    places: placesOf(owner, document),
    document: sane(document),
    rules: [],
    refusesWaivers: waivers === false,
  };
}

/** What is wrong with what a blueprint says of the rules; of rules that may be a pack's nothing is known. */
export function documentProblems(document: object): readonly PolicyProblem[] {
  const problems = problemsOf(placesOf("policy", document));
  if (problems.length > 0) return problems;
  const { extends: packs = [] } = sane(document);
  if (packs.some((name) => !["recommended", "strict"].includes(name))) return [];
  try {
    const layer = blueprintLayer({ owner: "policy", policy: { ...document } }, ["."]);
    new Composition(loadPack).policyOf(undefined, [layer]);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems;
  }
}
