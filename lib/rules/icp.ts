/** What the rules on ICP filings share: the same holds for custom domains and gateway domains. */
import { needsIcp } from "../facts/regions";
import type { Resource, ResourceGraph } from "../graph";
import type { Verdict } from "./rule";
import { show, undecided, violated } from "./verdict";

/**
 * The verdict on a domain in mainland China of which nobody says that it has its ICP filing.
 *
 * @param attribute the argument with the name of the domain
 * @param served whose region it is; the resource itself by default
 */
export function* missingIcpFiling(
  graph: ResourceGraph,
  resource: Resource,
  attribute: string,
  served = resource,
): Iterable<Verdict> {
  if (resource.metadata.icpFiling) return;
  const message = "a domain in mainland China needs an ICP filing, which no configuration shows";
  const region = graph.regionOf(served);
  if (region.isUnknown) {
    // No region outside China begins like those inside.
    const isElsewhere = region.prefix !== "" && !"cn-".startsWith(region.prefix.slice(0, 3));
    if (!isElsewhere) yield undecided(resource, { attribute, message }, [region]);
  } else if (region.text !== undefined && needsIcp(region.text)) {
    if (!resource.hasMetadata) {
      const needs = "icpFiling in the metadata of the synthesised stack (--synth)";
      yield undecided(resource, { attribute, message }, [needs]);
      return;
    }
    yield violated(resource, {
      attribute,
      message,
      got: `region ${show(region)}, and no filing number`,
      expected: "the number of the filing as icpFiling, or a waiver in the policy file",
      fix: "file the domain with Alibaba Cloud, or add Alibaba Cloud to its filing, and give the number as icpFiling",
      values: [region],
    });
  }
}
