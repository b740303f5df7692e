import type { Rule } from "../rule";
import { violated } from "../verdict";
import { internetUrlUses } from "./url-uses";

/** The address that a trigger comes with is for tests: the vendor does not promise that it stays up. */
export const testDomain: Rule = {
  id: "http-trigger/test-domain",
  level: "warning",
  title: "the built-in URL of a trigger is for tests: no record, origin or other resource uses it",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      // A URL that is switched off is for http-trigger/disabled-url-used to say.
      if (trigger.disableUrlInternet.bool === true) continue;
      for (const { user, attribute, reading } of internetUrlUses(graph, trigger)) {
        yield violated(user, {
          attribute,
          level: reading ? "note" : undefined,
          message: "the built-in URL of a trigger is for tests",
          got: `url_internet of ${trigger.address}`,
          expected: reading
            ? "nobody but tests to call it"
            : "a domain of your own in front of the function",
          fix: reading
            ? "give callers a custom domain or a gateway's domain instead"
            : "put a custom domain or API Gateway in front of the function, and use its name here",
          related: [{ resource: trigger.resource, message: "the trigger" }],
        });
      }
    }
  },
};
