import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../../lib/policy";
import { type Format, type FormatOptions, format } from "../../../lib/report";
import { options } from "./reports";

/** What a form makes of a report. */
export function shown(name: Format, report: Report, more: Partial<FormatOptions> = {}): string {
  return format(report, name, { ...options, ...more });
}

/** The rich report in a form, as it must be, byte for byte. */
export function expected(name: Format): string {
  return readFileSync(join(__dirname, "../expected", `${name}.txt`), "utf8");
}

/** The program that the rich report's locations point into. */
export const SOURCE = [
  "const orders = new WebFunction(this, 'Orders');",
  "\tnew HttpTrigger(this, 'Http'); // \u001b[2J\u202e",
  "    new HttpTrigger(this, 'Http2');",
  "",
].join("\n");

/** Reads that program. */
export function source(file: string): string | undefined {
  return file === "src/main.ts" ? SOURCE : undefined;
}
