import { type Check, literalText, object, optional } from "../props";
import type { Credentials } from "./auth/credentials";
import { asksFor, curlCommand } from "./curl";
import type { HttpMethod } from "./http-method";
import type { TestCommandOptions } from "./test-commands";

/** A call of a trigger. */
export interface TestCall extends TestCommandOptions {
  readonly methods: readonly HttpMethod[];
  readonly credentials: Credentials;
  /** A reference to the URL, without path. */
  readonly url: string;
  readonly isIntranet: boolean;
  readonly isAsync: boolean;
}

/** The command of a call, and what a person has to know of it. */
export function testCommand(call: TestCall): { command: string; description: string } {
  const { credentials, isAsync, path = "/", url } = call;
  const headers = isAsync ? ["X-Fc-Invocation-Type: Async"] : [];
  return {
    command: curlCommand({ method: methodOf(call), path, url, headers, credentials }),
    description: describe(call),
  };
}

function describe({ credentials, isAsync, isIntranet }: TestCall): string {
  return [
    isAsync
      ? "asynchronous call: 202 says that the request was accepted, any other status is an error"
      : "synchronous call: answers with what the function answers",
    ...asksFor(credentials),
    ...(isIntranet
      ? [
          "the internet URL is disabled: this one answers only inside Alibaba Cloud's network in the region",
        ]
      : []),
  ].join("; ");
}

/** In the order in which they are likely to be harmless and to answer something. */
export const PREFERRED_METHODS: readonly string[] = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
];

function methodOf({ method, methods, credentials }: TestCall): string {
  if (method !== undefined) return method;
  const preferred =
    credentials.form === undefined ? PREFERRED_METHODS : ["POST", ...PREFERRED_METHODS];
  return preferred.find((candidate) => methods.includes(candidate as HttpMethod)) ?? methods[0];
}

/** What is wrong with the options of `testCommands`. */
export function testCommandCheck(methods: readonly HttpMethod[]): Check {
  return object({
    path: optional(literalText(pathProblem)),
    method: optional(literalText((method) => methodProblem(method, methods))),
  });
}

/** What is wrong with the path of a call. */
export function pathProblem(path: string) {
  if (/^\/[-\w.~/]*$/.test(path)) return undefined;
  return {
    got: JSON.stringify(path),
    expected: "a path of letters, digits, -, ., _, ~ and /, which starts with /",
    fix: path.startsWith("/") ? "name a simpler path" : `write ${JSON.stringify(`/${path}`)}`,
  };
}

function methodProblem(method: string, methods: readonly HttpMethod[]) {
  if ((methods as readonly string[]).includes(method)) return undefined;
  return {
    got: JSON.stringify(method),
    expected: `one of the trigger's methods: ${[...methods].sort().join(", ")}`,
    fix: "name one of these, or add it to the trigger: any other is answered with 403",
  };
}
