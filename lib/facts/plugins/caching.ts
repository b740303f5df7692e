import type { WholeNumbers } from "../numbers";
import { flag, list, number, object, oneOf, scalar, texts } from "./check";

/** How long an answer is kept. */
export const CACHE_SECONDS: WholeNumbers = { least: 1, most: 172800, unit: "seconds" };

/**
 * `caching`: answers to GET that the gateway keeps.
 *
 * Source: the provider's acceptance tests; `duration` from "Caching plug-in".
 */
export const caching = object({
  known: {
    varyByApp: flag,
    varyByParameters: texts("names of parameters"),
    varyByHeaders: texts("names of headers"),
    clientCacheControl: object({
      known: {
        mode: oneOf("off", "all", "app"),
        apps: list({ expected: "a list of app ids" }, scalar),
      },
    }),
    cacheableHeaders: texts("names of headers"),
    duration: number(CACHE_SECONDS),
  },
});
