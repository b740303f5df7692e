import { Token } from "cdktf";
import { gatewayPartDescriptionProblem } from "../../../facts/gateway-stages";
import { isAbsent, isRecord } from "../../../facts/issue";
import { pluginNameProblem } from "../../../facts/plugins/name";
import {
  BOTH_READ_AUTHORIZATION,
  knowsApp,
  readsAuthorization,
  secondPluginProblem,
} from "../../../facts/plugins/together";
import { pluginSizeProblem } from "../../../facts/plugins/types";
import type { Problem } from "../../../facts/problem";
import {
  type Check,
  type PropProblem,
  instance,
  itemsIn,
  list,
  literal,
  object,
  optional,
  text,
} from "../../../props";
import { ApiAuth } from "../../api-auth";
import { appsCheck } from "../../app/apps-check";
import { GatewayStage } from "../../stage";
import { stagesCheck } from "../../stages-check";
import { GatewayPlugin, type PluginPlace } from "../gateway-plugin";

/** What is known of the calls for which plugins hold. */
export interface PluginsFor {
  /** The `auth_type` of each API; undefined where they are not looked at. */
  readonly authTypes?: readonly string[];
  /** What the plugins are attached to. Default: `group`. */
  readonly target?: "API" | "group";
  /** Other lists of plugins for the same calls, by prop: one of them is the first of two that do not fit. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** What is wrong with a list of plugins, all at once. */
export function pluginsCheck(calls: PluginsFor = {}): Check {
  return listCheck(calls, pluginProblems);
}

/** What is wrong with what keeps callers out: plugins, and how the gateway tells who calls. */
export function protectCheck(calls: PluginsFor = {}): Check {
  const check = listCheck(calls, (value, at) =>
    value instanceof ApiAuth ? authProblems(value, at) : pluginProblems(value, at, "protect"),
  );
  return (value, at) => [...check(value, at), ...authsTwice(value, at)];
}

function listCheck(calls: PluginsFor, item: Check): Check {
  return literal((value, at) => [
    ...list(item)(value, at),
    ...togetherProblems(placed(value, at), calls),
  ]);
}

/** What is wrong with one plugin, or with what is none. */
function pluginProblems(value: unknown, at: string, as = "plugins"): readonly PropProblem[] {
  if (value instanceof ApiAuth) return [{ at, ...AUTH }];
  const wrong = instance(GatewayPlugin, EXAMPLES[as])(value, at);
  if (wrong.length > 0) return wrong;
  const plugin = value as GatewayPlugin;
  if (plugin.pluginType === "backendSignature") return [{ at, ...SIGNATURE }];
  const own = [...plugin._problems(at), ...OPTIONS(plugin._options, at)];
  if (own.length > 0) return own;
  if (as === "protect" && letsEverybodyIn(plugin)) return [{ at, ...BYPASS }];
  return sizeProblems(plugin, at);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  plugins: "GatewayCors.of({ … })",
  protect: 'IpAccess.allow("203.0.113.0/24"), or ApiAuth.app(…)',
};

const AUTH: Problem = {
  got: "an ApiAuth",
  expected: "a plugin",
  fix: "give it in protect of the front, or as auth of a route",
};

const SIGNATURE: Problem = {
  got: "a plugin backendSignature",
  expected: "a plugin for callers: with the signature the gateway calls the function",
  fix: "give it as backendSignature of the front",
};

/** Whether a plugin that asks callers for something takes nothing too, as the rule `api-gateway/open` sees it. */
function letsEverybodyIn(plugin: GatewayPlugin): boolean {
  const data = plugin.pluginType === "jwtAuth" ? dataOf(plugin) : undefined;
  return isRecord(data) && String(data.bypassEmptyToken) === "true";
}

const BYPASS: Problem = {
  got: "a plugin jwtAuth with bypassEmptyToken, which lets in everybody who sends no token",
  expected: "what keeps callers out",
  fix: "give it in plugins, or leave bypassEmptyToken out",
};

const OPTIONS = object({
  pluginName: optional(text(pluginNameProblem)),
  description: optional(text(gatewayPartDescriptionProblem)),
  stages: optional(stagesCheck),
});

/** What is wrong with name, description and stages of a plugin that has props of its own beside them. */
export function ownOptionsCheck(options: unknown, at: string): readonly PropProblem[] {
  if (!isRecord(options)) return [];
  const { pluginName, description, stages } = options;
  return OPTIONS({ pluginName, description, stages }, at);
}

/** Only of a plugin that is right otherwise. */
function sizeProblems(plugin: GatewayPlugin, at: string): readonly PropProblem[] {
  const data = dataOf(plugin);
  const text = JSON.stringify(data, withoutTokens) ?? "";
  const problem = pluginSizeProblem(Buffer.byteLength(text), text !== JSON.stringify(data));
  return problem ? [{ at, ...problem }] : [];
}

/** What is not known yet, left out. */
function withoutTokens(_key: string, value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\$\{TfToken\[[^\]]*\]\}/g, "");
  return Token.isUnresolved(value) ? 0 : value;
}

/** The data of a plugin for callers, of which none makes anything. */
function dataOf(plugin: GatewayPlugin): unknown {
  return plugin._pluginId === undefined ? plugin._data({} as PluginPlace) : undefined;
}

function authProblems(auth: ApiAuth, at: string): readonly PropProblem[] {
  if (auth.authType === "ANONYMOUS") return [{ at, ...ANONYMOUS }];
  return appsCheck(auth.apps, `${at}.apps`);
}

const ANONYMOUS: Problem = {
  got: "ApiAuth.anonymous(), which lets everybody in",
  expected: "what keeps callers out",
  fix: "remove it, or give ApiAuth.app(…)",
};

/** Apps are authorised by one. */
function authsTwice(value: unknown, at: string): readonly PropProblem[] {
  const [first, ...more] = itemsIn(value).flatMap((item, index) => (isApp(item) ? [index] : []));
  return more.map((index) => ({
    at: `${at}[${index}]`,
    got: `ApiAuth.app(…) again, as ${at}[${first}]`,
    expected: "one ApiAuth.app(…)",
    fix: "give all apps to the first",
  }));
}

function isApp(value: unknown): boolean {
  return value instanceof ApiAuth && value.authType !== "ANONYMOUS";
}

/** A plugin in a list that nothing is wrong with, and its data. */
interface Placed {
  readonly at: string;
  readonly type: string;
  /** The names of the stages on which it holds; undefined for all. */
  readonly stages: readonly string[] | undefined;
  readonly data: unknown;
}

function placed(value: unknown, at: string): readonly Placed[] {
  return itemsIn(value).flatMap((plugin, index) => {
    const place = `${at}[${index}]`;
    if (!(plugin instanceof GatewayPlugin) || pluginProblems(plugin, place).length > 0) return [];
    const stages = plugin._options.stages?.map((stage: GatewayStage) => stage.stageName);
    return [{ at: place, type: plugin.pluginType, stages, data: dataOf(plugin) }];
  });
}

/** What is wrong with plugins of which nothing is wrong with each. */
function togetherProblems(own: readonly Placed[], calls: PluginsFor): readonly PropProblem[] {
  const { authTypes = [], target = "group", beside = {} } = calls;
  const others = Object.entries(beside).flatMap(([prop, plugins]) => placed(plugins, prop));
  const anonymous = authTypes.find((type) => !knowsApp(type));
  return own.flatMap((plugin, index) => {
    const before = [...others, ...own.slice(0, index)];
    const second = firstOn(before, plugin, (other) => other.type === plugin.type);
    const reader = firstOn(before, plugin, (other) => bothRead(plugin, other));
    return [
      ...(second
        ? [
            secondPluginProblem({
              type: plugin.type,
              target,
              on: second.on,
              beside: second.at,
              what: "plugins",
            }),
          ]
        : []),
      ...(reader ? [withPlace(BOTH_READ_AUTHORIZATION, reader)] : []),
      ...(anonymous !== undefined && namesApp(plugin) ? [appIdProblem(anonymous)] : []),
    ].map((problem) => ({ at: plugin.at, ...problem }));
  });
}

/** The first of those that hold on a stage on which a plugin holds too. */
function firstOn(
  before: readonly Placed[],
  { stages }: Placed,
  is: (other: Placed) => boolean,
): { readonly at: string; readonly on: string } | undefined {
  for (const other of before.filter(is)) {
    const names = stages ?? other.stages;
    if (!names) return { at: other.at, on: "each stage" };
    const name = names.find((name) => other.stages?.includes(name) ?? true);
    if (name !== undefined) return { at: other.at, on: `stage ${JSON.stringify(name)}` };
  }
  return undefined;
}

function bothRead(one: Placed, other: Placed): boolean {
  const jwt = [one, other].find(({ type }) => type === "jwtAuth");
  const basic = [one, other].find(({ type }) => type === "basicAuth");
  if (!jwt || !basic || !isRecord(jwt.data)) return false;
  const { parameter, parameterLocation } = jwt.data;
  return readsAuthorization(
    String(parameter),
    isAbsent(parameterLocation) ? undefined : String(parameterLocation),
  );
}

function withPlace(problem: Problem, { at, on }: { at: string; on: string }): Problem {
  return { ...problem, got: `${problem.got} on ${on}, beside ${at}` };
}

/** Whether it looks at the addresses of one app. */
function namesApp({ type, data }: Placed): boolean {
  const items = type === "ipControl" && isRecord(data) ? data.items : undefined;
  if (!Array.isArray(items)) return false;
  return (items as unknown[]).some((item) => isRecord(item) && !isAbsent(item.appId));
}

function appIdProblem(authType: string): Problem {
  return {
    got: `the addresses of an app, on APIs that are ${authType}`,
    expected: "items without an app, or APIs that know the app which calls",
    fix: "give ApiAuth.app(…) in protect, or remove the app from the items",
  };
}
