import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { examples, stacksIn, synthesise } from "./examples.mjs";
import { Failure, main } from "./main.mjs";
import { at, root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";

/** Synthesises every example, checks it, and shows where the result is, what it opens, and what the rules say. */
await main(async () => {
  await prepare();
  const found = examples();
  if (found.length === 0) throw new Failure("there is no examples/*/main.ts");

  for (const example of found) {
    if (!synthesise(example).ok) throw new Failure(`examples/${example.name} does not synthesise`);
    for (const stack of stacksIn(join(example.folder, "cdktf.out"))) show(stack);
  }
});

function show({ stack, file, json }) {
  const check = createRequire(import.meta.url)(at("dist/check.js"));
  const graph = new check.ResourceGraph([{ stack, json }]);
  const date = new Date().toISOString().slice(0, 10);
  const report = check.judge(graph, check.RECOMMENDED, { date });

  console.log(relative(root, file));
  const rows = graph.httpTriggers.all.map((trigger) => [
    text(trigger.functionName),
    text(trigger.qualifier),
    text(trigger.methods),
    text(trigger.authType),
    trigger.disableUrlInternet.plain === true ? "no" : "yes",
  ]);
  console.log(table([["function", "qualifier", "methods", "auth", "internet"], ...rows]));
  console.log(
    `  ${report.rules} rules on ${report.resources} resources: ${check.formatCount(report)}`,
  );
  const open = report.findings.filter((finding) => finding.status === "open");
  for (const { level, rule, resource, message } of open) {
    console.log(`  ${level}  ${rule}  ${resource}: ${message}`);
  }
  console.log();
}

/** A value as it is known before apply; of one that is not, what it depends on. */
function text(value) {
  if (value.isNull) return "-";
  return value.isKnown ? [value.plain].flat().join(" ") : value.needs.join(" ");
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd(),
    )
    .join("\n")
    .concat("\n");
}
