import { preflightRefused } from "../cors";
import type { Rule } from "../rule";
import { at, show, verdictOf } from "../verdict";

/** A browser asks with OPTIONS before it sends; a method that is not listed is answered with 403. */
export const corsPreflight: Rule = {
  id: "http-trigger/cors-preflight",
  level: "warning",
  title: "with `corsConfig`, or CORS handled in code, `OPTIONS` is among the methods",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      const { resource, corsConfig, methods } = trigger;
      const inCode = resource.metadata.corsInCode === true;
      const declared = corsConfig.kind === "object";
      if (!inCode && !declared && !corsConfig.isUnknown) continue;
      const refused = preflightRefused(methods);
      const answer = refused === "yes" && !inCode && !declared ? "unknown" : refused;
      yield* verdictOf(
        answer,
        resource,
        {
          attribute: at("trigger_config", "methods"),
          message:
            "a browser's preflight request uses OPTIONS, which this trigger refuses with 403",
          got: `${show(methods)} with ${declared ? "corsConfig" : "CORS handled in code"}`,
          expected: "OPTIONS among the methods",
          fix: "add OPTIONS",
          values: [methods],
        },
        inCode || declared ? [methods] : [corsConfig, methods],
      );
    }
  },
};
