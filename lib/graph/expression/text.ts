/** White space as Terraform trims it. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Without the white space at the beginning. */
export function trimStart(text: string): string {
  let from = 0;
  while (from < text.length && SPACE.test(text[from])) from++;
  return text.slice(from);
}

/** Without the white space at the end. */
export function trimEnd(text: string): string {
  let to = text.length;
  while (to > 0 && SPACE.test(text[to - 1])) to--;
  return text.slice(0, to);
}
