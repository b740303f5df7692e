import { type Check, literalText, object, optional } from "../props";
import { escapeTemplate } from "../synth/template";
import type { Credentials } from "./auth/credentials";
import type { HttpMethod } from "./http-method";
import { signing } from "./signing";
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
  const method = methodOf(call);
  const query = credentials.query === undefined ? "" : `?${credentials.query}`;
  const quoted = [
    ...(isAsync ? [["-H", "X-Fc-Invocation-Type: Async"]] : []),
    ...(credentials.headers ?? []).map((header) => ["-H", header]),
    ...(credentials.cookie === undefined ? [] : [["-b", credentials.cookie]]),
    ...(credentials.user === undefined ? [] : [["-u", credentials.user]]),
    ...(credentials.form === undefined ? [] : [["--data-urlencode", credentials.form]]),
  ];
  const signature = credentials.signed ? signing(method, path) : undefined;
  const words = [
    "curl -v",
    ...methodWords(method, credentials.form === undefined ? "GET" : "POST"),
    ...[...quoted, ...(signature?.headers ?? [])].map(([flag, value]) => `${flag} "${value}"`),
  ];
  const target = ` "${url}${escapeTemplate(path === "/" && query === "" ? "" : path + query)}"`;
  const lines = [...(signature?.lines ?? []), words.join(" ")];
  return {
    command: escapeTemplate(lines.join("\n")) + target,
    description: describe(call),
  };
}

function describe({ credentials, isAsync, isIntranet }: TestCall): string {
  const { variables, remark } = credentials;
  return [
    isAsync
      ? "asynchronous call: 202 says that the request was accepted, any other status is an error"
      : "synchronous call: answers with what the function answers",
    ...(variables.length > 0 ? [`set ${variables.join(" and ")} in the shell first`] : []),
    ...(credentials.signed ? ["the signature holds for 15 minutes; needs openssl"] : []),
    ...(remark === undefined ? [] : [remark]),
    ...(isIntranet
      ? [
          "the internet URL is disabled: this one answers only inside Alibaba Cloud's network in the region",
        ]
      : []),
  ].join("; ");
}

/** In the order in which they are likely to be harmless and to answer something. */
const PREFERRED = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

function methodOf({ method, methods, credentials }: TestCall): string {
  if (method !== undefined) return method;
  const preferred = credentials.form === undefined ? PREFERRED : ["POST", ...PREFERRED];
  return preferred.find((candidate) => methods.includes(candidate as HttpMethod)) ?? methods[0];
}

/** `-X HEAD` would wait for a body that never comes. */
function methodWords(method: string, curls: string): readonly string[] {
  if (method === curls) return [];
  return [method === "HEAD" ? "--head" : `-X ${method}`];
}

/** What is wrong with the options of `testCommands`. */
export function testCommandCheck(methods: readonly HttpMethod[]): Check {
  return object({
    path: optional(literalText(pathProblem)),
    method: optional(literalText((method) => methodProblem(method, methods))),
  });
}

function pathProblem(path: string) {
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
