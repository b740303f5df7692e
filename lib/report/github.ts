import type { Report } from "../policy";
import type { FormatOptions } from "./format";

/** Not written yet. */
export function formatGithub(_report: Report, _options: FormatOptions): string {
  throw new Error("not written yet");
}
