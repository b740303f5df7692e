import type { Problem } from "../facts/problem";
import type { Value } from "../graph";
import type { Detail, Place, Verdict } from "./rule";
import { refuse, show } from "./verdict";

/**
 * The verdict on a number, as `refuse` gives it. What is no number is wrong too.
 *
 * @param problem what is wrong with the number; `NaN` stands for what is none
 */
export function refuseNumber(
  resource: Place,
  where: { readonly attribute: string; readonly message: string; readonly level?: Detail["level"] },
  value: Value,
  problem: (number: number) => Problem | undefined,
): Iterable<Verdict> {
  return refuse(resource, where, value, ({ number }) => {
    const found = problem(number ?? NaN);
    return found && number === undefined ? { ...found, got: show(value) } : hidden(value, found);
  });
}

/** The same problem, which does not show what is sensitive. */
export function hidden(value: Value, found: Problem | undefined): Problem | undefined {
  return found && value.isSensitive ? { ...found, got: show(value) } : found;
}

/** Whether something is written: not null, and no empty text, list or object. What is not known is taken as written. */
export function isWritten(value: Value): boolean {
  switch (value.kind) {
    case "null":
      return false;
    case "string":
      return value.text !== "";
    case "list":
      return value.items.length > 0;
    case "object":
      return value.entries.length > 0;
    default:
      return true;
  }
}

/** What is known of a template, `standIn` in place of what is not; undefined for any other value. */
export function knownText(value: Value, standIn = ""): string | undefined {
  return value.parts
    ?.map((part) => (typeof part === "string" ? part : (part.text ?? standIn)))
    .join("");
}

/** The pieces of a text in order, `undefined` for one that is not known. */
export function knownPieces(value: Value): readonly (string | undefined)[] {
  if (!value.isUnknown) return [value.text];
  return value.parts?.map((part) => (typeof part === "string" ? part : part.text)) ?? [undefined];
}

/** Whether a block has nothing in it: no argument, or only arguments that are null. */
export function isEmptyBlock(block: Value): boolean {
  if (block.kind === "null") return true;
  return block.kind === "object" && block.entries.every(([, item]) => isEmptyItem(item));
}

/** Null, or blocks of which there is none. */
function isEmptyItem(item: Value): boolean {
  return item.isNull || (item.kind === "list" && item.items.length === 0);
}
