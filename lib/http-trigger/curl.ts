import { escapeTemplate } from "../synth/template";
import type { Credentials } from "./auth/credentials";

/** A call by curl. */
export interface CurlCall {
  readonly method: string;
  /** Begins with `/`; may have shell variables. */
  readonly path: string;
  /** A reference to the URL, without path. */
  readonly url: string;
  /** What the URL has before the path that is signed too: a base path. */
  readonly signedPrefix?: string;
  /** Headers beside those of the credentials. */
  readonly headers: readonly string[];
  readonly credentials: Credentials;
}

/** The command of a call, for a shell. */
export function curlCommand(call: CurlCall): string {
  const { method, path, url, signedPrefix = "", credentials } = call;
  const query = credentials.query === undefined ? "" : `?${credentials.query}`;
  const quoted = [
    ...[...call.headers, ...(credentials.headers ?? [])].map((header) => ["-H", header]),
    ...(credentials.cookie === undefined ? [] : [["-b", credentials.cookie]]),
    ...(credentials.user === undefined ? [] : [["-u", credentials.user]]),
    ...(credentials.form === undefined ? [] : [["--data-urlencode", credentials.form]]),
  ];
  const signature = credentials.sign?.(method, signedPrefix + path + query);
  const words = [
    "curl -v",
    ...methodWords(method, credentials.form === undefined ? "GET" : "POST"),
    ...[...quoted, ...(signature?.headers ?? [])].map(([flag, value]) => `${flag} "${value}"`),
  ];
  const target = ` "${url}${escapeTemplate(path === "/" && query === "" ? "" : path + query)}"`;
  return escapeTemplate([...(signature?.lines ?? []), words.join(" ")].join("\n")) + target;
}

/** What a person has to do or to know before a call with credentials. */
export function asksFor({ variables, sign, remark }: Credentials): readonly string[] {
  return [
    ...(variables.length > 0 ? [`set ${variables.join(" and ")} in the shell first`] : []),
    ...(sign ? ["the signature holds for 15 minutes; needs openssl"] : []),
    ...(remark === undefined ? [] : [remark]),
  ];
}

/** `-X HEAD` would wait for a body that never comes. */
function methodWords(method: string, curls: string): readonly string[] {
  if (method === curls) return [];
  return [method === "HEAD" ? "--head" : `-X ${method}`];
}
