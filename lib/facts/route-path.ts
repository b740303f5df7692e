import type { Problem } from "./problem";

/** The most characters of a route's path. */
export const MOST_ROUTE_PATH_CHARACTERS = 2048;

const EXPECTED = 'a path that starts with "/", with "*" only as a final "/*"';

/**
 * What is wrong with the path of a custom domain's route: it is exact (`/orders`) or all that
 * begins with it (`/orders/*`).
 *
 * Source: "Configure custom domain names", routes; CreateCustomDomain, `path`.
 */
export function routePathProblem(path: string): Problem | undefined {
  const got = JSON.stringify(path);
  if (path === "") return { got, expected: EXPECTED, fix: 'write a path, such as "/*"' };
  if (!path.startsWith("/")) {
    return { got, expected: EXPECTED, fix: `write ${JSON.stringify(fromRoot(path))}` };
  }
  if (path.length > MOST_ROUTE_PATH_CHARACTERS) {
    return {
      got: `${path.length} characters`,
      expected: `at most ${MOST_ROUTE_PATH_CHARACTERS} characters`,
      fix: "shorten it",
    };
  }
  if (!path.replace(/\/\*$/, "").includes("*")) return undefined;
  const star = path.indexOf("*");
  const upTo = path.slice(0, star);
  // `/api*` is meant for what is below `/api`: what is above it would open more than was asked for.
  const folder = star === path.length - 1 ? upTo : upTo.slice(0, upTo.lastIndexOf("/"));
  return {
    got,
    expected: EXPECTED,
    fix: `write ${JSON.stringify(`${folder}/*`)}, or a path without "*"`,
  };
}

/** A path from the root: of a URL the part behind its host. */
function fromRoot(path: string): string {
  const rest = path.replace(/^[a-z]+:\/\/[^/]*/i, "");
  return rest.startsWith("/") ? rest : `/${rest}`;
}
