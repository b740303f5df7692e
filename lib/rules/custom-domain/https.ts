import type { Answer, Resource, Value } from "../../graph";
import { isEmptyBlock, isWritten, knownText } from "../written";

/** Whether a custom domain speaks HTTPS; `unstated` where it names no protocol: what the service takes then is not published. */
export function speaksHttps(resource: Resource): Answer | "unstated" {
  const protocol = resource.get("protocol");
  const text = protocol.text ?? knownText(protocol) ?? "";
  if (/\bHTTPS\b/i.test(text)) return "yes";
  if (protocol.isUnknown) return "unknown";
  return text === "" ? "unstated" : "no";
}

/** A block of which there is one at most; undefined where there is none with something in it. */
export function blockOf(resource: Resource, name: string): Value | undefined {
  return resource.blocks(name).find((block) => !isEmptyBlock(block));
}

/** Whether anything surely stands in a block: what is not known may be null. */
export function surelyHasContent(block: Value): boolean {
  return block.entries.some(([, item]) => !item.isUnknown && isWritten(item));
}
