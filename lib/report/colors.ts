import { inspect } from "node:util";

/** What a piece of text is, for its colour. */
export type Role = "error" | "warning" | "note" | "undecided" | "file" | "faint";

const STYLES: Readonly<Record<Role, string>> = {
  error: "red",
  warning: "yellow",
  note: "blue",
  undecided: "magenta",
  file: "underline",
  faint: "gray",
};

/** Paints text for a terminal, or leaves it. */
export type Paint = (role: Role, text: string) => string;

/**
 * A painter. It uses the colours of `util.inspect`: `util.styleText` is missing before Node 20.12,
 * and later asks the terminal for itself.
 */
export function painter(colors: boolean): Paint {
  if (!colors) return (_, text) => text;
  return (role, text) => {
    const [on, off] = inspect.colors[STYLES[role]] ?? [0, 0];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
