/** Whether a text matches a pattern in which `*` stands for any text, also none. No pattern matches everything. */
export function glob(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const [first, ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
