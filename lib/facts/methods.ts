import { type Issue, isAbsent, listIssues, repeated, textIssues } from "./issue";
import type { Problem } from "./problem";

/** The methods that can call a function, in the order in which they are written: alphabetical, so that a second plan is empty whatever the service echoes. */
export const HTTP_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

/** What is wrong with one method. */
export function methodProblem(method: string): Problem | undefined {
  if ((HTTP_METHODS as readonly string[]).includes(method)) return undefined;
  const upper = method.toUpperCase();
  return {
    got: JSON.stringify(method),
    expected: `one of ${HTTP_METHODS.join(", ")}`,
    fix: (HTTP_METHODS as readonly string[]).includes(upper)
      ? `write ${JSON.stringify(upper)}`
      : "remove it: Function Compute passes no other method on",
  };
}

/** What is wrong with the methods of a trigger: none, one that there is not, one twice. */
export function methodsIssues(methods: unknown): readonly Issue[] {
  const bounds = { expected: "a list of at least one method", least: 1 };
  const issues = listIssues(methods, bounds, (method) =>
    textIssues(method, 'a method, such as "GET"', methodProblem),
  );
  if (typeof methods === "string" && methods !== "") {
    const list = JSON.stringify(methods.split(",").map((method) => method.trim().toUpperCase()));
    return issues.map(({ path, problem }) => ({
      path,
      problem: problem && { ...problem, fix: `write a list: ${list}` },
    }));
  }
  if (!Array.isArray(methods)) return issues;
  const twice = repeated(methods).map(({ index, first }) => ({
    path: [index],
    problem: {
      got: `${typeof methods[index] === "string" ? JSON.stringify(methods[index]) : "the same"} again, as methods[${first}]`,
      expected: "each method once",
      fix: "remove it",
    },
  }));
  return [...issues, ...twice];
}

/** What is wrong with the methods of a custom domain's route: one that there is not. They may be left out. */
export function routeMethodsIssues(methods: unknown): readonly Issue[] {
  if (isAbsent(methods)) return [];
  return listIssues(methods, { expected: 'a list of methods, such as ["GET"]' }, (method) =>
    textIssues(method, 'a method, such as "GET"', methodProblem),
  );
}
