/** Text for one line of a terminal: what comes out of a configuration begins no line of its own, and steers nothing. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}
