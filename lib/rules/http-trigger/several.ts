import type { TriggerNode, Value } from "../../graph";
import { openNumber } from "../repeats";

/** Whether a value differs from one instance of a block to the next. */
export function varies(value: Value): boolean {
  return value.unresolved.some(({ address }) => /^(each|count)\./.test(address));
}

/**
 * What has to be known to tell how many triggers a block makes. Empty where that is known, and
 * where its name is the same in all: it can be there only once.
 */
export function severalOf({ resource, name }: TriggerNode): readonly string[] {
  const open = openNumber(resource);
  return open.length > 0 && varies(name) ? open : [];
}
