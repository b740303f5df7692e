import type { ResourceGraph } from "../../graph";
import { type CorsPlace, TRIGGER_CORS_KEYS } from "../cors";

/** The CORS configurations of the HTTP triggers that have one. */
export function* corsPlaces(graph: ResourceGraph): Iterable<CorsPlace> {
  for (const { resource, corsConfig } of graph.httpTriggers) {
    if (corsConfig.isNull) continue;
    yield {
      resource,
      path: ["trigger_config", "corsConfig"],
      value: corsConfig,
      keys: TRIGGER_CORS_KEYS,
    };
  }
}
