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
    for (const stack of stacksIn(join(example.folder, "cdktf.out"))) show(stack, example.folder);
  }
});

function show({ stack, file, json }, folder) {
  const check = createRequire(import.meta.url)(at("dist/check.js"));
  const graph = new check.ResourceGraph([{ stack, json }]);
  const date = new Date().toISOString().slice(0, 10);
  const report = check.judge(graph, check.policyFor(folder), { date });

  console.log(relative(root, file));
  console.log(table([["door", "function", "qualifier", "methods", "auth"], ...doorsOf(graph)]));
  console.log(
    `  ${report.rules} rules on ${report.resources} resources: ${check.formatCount(report)}`,
  );
  const open = report.findings.filter((finding) => finding.status === "open");
  for (const { level, rule, resource, message } of open) {
    console.log(`  ${level}  ${rule}  ${resource}: ${message}`);
  }
  console.log();
}

/** Every way in that a stack opens: URLs of triggers, custom domains, APIs of a gateway. */
function doorsOf(graph) {
  const triggers = graph.httpTriggers.all.map((trigger) => [
    trigger.disableUrlInternet.plain === true ? "URL, intranet only" : "URL",
    text(trigger.functionName),
    text(trigger.qualifier),
    text(trigger.methods),
    text(trigger.authType),
  ]);
  const domains = graph.customDomains.flatMap((domain) =>
    domain.routes.map((route) => [
      `${text(domain.name)}${text(route.value.get("path"))}`,
      text(route.functionName),
      text(route.qualifier),
      text(route.value.get("methods")),
      text(domain.resource.get("auth_config", "auth_type")),
    ]),
  );
  const apis = graph.gatewayApis.flatMap((api) =>
    api.fronts.map(({ trigger }) => [
      `gateway ${text(api.resource.get("request_config", "path"))}`,
      trigger ? text(trigger.functionName) : "-",
      trigger ? text(trigger.qualifier) : "-",
      text(api.resource.get("request_config", "method")),
      text(api.authType),
    ]),
  );
  return [...triggers, ...domains, ...apis];
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
