import { OPEN_API_FIXES } from "../../facts/open-api";
import type { Rule } from "../rule";
import { violated } from "../verdict";

const MOST_SHOWN = 8;

/** What a document promises callers, and the gateway does not do, somebody else has to do. */
export const openApi: Rule = {
  id: "api-gateway/open-api",
  level: "warning",
  title: "an API does all that the OpenAPI document says from which it is made",
  *evaluate(graph) {
    for (const resource of graph.ofType("alicloud_api_gateway_api")) {
      const { notMapped = [] } = resource.metadata;
      if (notMapped.length === 0) continue;
      const more = notMapped.length - MOST_SHOWN;
      const shown = notMapped.slice(0, MOST_SHOWN).join("; ");
      yield violated(resource, {
        attribute: "request_config",
        message: "the gateway does not do all that the OpenAPI document says",
        got: more > 0 ? `${shown}; and ${more} more` : shown,
        expected: "nothing in the document that nobody sees to",
        fix: fixOf(notMapped),
      });
    }
  },
};

/** What to do about each kind, and how to say that it is done. */
function fixOf(notMapped: readonly string[]): string {
  const kinds = new Set(notMapped.map((text) => text.split(":")[0]));
  const known = Object.keys(OPEN_API_FIXES).filter((kind) => kinds.has(kind));
  if (known.length === 0) return "have the code see to it, and accept this finding";
  const parts = known.map((kind) => `OpenApiPart.${kind.toUpperCase()}`).join(", ");
  const fixes = known.map((kind) => OPEN_API_FIXES[kind]).join("; ");
  return `${fixes}; then say handled: [${parts}] to ApiRoute.fromOpenApi`;
}
