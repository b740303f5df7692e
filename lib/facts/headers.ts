import { type Issue, Unknown } from "./issue";
import type { Problem } from "./problem";

/** Request headers of the platform's own that callers do send: how, and when, the function is called. */
export const CALLERS_HEADERS = [
  "X-Fc-Invocation-Type",
  "X-Fc-Stateful-Async-Invocation-Id",
  "x-fc-async-delay",
] as const;

/** Request headers that the platform keeps for itself, beside `x-fc-*`. */
const RESERVED_REQUEST_HEADERS = ["connection", "keep-alive"];

/** Response headers that the platform sets itself, so that a function's own never arrive. */
const RESERVED_RESPONSE_HEADERS = [
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "server",
  "upgrade",
];

/**
 * What is wrong with a request header that is to reach the function. Letter case is no matter.
 *
 * Source: HTTP trigger overview, "Limits on HTTP/HTTPS".
 */
export function requestHeaderProblem(name: string): Problem | undefined {
  const lower = name.toLowerCase();
  if (CALLERS_HEADERS.some((header) => header.toLowerCase() === lower)) return undefined;
  if (!lower.startsWith("x-fc-") && !RESERVED_REQUEST_HEADERS.includes(lower)) return undefined;
  return {
    got: JSON.stringify(name),
    expected: `no connection, no keep-alive, and of x-fc-* only ${CALLERS_HEADERS.join(", ")}`,
    fix: "remove it, or give the header another name",
  };
}

/**
 * What is wrong with a response header that browsers are to see. Letter case is no matter. The
 * platform's own, such as `X-Fc-Request-Id`, may be shown.
 *
 * Source: HTTP trigger overview, "Limits on HTTP/HTTPS".
 */
export function exposedHeaderProblem(name: string): Problem | undefined {
  if (!RESERVED_RESPONSE_HEADERS.includes(name.toLowerCase())) return undefined;
  return {
    got: JSON.stringify(name),
    expected: `none of ${RESERVED_RESPONSE_HEADERS.join(", ")}`,
    fix: "remove it, or give the header another name",
  };
}

/** The issues of a list of header names. What is no list of text is for another check to say. */
export function headerIssues(
  names: unknown,
  problemOf: (name: string) => Problem | undefined,
): readonly Issue[] {
  if (names instanceof Unknown) return [{ path: [] }];
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown, index): readonly Issue[] => {
    if (name instanceof Unknown) return [{ path: [index] }];
    const problem = typeof name === "string" ? problemOf(name) : undefined;
    return problem ? [{ path: [index], problem }] : [];
  });
}
