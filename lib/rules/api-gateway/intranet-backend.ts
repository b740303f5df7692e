import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";
import { knownText } from "../written";
import { frontsIn, related } from "./fronts";

const message = "a gateway API calls the trigger past the VPC, over the internet";

/** The public URL answers 403 once it is disabled, and is open to everybody until then. */
export const intranetBackend: Rule = {
  id: "api-gateway/intranet-backend",
  level: "error",
  title: "the backend of a gateway API is the trigger's intranet URL, not the public one",
  *evaluate(graph) {
    const seen = new Set<string>();
    for (const { front } of frontsIn(graph)) {
      const { via, attribute, url, network, certain, trigger } = front;
      if (network === "intranet" || url.isNull) continue;
      if (network === undefined && !url.isUnknown) continue;
      const key = `${via.id} ${attribute}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (network === undefined || certain === "unknown") {
        const needs = front.needs.length > 0 ? front.needs : url.needs;
        yield undecided(via, { attribute, message, related: related(front) }, needs);
        continue;
      }
      yield violated(via, {
        attribute,
        message,
        got: trigger ? `url_internet of ${trigger.address}` : shown(url),
        expected: trigger
          ? `url_intranet of ${trigger.address}`
          : "the intranet URL, which ends with -vpc.fcapp.run",
        fix: trigger
          ? "use url_intranet in place of url_internet"
          : "use the trigger's intranet URL",
        related: related(front),
        values: [url],
      });
    }
  },
};

/** An address with what is known of it. */
function shown(url: Value): string {
  const text = url.isSensitive ? undefined : knownText(url, "${…}");
  return text === undefined ? show(url) : JSON.stringify(text);
}
