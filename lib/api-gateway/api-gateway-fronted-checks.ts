import type { IConstruct } from "constructs";
import { isRecord } from "../facts/issue";
import type { Problem } from "../facts/problem";
import { constructProps } from "../function/checks";
import type { IHttpTrigger } from "../http-trigger/http-trigger-ref";
import { authCheck } from "../http-trigger/http-trigger-checks";
import { seenTrigger } from "../http-trigger/seen-trigger";
import { targetCheck } from "../http-trigger/target";
import {
  type Check,
  type PropProblem,
  having,
  inTurn,
  itemsIn,
  object,
  optional,
  own,
  required,
} from "../props";
import { ApiAuth } from "./api-auth";
import type { ApiGatewayFrontedProps } from "./api-gateway-fronted-props";
import { GatewayBackend } from "./backend";
import { domainCheck } from "./domain";
import { groupOptions } from "./group/checks";
import { BackendSignature } from "./plugins/backend-signature";
import { GatewayPlugin } from "./plugins/gateway-plugin";
import { type PluginsFor, pluginsCheck, protectCheck } from "./plugins/checks/plugins-check";
import { madeIn, repeatedPluginNames } from "./plugins/checks/repeated-names";
import type { ApiRouteProps } from "./route";
import { routesCheck } from "./route/checks";
import { GatewayStage } from "./stage";
import { stagesCheck } from "./stages-check";

/**
 * What is wrong with the props of a front.
 *
 * @param scope the front's construct
 */
export function apiGatewayFrontedCheck(scope: IConstruct): Check {
  return (props, at) => {
    const given: Given = isRecord(props) ? props : {};
    const calls: PluginsFor = {
      authTypes: authTypesOf(given),
      target: given.existingGroup ? "API" : "group",
    };
    const check = object({
      ...constructProps,
      target: optional(inTurn(targetCheck(), noTrigger)),
      trigger: optional(triggerCheck),
      auth: optional(authCheck()),
      routes: required(routesCheck(stagesOf(given))),
      backendSignature: required(
        own(BackendSignature, 'BackendSignature.fromVariables(this, "Signature")'),
      ),
      protect: optional(protectCheck(calls)),
      plugins: optional(pluginsCheck({ ...calls, beside: { protect: given.protect } })),
      stages: optional(stagesCheck),
      backend: optional(own(GatewayBackend, "GatewayBackend.functionCompute()")),
      group: optional(object(groupOptions)),
      existingGroup: optional(having(["groupId", "basePath"], "a group, such as an ApiGroup")),
      domain: optional(domainCheck(scope, given.routes)),
    });
    return [...check(props, at), ...(isRecord(props) ? together(given) : [])];
  };
}

type Given = Partial<ApiGatewayFrontedProps>;

/** The stages of the front, as far as they are right. */
function stagesOf({ stages }: Given): readonly GatewayStage[] {
  if (!Array.isArray(stages)) return [GatewayStage.RELEASE];
  return stages.filter((stage) => stage instanceof GatewayStage);
}

/** How the gateway tells who calls, of each route. */
function authTypesOf({ routes, protect }: Given): readonly string[] {
  const isAuth = (one: unknown): one is ApiAuth => one instanceof ApiAuth;
  const usual = itemsIn(protect).find(isAuth) ?? ApiAuth.anonymous();
  return itemsIn(routes).map((route) => {
    const auth = (route as Partial<ApiRouteProps> | null)?.auth;
    return (isAuth(auth) ? auth : usual).authType;
  });
}

const noTrigger: Check = (target, at) =>
  "triggerName" in (target as object)
    ? [{ at, got: "an HTTP trigger", expected: FUNCTION, fix: "give it as trigger" }]
    : [];

const noFunction: Check = (trigger, at) =>
  isRecord(trigger) && "functionName" in trigger && !("triggerName" in trigger)
    ? [{ at, got: FUNCTION, expected: "an HTTP trigger", fix: "give it as target" }]
    : [];

const FUNCTION = "a function, a version or an alias";

const triggerCheck = inTurn(
  noFunction,
  having(["node", "functionName", "qualifier", "triggerName"], "an HTTP trigger"),
  (trigger, at) => {
    const { isOpen, hasIntranetUrl } = seenTrigger(trigger as IHttpTrigger);
    return [
      ...(isOpen ? [{ at, ...OPEN }] : []),
      ...(hasIntranetUrl ? [] : [{ at, ...WITHOUT_URL }]),
    ];
  },
);

const OPEN: Problem = {
  got: "an HTTP trigger whose internet URL answers: callers go round the gateway by it",
  expected: "one whose internet URL is disabled",
  fix: "set disableInternetUrl: true on the trigger; of an imported one leave internetUrl out",
};

const WITHOUT_URL: Problem = {
  got: "an imported HTTP trigger of which no intranetUrl is known",
  expected: "one with its intranet URL, which the gateway calls",
  fix: "give intranetUrl to HttpTrigger.fromHttpTriggerAttributes",
};

/** What is wrong with props beside each other. */
function together(props: Given): readonly PropProblem[] {
  return [
    ...whatIsCalled(props),
    ...whichGroup(props),
    ...onStages(props),
    ...repeatedPluginNames(props),
    ...tooManyPlugins(props),
  ];
}

/** Source: the limits of "Plug-in overview". */
const MOST_PLUGINS = 1000;

/** A front with more of them than an account has in a region. */
function tooManyPlugins(props: Given): readonly PropProblem[] {
  const made = madeIn(props).reduce((sum, { methods }) => sum + methods, 0);
  if (made <= MOST_PLUGINS) return [];
  return [
    {
      at: "routes",
      got: `${made} plugins, of the front and of its routes`,
      expected: `at most ${MOST_PLUGINS}, which an account has in a region`,
      fix: "give plugins to the front in place of its routes, or make one and name it by ImportedPlugin",
    },
  ];
}

function whatIsCalled({ target, trigger, auth }: Given): readonly PropProblem[] {
  const expected = "either a target, for which a trigger is made, or a trigger";
  if (!target && !trigger) {
    return [{ at: "target", got: "nothing", expected, fix: "give target" }];
  }
  if (!trigger) return [];
  const fix = "the trigger has it already: leave it out";
  return [
    ...(target ? [{ at: "target", got: "one beside trigger", expected, fix }] : []),
    ...(auth
      ? [{ at: "auth", got: "one beside trigger", expected: "none: the trigger has its own", fix }]
      : []),
  ];
}

function whichGroup({ group, existingGroup }: Given): readonly PropProblem[] {
  if (!group || !existingGroup) return [];
  return [
    {
      at: "existingGroup",
      got: "one beside group",
      expected: "either a group that is there, or how one is made",
      fix: "remove one of the two",
    },
  ];
}

/** Whether everything is on stages of the front, and what the provider attaches on them. */
function onStages(props: Given): readonly PropProblem[] {
  const stages = stagesOf(props);
  const names = stages.map(({ stageName }) => stageName);
  const hasApps = itemsIn(props.protect).some(
    (one) => one instanceof ApiAuth && itemsIn(one.apps).length > 0,
  );
  const custom = stages.filter(({ _isCustom }) => _isCustom);
  const fix = "leave the stage out, or publish to PRE, RELEASE and TEST alone";
  return [
    ...pluginsOf(props).flatMap(({ at, plugin }) => elsewhere(at, plugin, names)),
    ...names.flatMap((name, index) => withoutRoute(props, name, `stages[${index}]`)),
    ...custom.flatMap(({ stageName }): readonly PropProblem[] => {
      const got = `the stage ${stageName}`;
      const at = "stages";
      const onApi = "the provider attaches plugins of one API on PRE, RELEASE and TEST only";
      const byApp = "the provider attaches apps on PRE, RELEASE and TEST only";
      return [
        ...(props.existingGroup
          ? [{ at, got: `${got} in a group that is there already`, expected: onApi, fix }]
          : []),
        ...(hasApps ? [{ at, got: `${got} beside ApiAuth.app(…)`, expected: byApp, fix }] : []),
      ];
    }),
  ];
}

function withoutRoute({ routes }: Given, name: string, at: string): readonly PropProblem[] {
  const on = itemsIn(routes).map((route) => (route as Partial<ApiRouteProps> | null)?.stages);
  const isUsed = on.some(
    (stages) =>
      !stages || itemsIn(stages).some((stage) => (stage as GatewayStage)?.stageName === name),
  );
  if (isUsed || on.length === 0) return [];
  const expected = "a stage to which at least one route is published";
  return [{ at, got: `${name}, to which no route is published`, expected, fix: "leave it out" }];
}

function elsewhere(
  at: string,
  plugin: GatewayPlugin,
  names: readonly string[],
): readonly PropProblem[] {
  return itemsIn(plugin._options.stages).flatMap((stage, index) =>
    !(stage instanceof GatewayStage) || names.includes(stage.stageName)
      ? []
      : [
          {
            at: `${at}.stages[${index}]`,
            got: stage.stageName,
            expected: `one of the front's stages: ${names.join(", ")}`,
            fix: "name one of these, or add it to stages",
          },
        ],
  );
}

interface PlacedPlugin {
  readonly at: string;
  readonly plugin: GatewayPlugin;
}

function pluginsOf({ backendSignature, protect, plugins }: Given): readonly PlacedPlugin[] {
  const placed = (name: string, all: unknown) =>
    itemsIn(all).map((plugin, index) => ({ at: `${name}[${index}]`, plugin }));
  return [
    { at: "backendSignature", plugin: backendSignature },
    ...placed("protect", protect),
    ...placed("plugins", plugins),
  ].filter((one): one is PlacedPlugin => one.plugin instanceof GatewayPlugin);
}
