import type { Signing } from "../signing";

/** What a caller sends so that it is let in, as arguments of curl. Secrets are shell variables. */
export interface Credentials {
  /** Headers, as they are put into double quotes. */
  readonly headers?: readonly string[];
  /** A cookie: `session=$FC_JWT`. */
  readonly cookie?: string;
  /** A query parameter: `token=$FC_JWT`. */
  readonly query?: string;
  /** A form field: `token=$FC_JWT`. */
  readonly form?: string;
  /** User and password. */
  readonly user?: string;
  /** How the request is signed. */
  readonly sign?: (method: string, path: string) => Signing;
  /** The shell variables that have to be set. */
  readonly variables: readonly string[];
  /** What is not known here, for a person. */
  readonly remark?: string;
}

/** Text inside the double quotes of a shell. */
export function shellText(text: string): string {
  return text.replace(/["$\\`]/g, "\\$&");
}
