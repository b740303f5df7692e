import { corsHeaders as headersOf } from "../cors";
import type { Rule } from "../rule";
import { corsPlaces } from "./cors-place";

/** Some headers never reach the function or the browser: the platform keeps or sets them itself. */
export const corsHeaders: Rule = {
  id: "http-trigger/cors-headers",
  level: "error",
  title: "`allowHeaders` and `exposeHeaders` name no header that the platform keeps for itself",
  *evaluate(graph) {
    for (const place of corsPlaces(graph)) yield* headersOf(place);
  },
};
