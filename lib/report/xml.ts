import { oneLine } from "../facts/one-line";

/** Attributes in their order; one without a value is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** The lines of an element. */
export function element(
  name: string,
  attributes: Attributes,
  content: readonly string[] = [],
): readonly string[] {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escape(value)}"`],
  );
  const head = `<${name}${given.join("")}`;
  return content.length === 0 ? [`${head}/>`] : [`${head}>`, ...content, `</${name}>`];
}

/** Text for an attribute or a line of content, without what XML 1.0 cannot hold. */
export function escape(text: string): string {
  return oneLine(text).replace(/[&<>"'\uFFFE\uFFFF]/g, (found) => ENTITIES[found] ?? "\uFFFD");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
