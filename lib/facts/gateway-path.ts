import type { Problem } from "./problem";

/** A parameter that is written right: a name in square brackets. */
const PARAMETER = /\[([^[\]/]+)\]/g;

/** What other gateways and frameworks write for a parameter: `{id}`, `:id`. */
const FOREIGN = /[{}]|(?<=\/):\w/;

/**
 * What is wrong with a path of a gateway API: it begins with `/`, and its parameters stand in square
 * brackets. A wildcard such as `/*` is right.
 *
 * Source: "Parameter mapping and verification rules", 2.1; CreateApi, `RequestPath`.
 */
export function gatewayPathProblem(path: string): Problem | undefined {
  if (!path.startsWith("/")) {
    return {
      got: JSON.stringify(path),
      expected: 'a path that begins with "/"',
      fix: `write ${JSON.stringify(bracketed(`/${path}`))}`,
    };
  }
  return foreignParameterProblem(path) ?? bracketProblem(path);
}

/**
 * The same of the path of requests, which has no query, and no space: no request has them in its
 * path as they are, so that an API with one of them would never be called.
 */
export function requestPathProblem(path: string): Problem | undefined {
  const problem = gatewayPathProblem(path);
  if (problem) return problem;
  const [beginning, character] = /^(.*?)([?#\s])/s.exec(path)?.slice(1) ?? [];
  if (character === undefined) return undefined;
  return {
    got: JSON.stringify(path),
    expected: "a path alone, without spaces and without a query",
    fix:
      character === "?"
        ? `write ${JSON.stringify(beginning)}, and declare its query as parameters in QUERY`
        : `remove ${JSON.stringify(character)}`,
  };
}

/** What is wrong with a path, or a part of one, whose parameters are written as other gateways do. */
export function foreignParameterProblem(path: string): Problem | undefined {
  if (!FOREIGN.test(path)) return undefined;
  const right = bracketed(path);
  return {
    got: JSON.stringify(path),
    expected: "parameters in square brackets",
    fix:
      FOREIGN.test(right) || bracketProblem(right)
        ? WRITE_BRACKETS
        : `write ${JSON.stringify(right)}`,
  };
}

/** A path with the parameters of other gateways in square brackets. */
function bracketed(path: string): string {
  return path.replace(/\{(\w+)[^{}/]*\}/g, "[$1]").replace(/(?<=\/):(\w+)/g, "[$1]");
}

/** The names of the parameters in a path, or in a part of one, each once. */
export function pathParameters(path: string): readonly string[] {
  return [...new Set([...path.matchAll(PARAMETER)].map(([, name]) => name))];
}

/** A path with other names of its parameters. */
export function withParameters(path: string, rename: (name: string) => string): string {
  return path.replace(PARAMETER, (_, name: string) => `[${rename(name)}]`);
}

/** A path without the names of its parameters: of two that have the same, each takes the calls of the other. */
export function pathShape(path: string): string {
  return withParameters(path, () => "");
}

/** What is wrong with a parameter that is declared to be in a path, and is not in it. */
export function notInPathProblem(name: string, path: string): Problem {
  return {
    got: `${JSON.stringify(name)}, and the path ${JSON.stringify(path)}`,
    expected: "the name of a parameter of the path",
    fix: `write [${name}] into the path, or declare the parameter in QUERY or HEAD`,
  };
}

const WRITE_BRACKETS = 'write each parameter as a name in square brackets, such as "/orders/[id]"';

function bracketProblem(path: string): Problem | undefined {
  if (!/[[\]]/.test(path.replace(PARAMETER, ""))) return undefined;
  return {
    got: JSON.stringify(path),
    expected: "each parameter a name in one pair of square brackets",
    fix: WRITE_BRACKETS,
  };
}
