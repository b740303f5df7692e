import type { GatewayApiNode, PluginAt, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { listed, onStages } from "./stages";

/** The plugins that turn callers away. */
const GUARDS = ["jwtAuth", "basicAuth", "ipControl", "remoteAuth"];

const attribute = "auth_type";
const message = "anybody can call this API, and run up cost";

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
      if (serviceType.text !== "MOCK" || !backendId.isNull) yield* verdicts(api);
    }
  },
};

function* verdicts(api: GatewayApiNode): Iterable<Verdict> {
  const { authType, resource } = api;
  const { missing, needs } = onStages(api, (stage) => guardDoubts(api, stage));
  if (missing.length === 0 && needs.length === 0) return;
  if (missing.length === 0 || authType.isUnknown) {
    yield undecided(resource, { attribute, message }, [authType, ...needs]);
    return;
  }
  const stages = listed(missing);
  yield violated(resource, {
    attribute,
    message,
    got: `"ANONYMOUS", and on ${stages} no plugin that turns callers away`,
    expected: "APP, or a jwtAuth, basicAuth or ipControl plugin on each stage",
    fix: `write auth_type "APP", or attach such a plugin on ${stages}, to the API or to its group`,
    values: [authType, api.stages],
  });
}

/** What has to be known to tell whether a stage is guarded: nothing where it is; undefined where it surely is not. */
function guardDoubts(api: GatewayApiNode, stage: Value): readonly string[] | undefined {
  const found = api.pluginsOn(stage).flatMap((at) => doubtsOf(at));
  if (found.length === 0) return undefined;
  return found.find((doubts) => doubts.length === 0) ?? found.flat();
}

/** For a plugin that may be a guard, what has to be known to tell. */
function doubtsOf({ plugin, type, doubts }: PluginAt): readonly (readonly string[])[] {
  if (type.isUnknown) return [[...doubts, ...type.needs]];
  if (!GUARDS.includes(type.text ?? "")) return [];
  // With this switch a caller without a token is let in.
  const bypass = type.text === "jwtAuth" ? plugin?.data.value?.get("bypassEmptyToken") : undefined;
  if (bypass?.bool === true) return [];
  return [doubts];
}
