import { corsCredentials as credentialsOf } from "../cors";
import type { Rule } from "../rule";
import { corsPlaces } from "./cors-place";

/** Browsers refuse an answer that allows credentials to every origin. */
export const corsCredentials: Rule = {
  id: "http-trigger/cors-credentials",
  level: "error",
  title: "`allowCredentials` is not combined with origin `*`",
  *evaluate(graph) {
    for (const place of corsPlaces(graph)) yield* credentialsOf(place);
  },
};
