import { repeated, textIssues } from "../../facts/issue";
import type { Problem } from "../../facts/problem";
import { routePathProblem } from "../../facts/route-path";
import type { CustomDomainNode, ResourceGraph, Route, Value } from "../../graph";
import { judge, plainOf } from "../judge";
import { judgeQualifier } from "../qualifier";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { hidden, isWritten, knownPieces } from "../written";

/** What a domain leads to. A route that the service refuses fails at the apply. */
export const routes: Rule = {
  id: "custom-domain/routes",
  level: "error",
  title:
    "a custom domain has at least one route; each has a path of its own, `/…` with `*` only as a final `/*`, and names a function and a qualifier that it has",
  *evaluate(graph) {
    for (const domain of graph.customDomains) {
      if (domain.routes.length === 0) yield withoutRoutes(domain);
      for (const [index, route] of domain.routes.entries()) {
        yield* verdicts(graph, domain, route, index);
      }
      yield* twice(domain);
    }
  },
};

function withoutRoutes({ resource }: CustomDomainNode): Verdict {
  return violated(resource, {
    attribute: "route_config",
    message: "a custom domain needs a route",
    got: resource.blocks("route_config").length === 0 ? "no route_config" : "no routes",
    expected: "at least one route; without one every plan differs too",
    fix: 'give a route with path = "/*" and function_name',
  });
}

function* verdicts(
  graph: ResourceGraph,
  { resource }: CustomDomainNode,
  { value, functionName, qualifier, function: owner }: Route,
  index: number,
): Iterable<Verdict> {
  const place = (...path: readonly string[]): string =>
    at("route_config", "routes", index, ...path);
  if (value.isUnknown) {
    yield undecided(resource, { attribute: place(), message: "it may be no route" }, [value]);
    return;
  }
  const path = value.get("path");
  const message = "this is no path of a route";
  const problem = surePathProblem(path);
  if (problem) {
    yield violated(resource, { attribute: place("path"), message, ...problem, values: [path] });
  } else {
    const where = { path: ["route_config", "routes", index, "path"], message };
    yield* judge(resource, where, path, (plain) =>
      textIssues(plain, 'a path, such as "/*"', routePathProblem),
    );
  }
  if (!isWritten(functionName)) {
    yield violated(resource, {
      attribute: place("function_name"),
      message: "a route leads to a function",
      got: "nothing",
      expected: "the name of a function, which the provider does not ask for and the service does",
      fix: "give function_name",
      values: [functionName],
    });
  }
  if (!isWritten(qualifier)) return;
  yield* judgeQualifier(graph, {
    resource,
    attribute: place("qualifier"),
    what: "route",
    qualifier,
    function: owner,
  });
}

/** What is surely wrong with a path that is known in part. */
function surePathProblem(path: Value): Problem | undefined {
  if (!path.isUnknown) return undefined;
  const pieces = knownPieces(path);
  const isSure =
    (pieces[0] !== undefined && !pieces[0].startsWith("/")) ||
    pieces.some(
      (piece, index) => piece !== undefined && hasInnerStar(piece, index === pieces.length - 1),
    );
  if (!isSure) return undefined;
  return hidden(path, routePathProblem(pieces.map((piece) => piece ?? "…").join("")));
}

/** A lone "*" at the end may stand behind a "/". */
function hasInnerStar(piece: string, isLast: boolean): boolean {
  return isLast && piece === "*"
    ? false
    : (isLast ? piece.replace(/\/\*$/, "") : piece).includes("*");
}

function* twice({ resource, routes: all }: CustomDomainNode): Iterable<Verdict> {
  const paths = all.map(({ value }) => value.get("path"));
  const sure = paths.map((path, index) => (all[index].value.isUnknown ? null : plainOf(path)));
  for (const { index, first } of repeated(sure)) {
    yield violated(resource, {
      attribute: at("route_config", "routes", index, "path"),
      message: "a path can have one route",
      got: `${show(paths[index])} again, as routes[${first}]`,
      expected: "each path once",
      fix: "make one route of the two, with the methods of both, or give one another path",
      values: [paths[index]],
    });
  }
}
