import type { Resource, ResourceGraph, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { internetUrlUses } from "./url-uses";

const message = "the built-in URL of a trigger is for tests";
const FRONT = "put a custom domain or API Gateway in front of the function, and use its name here";

/** The address that a trigger comes with is for tests: the vendor does not promise that it stays up. */
export const testDomain: Rule = {
  id: "http-trigger/test-domain",
  level: "warning",
  title: "the built-in URL of a trigger is for tests: no record, origin or other resource uses it",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      // A URL that is switched off is for http-trigger/disabled-url-used to say.
      if (trigger.disableUrlInternet.bool === true) continue;
      for (const { user, attribute, reading, instead } of internetUrlUses(graph, trigger)) {
        const level = reading ? "note" : undefined;
        if (instead.length > 0) {
          yield undecided(user, { attribute, level, message }, instead);
          continue;
        }
        yield violated(user, {
          attribute,
          level,
          message,
          got: `url_internet of ${trigger.address}`,
          expected: reading
            ? "nobody but tests to call it"
            : "a domain of your own in front of the function",
          fix: reading ? "give callers a custom domain or a gateway's domain instead" : FRONT,
          related: [{ resource: trigger.resource, message: "the trigger" }],
        });
      }
    }
    yield* pasted(graph);
  },
};

/** The public host of a trigger. That of the VPC has a region that ends with `-vpc`. */
const PUBLIC_HOST = /^(https?:\/\/)?[\w-]+\.[\w-]+(?<!-vpc)\.fcapp\.run\.?([:/]|$)/i;

/** Records and origins that have the host as text, of a trigger that is perhaps declared elsewhere. */
function* pasted(graph: ResourceGraph): Iterable<Verdict> {
  for (const { resource, attribute, value } of targets(graph)) {
    if (!PUBLIC_HOST.test(value.text ?? "") || isReferred(graph, resource, value)) continue;
    yield violated(resource, {
      attribute,
      message,
      got: show(value),
      expected: "a domain of your own in front of the function",
      fix: FRONT,
      values: [value],
    });
  }
}

/** Whether the host is that of a declared trigger, known from a plan: that has been said. */
function isReferred(graph: ResourceGraph, resource: Resource, value: Value): boolean {
  const module = graph.moduleOf(resource);
  return value.references.some(
    (reference) => reference.path.includes("url_internet") && module.targets(reference).length > 0,
  );
}

/** The resources of a CDN, which fetch from `sources`. */
const CDN_TYPES = ["alicloud_cdn_domain_new", "alicloud_dcdn_domain"];

function* targets(
  graph: ResourceGraph,
): Iterable<{ readonly resource: Resource; readonly attribute: string; readonly value: Value }> {
  for (const { resource, value } of graph.dnsRecords) yield { resource, attribute: "value", value };
  for (const resource of CDN_TYPES.flatMap((type) => graph.ofType(type))) {
    for (const [index, source] of resource.blocks("sources").entries()) {
      const attribute = at("sources", index, "content");
      yield { resource, attribute, value: source.get("content") };
    }
  }
}
