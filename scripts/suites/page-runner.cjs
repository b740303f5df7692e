const { readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { App } = require("cdktf");
const { RULES, evaluate, formatFinding, read } = require("fc-frontdoor/check");

const [, , list, results] = process.argv;
const date = new Date().toISOString().slice(0, 10);
const REPORT = "the rules found errors\n\n";

writeFileSync(results, JSON.stringify(JSON.parse(readFileSync(list, "utf8")).map(saysOf)));

/** What a program says: an error, the findings of one rule, or nothing. */
function saysOf({ rule, file }) {
  const outdir = join(dirname(file), "cdktf.out");
  try {
    const { Shop } = require(file);
    const app = new App({ outdir });
    new Shop(app);
    app.synth();
  } catch (error) {
    if (error.name !== "FrontDoorError") return error.stack;
    if (!error.message.startsWith(REPORT)) return `FrontDoorError: ${error.message}`;
    return findingsIn(error.message.slice(REPORT.length), rule);
  }
  const only = RULES.filter(({ id }) => id === rule);
  const { graph } = read(outdir, { cwd: dirname(file) });
  const { findings } = evaluate(graph, only, { date });
  return findings.map(formatFinding).join("\n\n");
}

/** The findings of a rule in a report; all of it where there are none, since something else is wrong. */
function findingsIn(report, rule) {
  const findings = report.split("\n\n");
  const ofRule = findings.filter((finding) => /^\w+ {2}([^:]*):/.exec(finding)?.[1] === rule);
  return ofRule.length > 0 ? ofRule.join("\n\n") : report;
}
