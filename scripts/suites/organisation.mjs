import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { at } from "../paths.mjs";
import { NPX } from "./pipelines/project.mjs";
import { has, runScript } from "./pipelines/shell.mjs";

const example = at("examples/organisation");
const expected = join(example, "expected.md");
const { jobs } = parse(readFileSync(join(example, ".github/workflows/frontdoor.yml"), "utf8"));
const [, inReadme] = /^```text\n([\s\S]*?)^```$/m.exec(
  readFileSync(join(example, "README.md"), "utf8"),
);
/** The example's waiver holds on the first day, and no longer on the second. */
const [today, afterwards] = ["2027-01-31", "2027-07-01"];

/**
 * examples/organisation, in a folder outside of this repository with its packages linked as npm
 * workspaces are: the steps of its workflow run from top to bottom, and what they find and the
 * comments that they write are exactly what the example says. With ORGANISATION_WRITE=1 the comments
 * are written to expected.md.
 *
 * Stand-ins: `npm ci` does nothing, `npx` looks in node_modules alone, `cdktf synth` is the program
 * without the command around it, the check has a date of its own, `gh` finds no comment.
 */
export const organisation = {
  name: "organisation",
  needsBuild: true,
  async run() {
    if (!has("bash")) return { notRun: "there is no bash on the PATH" };
    const result = { passed: 0, failed: 0 };
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "organisation-")));
    try {
      install(folder);
      for (const [name, test] of Object.entries(tests)) {
        try {
          await test(folder);
          result.passed += 1;
        } catch (error) {
          console.error(`examples/organisation: ${name}: ${error.message}`);
          result.failed += 1;
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return result;
  },
};

const tests = {
  async "the blueprint compiles, and the test of its rule passes"(folder) {
    const { status, says } = await step(folder, "check", "npm ci");
    assert.equal(status, 0, says);
    assert.match(says, /pass [1-9]/);
  },

  async "orders is within the bounds"(folder) {
    await synthesised(folder, "orders");
    const { status, findings } = await checked(folder, "orders");
    assert.equal(status, 0);
    assert.deepEqual(findings, [gatewayLogging]);
    await commented(folder, "orders");
  },

  async "reports has two findings, and a third that is waived"(folder) {
    await synthesised(folder, "reports");
    const { status, findings } = await checked(folder, "reports");
    assert.equal(status, 1);
    assert.deepEqual(findings, [codeOrigin, tags, { ...open, status: "suppressed", ...waived }]);
    await commented(folder, "reports");
  },

  "the comments are those of expected.md"(folder) {
    const text = ["orders", "reports"].map((app) => commentOn(folder, app)).join("\n");
    if (process.env.ORGANISATION_WRITE) writeFileSync(expected, text);
    assert.equal(ofAnyCatalogue(text), ofAnyCatalogue(readFileSync(expected, "utf8")));
  },

  async "the waiver ends"(folder) {
    const { status, findings } = await checked(folder, "reports", afterwards);
    assert.equal(status, 1);
    assert.deepEqual(findings, [codeOrigin, tags, { ...open, status: "open" }]);
  },

  async "a broken bound stops the synthesis, and the comment says whose it is"(folder) {
    const restore = change(folder, "reports/main.ts", "timeoutSeconds: 60", "timeoutSeconds: 900");
    const { status, says } = await step(folder, "check", "npx cdktf synth", "reports");
    assert.equal(status, 1, says);
    await commented(folder, "reports");
    const comment = commentOn(folder, "reports");
    assert.match(comment, /^### fc-frontdoor: the synthesis stopped$/m);
    assert.ok(comment.includes(inReadme.replace(/^(?=.)/gm, "    ")), comment);
    restore();
  },

  async "what the pack locks cannot be waived"(folder) {
    const rule = "custom-domain/plain-http";
    const restore = change(folder, "reports/frontdoor.yaml", "http-trigger/anonymous-public", rule);
    const { status, says } = await step(folder, "check", "npx cdktf synth", "reports");
    assert.equal(status, 1, says);
    assert.match(says, new RegExp(`${rule}, which .*acme-blueprint 1\\.4\\.0 locks`));
    restore();
  },
};

const gatewayLogging = {
  rule: "api-gateway/logging",
  level: "note",
  status: "open",
  resource: "alicloud_api_gateway_group.Front_Group_348272AA",
};
const ofReports = { level: "warning", resource: "alicloud_fcv3_function.Reports" };
const codeOrigin = { rule: "acme/code-origin", status: "open", ...ofReports };
const tags = {
  rule: "blueprint/tags",
  status: "open",
  ...ofReports,
  owner: "acme-blueprint 1.4.0",
};
const open = {
  rule: "http-trigger/anonymous-public",
  level: "warning",
  resource: "alicloud_fcv3_trigger.Http",
};
const waived = { owner: "team-reports", expires: "2027-06-30" };

/** The example, and beside it what `npm ci` would have installed. */
function install(folder) {
  const made = ["node_modules", "dist", "cdktf.out"];
  cpSync(example, folder, { recursive: true, filter: (file) => !made.includes(basename(file)) });
  mkdirSync(join(folder, ".git")); // the root of a repository
  const link = (target, name) => {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(target, join(folder, "node_modules", name));
  };
  link(at(), "fc-frontdoor");
  link(join(folder, "acme-blueprint"), "acme-blueprint");
  for (const name of ["cdktf", "constructs", "tsx", "typescript", "@types/node"]) {
    link(at("node_modules", name), name);
  }
  const command = (name, ...lines) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  };
  const node = (file) => `exec '${process.execPath}' '${at(file)}'`;
  command("node_modules/.bin/tsc", `${node("node_modules/typescript/bin/tsc")} "$@"`);
  const tsx = `${node("node_modules/tsx/dist/cli.mjs")} main.ts`;
  command("node_modules/.bin/cdktf", `[ "$1" = synth ] && ${tsx}`);
  const check = `${node("dist/cli/bin.js")} "$@" --date "$TODAY"`;
  command("node_modules/.bin/fc-frontdoor", check);
  writeFileSync(join(folder, "package-lock.json"), "{}");
  const path = `PATH=\${PATH#*:}`; // without the stand-ins
  command("stand-ins/npm", '[ "$1" = ci ] && exit', `${path} exec npm "$@"`);
  command("stand-ins/gh");
  writeFileSync(join(folder, "stand-ins/npx"), NPX, { mode: 0o755 });
}

/** Runs the workflow's step whose script begins so, as a runner does. */
function step(folder, job, begins, app = "", { today: TODAY = today, more = "" } = {}) {
  const ofApp = (text = "") => text.replaceAll("${{ matrix.app }}", app);
  const one = jobs[job].steps.find(({ run }) => run?.startsWith(begins));
  assert.ok(one, `the job ${job} has no step ${begins}`);
  return runScript(`${ofApp(one.run).trimEnd()}${more}`, {
    cwd: join(folder, ofApp(one["working-directory"])),
    env: { TODAY, APP: app, PR: "7", GITHUB_REPOSITORY: "acme/shop" },
    path: [join(folder, "stand-ins")],
  });
}

async function synthesised(folder, app) {
  const { status, says } = await step(folder, "check", "npx cdktf synth", app);
  assert.equal(status, 0, says);
}

/** Checks what was synthesised; what the report holds of each finding. */
async function checked(folder, app, day = today) {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const options = { today: day, more: ` --out json=${report}` };
  const { status, says } = await step(folder, "check", "npx fc-frontdoor check", app, options);
  assert.ok(existsSync(report), says);
  const { findings, undecided, failures } = JSON.parse(readFileSync(report, "utf8"));
  assert.deepEqual({ undecided, failures }, { undecided: [], failures: [] });
  return { status, findings: findings.map(factsOf) };
}

function factsOf({ rule, level, status, resource, suppression, expected }) {
  const [, blueprint] = /(?:asked for|set) by (.+)$/.exec(expected) ?? [];
  const owner = suppression?.owner ?? blueprint;
  return {
    rule,
    level,
    status,
    resource,
    ...(owner && { owner }),
    ...(suppression && { expires: suppression.expires }),
  };
}

/** Keeps what the job that comes after the check writes to the pull request. */
async function commented(folder, app) {
  const { status, says } = await step(folder, "report", "printf", app);
  assert.equal(status, 0, says);
  renameSync(join(folder, "comment.md"), join(folder, `${app}.md`));
}

const commentOn = (folder, app) => readFileSync(join(folder, `${app}.md`), "utf8");

/** Changes a file of the copy; what is returned puts it back. */
function change(folder, name, before, after) {
  const file = join(folder, name);
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(before), `${name} does not say ${before}`);
  writeFileSync(file, text.replace(before, after));
  return () => writeFileSync(file, text);
}

/** Rules are added to the catalogue without anything to this example. */
const ofAnyCatalogue = (text) => text.replace(/by \d+ rules/g, "by … rules");
