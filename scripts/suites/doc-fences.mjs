/**
 * The fenced blocks of a document: language, the file name behind it, content, the line on which the
 * block begins; and what it prints, which is the block that follows at once if that is neither a
 * file nor to be run itself.
 */
export function fencesIn(text) {
  const fences = [...text.matchAll(/^(`{3,})(\w+)(?: (\S+))?\n([\s\S]*?)^\1\n/gm)];
  return fences.map(([all, , language, name, content], number) => {
    const { index } = fences[number];
    const next = fences[number + 1];
    const isOutput = next?.index === index + all.length + 1 && next[3] === undefined;
    return {
      line: text.slice(0, index).split("\n").length,
      language,
      name,
      content,
      prints: isOutput && !["ts", "sh"].includes(next[2]) ? next[4] : undefined,
      before: isOutput ? text.slice(index, next.index + next[0].indexOf("\n") + 1) : undefined,
    };
  });
}

/** Whether a text is what a block shows; a line of `…` stands for any lines, `…` for any text. */
export function isShown(says, prints) {
  const pattern = prints
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/^ *…\n/gm, "(?:.*\\n)*?")
    .replace(/…/g, ".*");
  return new RegExp(`^${pattern}$`).test(says);
}
