import { type CustomDomainNode, Value } from "../../graph";
import { corsPreflight as preflightOf } from "../cors";
import type { Rule } from "../rule";
import { at } from "../verdict";

/** A browser asks with OPTIONS before it sends; a method that a route does not list is answered with 403. */
export const corsPreflight: Rule = {
  id: "custom-domain/cors-preflight",
  level: "warning",
  title: "with `cors_config`, or CORS handled in code, `OPTIONS` is among the methods of a route",
  *evaluate(graph) {
    for (const domain of graph.customDomains) {
      const cors = corsOf(domain);
      for (const [index, { value }] of domain.routes.entries()) {
        const methods = value.get("methods");
        // A route that lists none takes all.
        if (methods.kind === "list" && methods.items.length === 0) continue;
        yield* preflightOf({
          resource: domain.resource,
          attribute: at("route_config", "routes", index, "methods"),
          methods,
          who: "this route",
          cors,
          corsName: "cors_config",
        });
      }
    }
  },
};

/** The block; null where it is empty, which configures nothing. */
function corsOf({ corsConfig }: CustomDomainNode): Value {
  const block = corsConfig.blocks.at(0) ?? Value.NULL;
  const isEmpty = block.kind === "object" && block.entries.every(([, value]) => value.isNull);
  return isEmpty ? Value.NULL : block;
}
