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

/** Paints text for a terminal, or leaves it. `util.styleText` would ask the terminal again, and Node 20.11 lacks it. */
export type Paint = (role: Role, text: string) => string;

/** A painter. */
export function painter(colors: boolean): Paint {
  if (!colors) return (_, text) => text;
  return (role, text) => {
    const [on, off] = inspect.colors[STYLES[role]] ?? [0, 0];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
