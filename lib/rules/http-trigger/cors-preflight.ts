import { corsPreflight as preflightOf } from "../cors";
import type { Rule } from "../rule";
import { at } from "../verdict";

/** A browser asks with OPTIONS before it sends; a method that is not listed is answered with 403. */
export const corsPreflight: Rule = {
  id: "http-trigger/cors-preflight",
  level: "warning",
  title: "with `corsConfig`, or CORS handled in code, `OPTIONS` is among the methods",
  *evaluate(graph) {
    for (const { resource, corsConfig, methods } of graph.httpTriggers) {
      yield* preflightOf({
        resource,
        attribute: at("trigger_config", "methods"),
        methods,
        who: "this trigger",
        cors: corsConfig,
        corsName: "corsConfig",
      });
    }
  },
};
