import { MOST_GATEWAY_DESCRIPTION_CHARACTERS } from "../../../facts/gateway-names";
import { MOST_NAME_CHARACTERS, withDigest } from "../names";

/** The least that the gateway takes. */
const LEAST_CHARACTERS = 4;

/** The name of an operation's API: its id, of which what the gateway does not take in a name becomes `_`. */
export function apiNameOf(operationId: string, method: string): string | undefined {
  const plain = operationId.replace(/[^a-zA-Z0-9\u4E00-\u9FA5-]+/g, "_").replace(/^_+|_+$/g, "");
  if (plain === "") return undefined;
  const isWhole = /^[a-zA-Z\u4E00-\u9FA5]/.test(plain) && plain.length >= LEAST_CHARACTERS;
  const name = isWhole ? plain : `${method}_${plain}`;
  return name.length <= MOST_NAME_CHARACTERS ? name : withDigest(name, "_", operationId);
}

/** A text on one line, cut to what the gateway takes as a description. */
export function shortened(text: string): string {
  const all = [...text.trim().replace(/\s+/g, " ")];
  return all.length <= MOST_GATEWAY_DESCRIPTION_CHARACTERS
    ? all.join("")
    : `${all
        .slice(0, MOST_GATEWAY_DESCRIPTION_CHARACTERS - 1)
        .join("")
        .trimEnd()}…`;
}
