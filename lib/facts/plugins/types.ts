import type { Issue } from "../issue";
import type { Problem } from "../problem";
import { wordProblem } from "../word";
import { accessControl } from "./access-control";
import { backendSignature } from "./backend-signature";
import { basicAuth } from "./basic-auth";
import { caching } from "./caching";
import type { Check } from "./check";
import { circuitBreaker } from "./circuit-breaker";
import { cors, corsDoubts } from "./cors";
import { errorMapping } from "./error-mapping";
import { ipControl } from "./ip-control";
import { jwtAuth } from "./jwt-auth";
import { logMask } from "./log-mask";
import { remoteAuth } from "./remote-auth";
import { routing } from "./routing";
import { trafficControl, trafficControlDoubts } from "./traffic-control";
import { transformer } from "./transformer";

/** The types of a gateway's plugins, each with what its data has. Source: the provider's schema, `plugin_type`. */
const SHAPES: ReadonlyMap<string, Check> = new Map([
  ["trafficControl", trafficControl],
  ["ipControl", ipControl],
  ["backendSignature", backendSignature],
  ["jwtAuth", jwtAuth],
  ["basicAuth", basicAuth],
  ["cors", cors],
  ["caching", caching],
  ["routing", routing],
  ["accessControl", accessControl],
  ["errorMapping", errorMapping],
  ["circuitBreaker", circuitBreaker],
  ["remoteAuth", remoteAuth],
  ["logMask", logMask],
  ["transformer", transformer],
]);

const DOUBTS: ReadonlyMap<string, Check> = new Map([
  ["cors", corsDoubts],
  ["trafficControl", trafficControlDoubts],
]);

/** The names of the types. */
export const PLUGIN_TYPES: readonly string[] = [...SHAPES.keys()];

/** What is wrong with a plugin's type. */
export function pluginTypeProblem(type: string): Problem | undefined {
  return wordProblem(type, PLUGIN_TYPES);
}

/** What is wrong with the data of a plugin of a type. Nothing where there is no such type. */
export function pluginDataIssues(type: string, data: unknown): readonly Issue[] {
  return SHAPES.get(type)?.(data) ?? [];
}

/** What works in the data of a plugin of a type, and is hardly meant. */
export function pluginDataDoubts(type: string, data: unknown): readonly Issue[] {
  return DOUBTS.get(type)?.(data) ?? [];
}

/** The most that the data of a plugin may be, in bytes. Source: the limits on every plugin's page. */
const MOST_PLUGIN_BYTES = 50 * 1024;

/**
 * What is wrong with the length of a plugin's data.
 *
 * @param bytes of its text in UTF-8
 * @param isPart whether there is more of it that is not known
 */
export function pluginSizeProblem(bytes: number, isPart: boolean): Problem | undefined {
  if (bytes <= MOST_PLUGIN_BYTES) return undefined;
  return {
    got: `${isPart ? "at least " : ""}${bytes} bytes`,
    expected: `at most ${MOST_PLUGIN_BYTES} bytes (50 KB)`,
    fix: "shorten it, or divide it into plugins for different APIs",
  };
}
