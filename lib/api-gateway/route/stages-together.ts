import { Token } from "cdktf";
import { type PropProblem, itemsIn } from "../../props";
import { ApiAuth } from "../api-auth";
import { GatewayPlugin } from "../plugins/gateway-plugin";
import { GatewayStage } from "../stage";
import type { ApiRouteProps } from "./api-route-props";

/**
 * What is wrong with the stages of a route: some of the front's, and where the provider attaches
 * what is for one API alone.
 */
export function stagesTogether(
  route: Partial<ApiRouteProps>,
  at: string,
  ofFront: readonly GatewayStage[],
): readonly PropProblem[] {
  const own =
    route.stages === undefined || route.stages === null ? undefined : stagesIn(route.stages);
  const stages = own ? own.filter((stage): stage is GatewayStage => stage !== undefined) : ofFront;
  return [
    ...elsewhere(own ?? [], `${at}.stages`, ofFront, "the front's"),
    ...plugins(route).flatMap(({ plugin, place }) => {
      const given = stagesIn(plugin._options.stages ?? []);
      const holdsOn = plugin._options.stages ? given : stages;
      return [
        ...elsewhere(given, `${at}.${place}.stages`, stages, "the route's"),
        ...onCustom(
          holdsOn,
          `${at}.${place}`,
          "a plugin of one API",
          "plugins of one API",
          FOR_PLUGIN,
        ),
      ];
    }),
    ...(hasApps(route) ? onCustom(stages, `${at}.auth`, "apps", "apps", FOR_APPS) : []),
  ];
}

const FOR_PLUGIN = "give it to the front, or name its stages without that one";
const FOR_APPS = "name the route's stages without that one, or authorise the apps elsewhere";

function onCustom(
  stages: readonly (GatewayStage | undefined)[],
  at: string,
  what: string,
  those: string,
  fix: string,
): readonly PropProblem[] {
  const custom = stages.filter((stage) => stage?._isCustom);
  return custom.slice(0, 1).map((stage) => ({
    at,
    got: `${what} on the stage ${stage!.stageName}`,
    expected: `the provider attaches ${those} on PRE, RELEASE and TEST only`,
    fix,
  }));
}

function elsewhere(
  stages: readonly (GatewayStage | undefined)[],
  at: string,
  known: readonly GatewayStage[],
  whose: string,
): readonly PropProblem[] {
  const names = known.map(({ stageName }) => stageName);
  return stages.flatMap((stage, index) =>
    !stage || names.includes(stage.stageName)
      ? []
      : [
          {
            at: `${at}[${index}]`,
            got: shown(stage.stageName),
            expected: `one of ${whose} stages: ${names.map(shown).join(", ")}`,
            fix: `name one of these, or add it to ${whose} stages`,
          },
        ],
  );
}

function shown(name: string): string {
  return Token.isUnresolved(name) ? "one that is not known yet" : name;
}

function hasApps({ auth }: Partial<ApiRouteProps>): boolean {
  return auth instanceof ApiAuth && Array.isArray(auth.apps) && auth.apps.length > 0;
}

function plugins({ plugins: given }: Partial<ApiRouteProps>) {
  return itemsIn(given).flatMap((plugin, index) =>
    plugin instanceof GatewayPlugin ? [{ plugin, place: `plugins[${index}]` }] : [],
  );
}

/** What is no stage leaves its place empty. */
function stagesIn(value: unknown): readonly (GatewayStage | undefined)[] {
  return itemsIn(value).map((stage) => (stage instanceof GatewayStage ? stage : undefined));
}
