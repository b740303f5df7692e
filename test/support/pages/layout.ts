/** A part of an expression that is to be written as HCL. */
export type Node =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "lines"; readonly lines: readonly string[] }
  | { readonly type: "list"; readonly items: readonly Node[] }
  | { readonly type: "object"; readonly entries: readonly Entry[] }
  | { readonly type: "call"; readonly name: string; readonly args: readonly Node[] };

/** One entry of an object; the key as it is written. */
export interface Entry {
  readonly key: string;
  readonly value: Node;
}

/** What is written on one line goes no further than this where it can be broken. */
const WIDTH = 90;

/** What is written as it is. */
export const text = (written: string): Node => ({ type: "text", text: written });

/**
 * The lines of `name = value` in a body or an object, aligned as `terraform fmt` does: `=` stands in
 * one column in neighbouring lines that hold a whole value, or the beginning of a heredoc.
 *
 * @param indent what each line begins with
 */
export function assignments(entries: readonly Entry[], indent: string): string[] {
  const written = entries.map(({ key, value }) => {
    const lines = write(value, indent, key.length + 3).split("\n");
    return { key, lines, isAligned: lines.length === 1 || value.type === "lines" };
  });
  const widths = written.map(() => 0);
  for (let start = 0; start < written.length; start++) {
    let end = start;
    while (end < written.length && written[end].isAligned) end++;
    const width = Math.max(0, ...written.slice(start, end).map(({ key }) => key.length));
    widths.fill(width, start, end);
    start = Math.max(start, end);
  }
  return written.flatMap(({ key, lines: [first, ...rest] }, index) => [
    `${indent}${key.padEnd(widths[index])} = ${first}`,
    ...rest,
  ]);
}

/** An expression; its lines from the second on begin with their own indentation. */
export function write(node: Node, indent = "", before = 0): string {
  const short = inline(node);
  const fits = !short.includes("\n") && indent.length + before + short.length <= WIDTH;
  switch (node.type) {
    case "text":
      return node.text;
    case "lines":
      return heredoc(node.lines, indent);
    case "list":
      return fits ? short : brokenList(node.items, indent);
    case "object":
      return (fits && before === 0) || node.entries.length === 0
        ? short
        : broken(node.entries, indent);
    case "call": {
      if (node.name === "jsonencode" && node.args[0]?.type === "object") {
        return `jsonencode(${broken(node.args[0].entries, indent)})`;
      }
      if (fits || node.args.length !== 1) return short;
      return `${node.name}(${write(node.args[0], indent, before + node.name.length + 1)})`;
    }
  }
}

function broken(entries: readonly Entry[], indent: string): string {
  if (entries.length === 0) return "{}";
  return ["{", ...assignments(entries.map(inObject(indent)), `${indent}  `), `${indent}}`].join(
    "\n",
  );
}

/** Inside an object a short object stays on its line. */
function inObject(indent: string): (entry: Entry) => Entry {
  return ({ key, value }) => {
    if (value.type !== "object") return { key, value };
    const short = inline(value);
    const fits = indent.length + 2 + key.length + 3 + short.length <= WIDTH;
    return { key, value: fits && !short.includes("\n") ? text(short) : value };
  };
}

function brokenList(items: readonly Node[], indent: string): string {
  if (items.length === 1) return `[${write(items[0], indent, 1)}]`;
  const deeper = `${indent}  `;
  return ["[", ...items.map((item) => `${deeper}${write(item, deeper)},`), `${indent}]`].join("\n");
}

/** Lines lose the indentation that all of them have, so they get it where not all have one of their own. */
function heredoc(lines: readonly string[], indent: string): string {
  const indented = lines.every((line) => /^\s/.test(line));
  if (indented) return ["<<EOT", ...lines, "EOT"].join("\n");
  const deeper = lines.map((line) => (line === "" ? "" : `${indent}  ${line}`));
  return ["<<-EOT", ...deeper, `${indent}EOT`].join("\n");
}

/** All of it on one line, but for a heredoc. */
export function inline(node: Node): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "lines":
      return `${heredoc(node.lines, "")}\n`;
    case "list":
      return `[${node.items.map(inline).join(", ")}]`;
    case "object":
      return node.entries.length === 0
        ? "{}"
        : `{ ${node.entries.map(({ key, value }) => `${key} = ${inline(value)}`).join(", ")} }`;
    case "call":
      return `${node.name}(${node.args.map(inline).join(", ")})`;
  }
}
