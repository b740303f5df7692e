import { Token } from "cdktf";
import { type ListBounds, listIssues, repeated } from "../facts/issue";
import { type Check, list } from "./check";

/** A list of as many items as it may have. */
export function several(bounds: ListBounds, item: Check): Check {
  return list(item, (items) => listIssues(items, bounds, () => [])[0]?.problem);
}

/** What two items of a list are the same by. */
export interface ItemKey {
  /** A text; anything else repeats nothing. */
  readonly key: unknown;
  /** The member of the item that it is. Default: the item itself is named. */
  readonly member?: string;
}

/**
 * Items none of which stands twice; what is no list is for another check.
 *
 * @param expected `each block once`
 * @param keyOf what two items are the same by; default: the item
 * @param fix what to do about the later one
 */
export function once(
  expected: string,
  keyOf: (item: unknown) => ItemKey = (key) => ({ key }),
  fix = "remove it",
): Check {
  return (value, at) => {
    const keys = itemsIn(value).map(keyOf);
    const name = at.slice(at.lastIndexOf(".") + 1);
    return repeated(keys.map(({ key }) => key)).map(({ index, first }) => {
      const { key, member } = keys[index];
      const shown = Token.isUnresolved(key) ? "the same" : JSON.stringify(key);
      return {
        at: `${at}[${index}]${member === undefined ? "" : `.${member}`}`,
        got: `${shown} again, as ${name}[${first}]`,
        expected,
        fix,
      };
    });
  };
}

/** The items of a list, with its holes; none of a list that is not known, and of what is no list. */
export function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) && !Token.isUnresolved(value) ? Array.from(value as unknown[]) : [];
}
