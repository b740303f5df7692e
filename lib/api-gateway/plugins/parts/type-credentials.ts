import type { Credentials } from "../../../http-trigger/auth/credentials";

/** The types that ask callers for something. */
const ASKING = ["basicAuth", "jwtAuth", "remoteAuth"];

/** What a caller sends so that a plugin lets it in of which no more is known than its type. */
export function typeCredentials(pluginType: string): Credentials | undefined {
  if (!ASKING.includes(pluginType)) return undefined;
  return { variables: [], remark: `add to it what the ${pluginType} plugin asks for` };
}
