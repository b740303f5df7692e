import {
  BOTH_READ_AUTHORIZATION,
  knowsApp,
  readsAuthorization,
} from "../../facts/plugins/together";
import { type GatewayApiNode, type PluginAt, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { listed, stageText, stagesOf } from "./stages";

/** Some plugins exclude each other, or ask for something of the API. */
export const pluginConflict: Rule = {
  id: "api-gateway/plugin-conflict",
  level: "error",
  title:
    "`basicAuth` and `jwtAuth` do not both read `Authorization`, and `ipControl` by app id is on an `APP` API",
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      if (api.attached.length === 0) continue;
      yield* verdicts(api, bothReadAuthorization, {
        attribute: "stage_names",
        message: "basicAuth and jwtAuth must not both read the header Authorization",
        ...BOTH_READ_AUTHORIZATION,
      });
      const { authType } = api;
      if (authType.isNull || knowsApp(authType.text ?? "")) continue;
      yield* verdicts(api, (plugins) => byAppId(plugins, authType), {
        attribute: "auth_type",
        message: "ipControl by app id needs to know the app: the API has to be an APP API",
        got: `${JSON.stringify(authType.text)}, and an ipControl plugin with appId`,
        expected: 'auth_type "APP", or items without appId',
        fix: 'write auth_type "APP", or remove appId from the items of the plugin',
        values: [authType],
      });
    }
  },
};

/** Plugins that conflict on one stage, or may. */
interface Conflict {
  readonly plugins: readonly PluginAt[];
  /** What has to be known to tell. Empty where they surely do. */
  readonly needs: readonly string[];
}

function* verdicts(
  api: GatewayApiNode,
  conflictOf: (plugins: readonly PluginAt[]) => Conflict | undefined,
  detail: Detail,
): Iterable<Verdict> {
  const found = stagesOf(api).flatMap((stage) => {
    const conflict = conflictOf(api.pluginsOn(stage));
    if (!conflict) return [];
    // A list that is not known may be empty.
    const open = stage === api.stages ? stage.needs : [];
    return [{ stage, ...conflict, needs: [...open, ...conflict.needs] }];
  });
  const { attribute, message } = detail;
  const sure = found.filter(({ needs }) => needs.length === 0);
  if (sure.length > 0) {
    yield violated(api.resource, {
      ...detail,
      got: `${detail.got} on ${listed(sure.map(({ stage }) => stageText(stage)))}`,
      related: sure[0].plugins.map(({ attachment, plugin, type }) => ({
        resource: (plugin ?? attachment).resource,
        message: `the ${type.text} plugin`,
      })),
    });
  } else if (found.length > 0) {
    yield undecided(
      api.resource,
      { attribute, message },
      found.flatMap(({ needs }) => needs),
    );
  }
}

function bothReadAuthorization(plugins: readonly PluginAt[]): Conflict | undefined {
  const basic = plugins.filter(({ type }) => type.text === "basicAuth");
  const jwt = plugins.filter(({ type }) => type.text === "jwtAuth");
  const pairs = basic.flatMap((one) =>
    jwt.flatMap((other): Conflict[] => {
      const needs = authorizationNeeds(other);
      return needs
        ? [{ plugins: [one, other], needs: [...one.doubts, ...other.doubts, ...needs] }]
        : [];
    }),
  );
  return pairs.find(({ needs }) => needs.length === 0) ?? pairs[0];
}

/** What has to be known to tell whether a jwtAuth plugin reads Authorization: undefined where it surely does not. */
function authorizationNeeds({ plugin, attachment }: PluginAt): readonly string[] | undefined {
  const data = plugin?.data.value;
  if (!data) return plugin ? undefined : attachment.pluginId.needs;
  const parameter = data.get("parameter");
  const location = data.get("parameterLocation");
  const reads = readsAuthorization(
    parameter.isUnknown ? "Authorization" : parameter.text,
    location.isUnknown || location.isNull ? undefined : (location.text ?? ""),
  );
  return reads ? [...parameter.needs, ...location.needs] : undefined;
}

function byAppId(plugins: readonly PluginAt[], authType: Value): Conflict | undefined {
  const found = plugins
    .filter(({ type }) => type.text === "ipControl")
    .flatMap((at): Conflict[] => {
      const needs = appIdNeeds(at.plugin?.data.value ?? Value.NULL);
      return needs ? [{ plugins: [at], needs: [...at.doubts, ...needs, ...authType.needs] }] : [];
    });
  return found.find(({ needs }) => needs.length === 0) ?? found[0];
}

/** What has to be known to tell whether the data names an app: undefined where it surely does not. */
function appIdNeeds(data: Value): readonly string[] | undefined {
  const items = data.get("items");
  if (items.isUnknown) return items.needs;
  // An id by reference is one all the same.
  const known = items.items.filter((item) => !item.isUnknown);
  if (known.some((item) => !item.get("appId").isNull)) return [];
  const needs = items.items.filter((item) => item.isUnknown).flatMap((item) => item.needs);
  return needs.length > 0 ? needs : undefined;
}
