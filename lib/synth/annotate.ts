import type { Manifest, TerraformStack } from "cdktf";
import { oneLine } from "../facts/one-line";
import type { Report } from "../policy";
import { formatLine } from "../report";
import { plural } from "../report/summary";

/**
 * Leaves warnings in the manifest, out of which `cdktf synth` prints them, a line each; what
 * weighs less is counted in one line.
 *
 * @param manifest that of the synthesis
 * @param judged the stacks that the report is about, at least one
 * @param names what the report calls them
 * @param report without open errors
 */
export function annotate(
  manifest: Manifest,
  judged: readonly TerraformStack[],
  names: ReadonlyMap<TerraformStack, string>,
  report: Report,
): void {
  const byName = new Map(judged.map((stack) => [names.get(stack), stack]));
  const [first] = judged;
  const open = report.findings.filter(({ status }) => status === "open");
  for (const finding of open.filter(({ level }) => level === "warning")) {
    const stack = byName.get(finding.stack) ?? first;
    add(manifest, stack, "warn", finding.path ?? stack.node.path, formatLine(finding));
  }
  for (const { source, message } of report.notices) {
    add(manifest, first, "warn", source || first.node.path, oneLine(message));
  }
  const notes = open.filter(({ level }) => level === "note");
  const { undecided } = report;
  if (notes.length + undecided.length === 0) return;
  const counted = `${plural(notes.length, "note")}${rulesOf(notes)}`;
  const message = `fc-frontdoor: ${counted}, ${undecided.length} undecided${rulesOf(undecided)}`;
  add(manifest, first, "info", first.node.path, message);
}

/** Which rules they are of, since each has a page: ` (function/logging)`. */
function rulesOf(findings: readonly { readonly rule: string }[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return rules.length === 0 ? "" : ` (${rules.join(", ")})`;
}

function add(
  manifest: Manifest,
  stack: TerraformStack,
  level: "warn" | "info",
  constructPath: string,
  message: string,
): void {
  // The enum of one version of cdktf is not that of another; the text is the same.
  const annotation = { constructPath, level: `@cdktf/${level}` as never, message, stacktrace: [] };
  manifest.forStack(stack).annotations.push(annotation);
}
