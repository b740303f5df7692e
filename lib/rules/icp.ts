/** What the rules on ICP filings share: the same holds for custom domains and gateway domains. */
import { needsIcp } from "../facts/regions";
import type { Resource, ResourceGraph, Value } from "../graph";
import type { RuleOption, RuleSettings, Verdict } from "./rule";
import { show, undecided, violated } from "./verdict";

/** What a policy file tells the rules on ICP filings. */
export const ICP_OPTIONS: Readonly<Record<string, RuleOption>> = {
  filings: {
    type: "map",
    about:
      "the numbers of filings by domain; one holds for every name below its domain; default none",
  },
};

/**
 * The verdict on a domain in mainland China of which nobody says that it has its ICP filing.
 *
 * @param domain its name, and the argument that has it
 * @param settings what the policy tells the rule
 * @param served whose region it is; the resource itself by default
 */
export function* missingIcpFiling(
  graph: ResourceGraph,
  resource: Resource,
  { attribute, name }: { readonly attribute: string; readonly name: Value },
  settings: RuleSettings | undefined,
  served = resource,
): Iterable<Verdict> {
  const filed = Object.keys((settings?.filings ?? {}) as object);
  if (resource.metadata.icpFiling || filed.some((domain) => isBelow(name, domain))) return;
  const message = "a domain in mainland China needs an ICP filing, which no configuration shows";
  const region = graph.regionOf(served);
  if (region.isUnknown) {
    // No region outside China begins like those inside.
    const isElsewhere = region.prefix !== "" && !"cn-".startsWith(region.prefix.slice(0, 3));
    if (!isElsewhere) yield undecided(resource, { attribute, message }, [region]);
  } else if (region.text !== undefined && needsIcp(region.text)) {
    if (filed.length > 0 && name.text === undefined) {
      yield undecided(resource, { attribute, message }, [name]);
      return;
    }
    if (!resource.hasMetadata) {
      const needs = "icpFiling in the metadata of the synthesised stack (--synth)";
      yield undecided(resource, { attribute, message }, [needs]);
      return;
    }
    yield violated(resource, {
      attribute,
      message,
      got: `region ${show(region)}, and no filing number`,
      expected:
        "the number of the filing as icpFiling, or as an option of this rule in the policy file",
      fix: "file the domain with Alibaba Cloud, or add Alibaba Cloud to its filing, and give the number as icpFiling",
      values: [region],
    });
  }
}

function isBelow(name: Value, domain: string): boolean {
  return `.${name.text ?? ""}`.toLowerCase().endsWith(`.${domain.toLowerCase()}`);
}
