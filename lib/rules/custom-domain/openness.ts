import type { Answer, CustomDomainNode } from "../../graph";

/**
 * Whether a custom domain asks nobody who they are. No for an authentication that is not one:
 * `custom-domain/auth` says so.
 */
export function isOpen({ authType, authInfo }: CustomDomainNode): Answer {
  if (authType.isUnknown) return "unknown";
  const isOff = authType.isNull
    ? authInfo.isNull || authInfo.text === ""
    : authType.text === "anonymous";
  return isOff ? "yes" : "no";
}
