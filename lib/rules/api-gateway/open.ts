import type { PluginAt, Value } from "../../graph";
import type { Rule } from "../rule";
import { askedOnStages } from "./stages";

/** The plugins that turn callers away. */
const GUARDS = ["jwtAuth", "basicAuth", "ipControl", "remoteAuth"];

const MESSAGE = "anybody can call this API, and run up cost";

/** Without authentication of the gateway's own, a plugin has to tell who may call. */
export const open: Rule = {
  id: "api-gateway/open",
  level: "warning",
  title:
    "an `ANONYMOUS` API has a plugin that turns callers away, `jwtAuth`, `basicAuth` or `ipControl`, on each stage to which it is published",
  elsewhere: [
    "Cloud Config api-gateway-api-auth-required",
    "InfraGuard api-gateway-api-auth-required",
  ],
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      const { authType, serviceType, backendId } = api;
      if (authType.text !== "ANONYMOUS" && !authType.isUnknown) continue;
      // What the gateway itself answers runs no function.
      if (serviceType.text === "MOCK" && backendId.isNull) continue;
      const guardsOn = (stage: Value) => api.pluginsOn(stage).flatMap((at) => doubtsOf(at));
      yield* askedOnStages(api, MESSAGE, guardsOn, (stages) => ({
        got: `"ANONYMOUS", and on ${stages} no plugin that turns callers away`,
        expected: "APP, or a jwtAuth, basicAuth or ipControl plugin on each stage",
        fix: `write auth_type "APP", or attach such a plugin on ${stages}, to the API or to its group`,
      }));
    }
  },
};

/** For a plugin that may be a guard, what has to be known to tell. */
function doubtsOf({ plugin, type, doubts }: PluginAt): readonly (readonly string[])[] {
  if (type.isUnknown) return [[...doubts, ...type.needs]];
  if (!GUARDS.includes(type.text ?? "")) return [];
  // With this switch a caller without a token is let in.
  const bypass = type.text === "jwtAuth" ? plugin?.data.value?.get("bypassEmptyToken") : undefined;
  return bypass?.bool === true ? [] : [[...doubts, ...(bypass?.needs ?? [])]];
}
