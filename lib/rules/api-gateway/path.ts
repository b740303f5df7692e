import {
  foreignParameterProblem,
  gatewayPathProblem,
  notInPathProblem,
  pathParameters,
  requestPathProblem,
} from "../../facts/gateway-path";
import { type GatewayApiNode, type ResourceGraph, Value } from "../../graph";
import { varies } from "../http-trigger/several";
import { type Identity, openNumber, repeats } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { at, refuse, show, undecided, violated } from "../verdict";
import { hidden, knownText } from "../written";

const attribute = "request_config.path";

/** The gateway refuses a path that it cannot read, a parameter that is declared in one place only, and a second API for the same call. */
export const path: Rule = {
  id: "api-gateway/path",
  level: "error",
  title:
    "a request path begins with `/`, its parameters stand in `[brackets]` and are declared in PATH, and a group has each path with a method, and each API name, once",
  *evaluate(graph) {
    const { gatewayApis: apis } = graph;
    yield* otherPaths(graph);
    for (const api of apis) {
      const wrong = [...written(api)];
      yield* wrong;
      if (!wrong.some(({ answer }) => answer === "violated")) yield* declared(api);
    }
    yield* sameCall(apis);
    yield* sameName(apis);
  },
};

/** Paths that only have to begin rightly: of a group, and of what is called behind the gateway. */
const OTHERS: readonly (readonly [
  type: string,
  path: readonly [string, ...string[]],
  message: string,
])[] = [
  ["alicloud_api_gateway_group", ["base_path"], "API Gateway does not take this base path"],
  [
    "alicloud_api_gateway_api",
    ["fc_service_config", "path"],
    "the path behind the gateway begins at the root too",
  ],
];

function* otherPaths(graph: ResourceGraph): Iterable<Verdict> {
  for (const [type, steps, message] of OTHERS) {
    for (const resource of graph.ofType(type)) {
      const value = resource.get(...steps);
      // What is not there has its default, or is for `api-gateway/backend`.
      if (value.text === undefined || value.text.startsWith("/")) continue;
      if (value.text === "" && type === "alicloud_api_gateway_api") continue;
      yield violated(resource, {
        attribute: steps.join("."),
        message,
        ...hidden(value, {
          got: JSON.stringify(value.text),
          expected: 'a path that begins with "/"',
          fix: `write ${JSON.stringify(`/${value.text}`)}`,
        })!,
        values: [value],
      });
    }
  }
}

/** The path itself. */
function* written({ resource, path: value }: GatewayApiNode): Iterable<Verdict> {
  const where = { attribute, message: "API Gateway does not take this request path" };
  const inPart = value.isUnknown ? problemInPart(value) : undefined;
  if (inPart) {
    yield violated(resource, { ...where, ...inPart, values: [value] });
    return;
  }
  yield* refuse(resource, where, value, ({ text }) =>
    text === undefined ? undefined : hidden(value, requestPathProblem(text)),
  );
}

/** What is wrong with a path that is known in part, whatever the rest is. */
function problemInPart(value: Value): ReturnType<typeof hidden> {
  const { prefix } = value;
  const beginning = prefix === "" ? undefined : gatewayPathProblem(prefix.slice(0, 1));
  const known = knownText(value, "…") ?? "";
  const problem = beginning ?? foreignParameterProblem(known);
  if (!problem) return undefined;
  const fix = beginning ? 'put a "/" before it' : 'write parameters as "[id]"';
  return hidden(value, { ...problem, got: JSON.stringify(knownText(value, "${…}")), fix });
}

/** A request parameter that is in the path, or may be. */
interface Declared {
  readonly index: number;
  readonly name: Value;
  readonly location: Value;
}

/** The parameters of the path, and those that are declared to be in it. */
function* declared(api: GatewayApiNode): Iterable<Verdict> {
  const { resource, path: value } = api;
  const inPath = api.requestParameters
    .map((block, index) => ({ index, name: block.get("name"), location: block.get("in") }))
    .filter(({ location }) => location.isUnknown || isPath(location));
  const needs: Value[] = [];
  const missing = namesIn(value).filter((name) => {
    const wanted = Value.of(name);
    const like = inPath.filter((parameter) => parameter.name.same(wanted) !== "no");
    if (like.some((parameter) => isSure(parameter, wanted))) return false;
    needs.push(...like.flatMap((parameter) => [parameter.name, parameter.location]));
    return like.length === 0;
  });
  if (missing.length > 0) {
    const shown = missing.map((name) => JSON.stringify(name)).join(" and ");
    yield violated(resource, {
      attribute,
      message: "a parameter in the path has to be declared",
      got: `${missing.map((name) => `[${name}]`).join(" and ")}, and no request parameter ${shown} in PATH`,
      expected: "a request parameter in PATH for each parameter of the path",
      fix: `declare ${shown} in request_parameters, with in = "PATH"`,
      values: [value],
    });
  }
  // Of a path that is not known the question is asked already.
  if (value.text === undefined) return;
  const names = namesIn(value);
  for (const { index, name, location } of inPath) {
    if (name.isNull || names.some((other) => name.same(Value.of(other)) === "yes")) continue;
    if (location.isUnknown || names.some((other) => name.same(Value.of(other)) === "unknown")) {
      needs.push(name, location);
      continue;
    }
    yield violated(resource, {
      attribute: at("request_parameters", index, "name"),
      message: "a request parameter in PATH has to be in the path",
      ...notInPathProblem(name.text ?? "…", value.text),
      got: `${show(name)}, and the path ${show(value)}`,
      values: [name, value],
    });
  }
  if (needs.length > 0 && missing.length === 0) {
    const message = "the parameters of the path and those declared in PATH have to be the same";
    yield undecided(resource, { attribute: "request_parameters", message }, needs);
  }
}

function isPath({ text }: Value): boolean {
  return text?.toUpperCase() === "PATH";
}

function isSure({ name, location }: Declared, wanted: Value): boolean {
  return isPath(location) && name.same(wanted) === "yes";
}

/** The parameters that surely are in a path. */
function namesIn(path: Value): readonly string[] {
  if (path.text !== undefined) return pathParameters(path.text);
  return (path.parts ?? []).flatMap((part) =>
    pathParameters(typeof part === "string" ? part : (part.text ?? "")),
  );
}

const ONE_CALL = "a group has one API for a path and method";

/** A block that makes an unknown number of APIs for one call. Where the name is the same in all, there can be only one. */
function* severalOfOne(api: GatewayApiNode): Iterable<Verdict> {
  const { resource, name, groupId, method, path: called } = api;
  if (!varies(name) || [groupId, method, called].some(varies)) return;
  const needs = openNumber(resource);
  if (needs.length > 0) yield undecided(resource, { attribute, message: ONE_CALL }, needs);
}

/** Two APIs of a group for one path and method. */
function* sameCall(apis: readonly GatewayApiNode[]): Iterable<Verdict> {
  const called = apis.filter((api) => !api.path.isNull && !api.method.isNull);
  const same = (a: Value, b: Value): ReturnType<Value["same"]> => {
    const answers = a.items.map((item, index) => item.same(b.items[index]));
    if (answers.includes("no")) return "no";
    return answers.includes("unknown") ? "unknown" : "yes";
  };
  const identity = (api: GatewayApiNode): Identity =>
    inGroup(api, Value.list([upper(api.method), api.path]), same);
  for (const api of called) yield* severalOfOne(api);
  for (const { first, second, on } of repeats(called, identity)) {
    const call = [second.method, second.path].map((value) => value.text ?? show(value)).join(" ");
    const verdicts = on(second.resource, {
      attribute,
      message: ONE_CALL,
      got: `${call} a second time in ${groupOf(second)}, beside ${first.address}`,
      expected: "each path once for a method",
      fix: "remove one of the two, or give it another path or method",
      related: [{ resource: first.resource, message: "the first API for it" }],
      values: [first.method, first.path, second.method, second.path],
    });
    for (const verdict of verdicts) {
      if (verdict.answer === "violated" || !second.path.isUnknown) yield verdict;
    }
  }
}

/** Two APIs of a group with one name. */
function* sameName(apis: readonly GatewayApiNode[]): Iterable<Verdict> {
  const named = apis.filter((api) => !api.name.isNull);
  const identity = (api: GatewayApiNode): Identity => inGroup(api, api.name, (a, b) => a.same(b));
  for (const { first, second, on } of repeats(named, identity)) {
    yield* on(second.resource, {
      attribute: "name",
      message: "the name of an API is unique in its group",
      got: `${show(second.name)} a second time in ${groupOf(second)}, beside ${first.address}`,
      expected: "another name than the group's other APIs have",
      fix: "rename one of the two",
      related: [{ resource: first.resource, message: "the first API of this name" }],
      values: [first.name, second.name],
    });
  }
}

/** Only APIs that surely are of one group are compared. */
function inGroup(api: GatewayApiNode, value: Value, same: Identity["same"]): Identity {
  return { scope: api.sureGroupKey, scopeNeeds: [], value, same };
}

/** Letter case is no matter in a method. */
function upper(method: Value): Value {
  return method.text === undefined ? method : Value.of(method.text.toUpperCase(), method.origin);
}

function groupOf({ groupId, groupLink }: GatewayApiNode): string {
  return groupLink.target?.address ?? `the group ${show(groupId)}`;
}
