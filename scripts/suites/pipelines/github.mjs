import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { problemsOf, runJob, jobRuns } from "./actions.mjs";
import { OTHER_PLAN, makeProject, scratch, stateIn, textOf, yamlOf } from "./project.mjs";
import { assertReadable, endsScript, needs, runScript } from "./shell.mjs";

const CHECK = "github/frontdoor.yml";
const DEPLOY = "github/frontdoor-deploy.yml";
const ENDS = "github/frontdoor-ends.yml";

const read = "read";
const write = "write";

/** What each job may do beside reading the repository. */
const RIGHTS = {
  [CHECK]: {
    report: {
      actions: read,
      contents: read,
      "pull-requests": write,
      "security-events": write,
    },
  },
  [DEPLOY]: { deploy: { contents: read, "id-token": write } },
  [ENDS]: {},
};

const sound = (file) => ({
  async "is a workflow for GitHub's own parser"() {
    assert.deepEqual(await problemsOf(file, textOf(file)), []);
    for (const [right, wrong] of [
      ["runs-on:", "run-on:"],
      ["npm ci", "npm ci\n        if: ${{ secret.TOKEN }}"],
    ]) {
      const problems = await problemsOf(file, textOf(file).replace(right, wrong));
      assert.notEqual(problems.length, 0, wrong);
    }
  },

  "gives each job the rights that it needs, and no other"() {
    const { permissions, jobs } = yamlOf(file);
    assert.deepEqual(permissions, { contents: read });
    for (const [id, job] of Object.entries(jobs)) {
      assert.deepEqual(job.permissions, RIGHTS[file][id], id);
    }
  },

  "names actions by their major version, those that init writes by the same"() {
    const uses = stepsOf(yamlOf(file)).flatMap((step) => step.uses ?? []);
    const ofInit = ["actions/checkout@v4", "actions/setup-node@v4", "hashicorp/setup-terraform@v3"];
    for (const action of uses) {
      assert.match(action, /^[\w-]+\/[\w/-]+@v\d+$/);
      const same = ofInit.find((known) => known.split("@")[0] === action.split("@")[0]);
      assert.equal(action, same ?? action);
    }
  },

  "has shell steps that bash can read, with no expression in their text"() {
    for (const { run } of stepsOf(yamlOf(file)).filter((step) => step.run)) {
      assertReadable(run);
      assert.doesNotMatch(run, /\$\{\{/); // a title of a pull request would be code
    }
  },
});

const stepsOf = ({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps);
const makeFolder = () => mkdtempSync(join(scratch, "artifacts-"));

async function check(program, options) {
  const project = makeProject(program, options);
  const artifacts = makeFolder();
  return { project, artifacts, ...(await runJob(yamlOf(CHECK), "check", { project, artifacts })) };
}

const request = (repository) => ({
  event_name: "pull_request",
  repository: "acme/shop",
  token: "of this run",
  event: { pull_request: { number: 7, head: { repo: { full_name: repository } } } },
});

/** A `gh` that knows one comment after the first that it was asked to write. */
const GH = `#!/bin/sh
echo "$*" >> asked.txt
case "$*" in
  *--paginate*) [ ! -f known ] || echo 42 ;;
  *) touch known ;;
esac
`;

/** What the job that reports has written where `gh` is asked to, after checks that left these. */
async function commentsOf(...all) {
  const project = makeProject("right");
  project.write("stand-ins/gh", GH, 0o755);
  project.write("asked.txt", "");
  const runner = { GITHUB_REPOSITORY: "acme/shop" };
  const contexts = { github: request("acme/shop"), runner };
  for (const artifacts of all) {
    const options = { project, artifacts, contexts };
    const { failed, says } = await runJob(yamlOf(CHECK), "report", options);
    assert.equal(failed, false, says);
  }
  const asked = readFileSync(join(project.folder, "asked.txt"), "utf8").split("\n");
  return asked.filter((line) => /POST|PATCH/.test(line));
}

let checked;

/** What the job that checks leaves: the same for each of the tests. */
const checkOnce = () =>
  (checked ??= (async () => {
    const artifacts = makeFolder();
    const project = makeProject("deployable");
    const { failed, says, outputs } = await runJob(yamlOf(DEPLOY), "check", { project, artifacts });
    assert.equal(failed, false, says);
    return { artifacts, contexts: { needs: { check: { outputs } } } };
  })());

/** The job that deploys, in a folder of its own, as on another machine than the one that checked. */
async function deploy({ between = () => undefined, before, npx } = {}) {
  const { artifacts: left, contexts } = await checkOnce();
  const artifacts = makeFolder();
  cpSync(left, artifacts, { recursive: true });
  between(join(artifacts, "checked"));
  const project = makeProject("deployable", { npx });
  const result = await runJob(yamlOf(DEPLOY), "deploy", { project, artifacts, contexts, before });
  return { ...result, state: stateIn(project.folder) };
}

const stack = (folder) => join(folder, "cdktf.out/stacks/shop/cdk.tf.json");
const change = (file, from, to) =>
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(from, to));

/** Tests by file: a name says what the file does, or is. */
export const github = {
  [CHECK]: {
    ...sound(CHECK),

    async "does what the workflow of init does"() {
      const { folder, path } = makeProject("right");
      await runScript("npx fc-frontdoor init --ci github", { cwd: folder, path });
      const ofInit = parse(readFileSync(join(folder, ".github/workflows/frontdoor.yml"), "utf8"));
      const { name, jobs, permissions } = yamlOf(CHECK);
      assert.deepEqual(
        { name, permissions },
        { name: ofInit.name, permissions: ofInit.permissions },
      );
      const left = [...jobs.check.steps];
      for (const step of ofInit.jobs.check.steps) {
        const same = left.findIndex(({ uses, run = "" }) =>
          step.run ? run.startsWith(step.run) : uses === step.uses,
        );
        assert.ok(same >= 0, `${step.run ?? step.uses} of init is missing, or at another place`);
        left.splice(0, same + 1);
      }
    },

    async "ends well where nothing is wrong, and leaves a report for code scanning"() {
      const { failed, artifacts, says } = await check("right", { npx: true });
      assert.equal(failed, false, says);
      const sarif = JSON.parse(readFileSync(join(artifacts, "frontdoor/frontdoor.sarif"), "utf8"));
      assert.deepEqual(
        sarif.runs[0].results.map(({ level, suppressions = [] }) => [level, suppressions.length]),
        [
          ["note", 0],
          ["warning", 1],
        ],
      );
    },

    async "fails on what the check finds, and leaves the comment"() {
      const { failedAt, artifacts } = await check("wrong");
      assert.match(failedAt, /^npx fc-frontdoor check/);
      const comment = readFileSync(join(artifacts, "frontdoor/frontdoor.md"), "utf8");
      assert.match(comment, /^<!-- fc-frontdoor -->\n[^]*http-trigger\/methods/);
    },

    async "fails on what stops the synthesis, and leaves that as the comment"() {
      const { failedAt, artifacts, says } = await check("stopped");
      assert.match(failedAt, /^npx cdktf synth/);
      assert.match(says, /one-per-qualifier/);
      const comment = readFileSync(join(artifacts, "frontdoor/frontdoor.md"), "utf8");
      assert.match(
        comment,
        /^<!-- fc-frontdoor -->\n[^]*\n {4}error {2}http-trigger\/one-per-qualifier/,
      );
      assert.equal(existsSync(join(artifacts, "frontdoor/frontdoor.sarif")), false);
    },

    async "writes one comment, and writes it anew later"() {
      const { artifacts } = await check("wrong");
      assert.deepEqual(await commentsOf(artifacts, artifacts), [
        "api --silent --method POST repos/acme/shop/issues/7/comments --field body=@frontdoor.md",
        "api --silent --method PATCH repos/acme/shop/issues/comments/42 --field body=@frontdoor.md",
      ]);
    },

    async "writes no comment where the check left nothing to write"() {
      assert.deepEqual(await commentsOf(makeFolder()), []);
    },

    async "reports on pushes and on pull requests of the repository, not on those of forks"() {
      const { report } = yamlOf(CHECK).jobs;
      const runs = (event) => jobRuns(report, { github: event });
      assert.equal(await runs(request("acme/shop")), true);
      assert.equal(await runs(request("somebody/shop")), false);
      assert.equal(await runs({ event_name: "push", event: {} }), true);
    },
  },

  [DEPLOY]: {
    ...sound(DEPLOY),

    "applies what was checked": needs("terraform", async () => {
      const { failed, says, state } = await deploy({ npx: true });
      assert.equal(failed, false, says);
      assert.deepEqual(state, ["orders"]);
    }),

    "stops where a file has changed since the check": needs("terraform", async () => {
      const between = (folder) => change(stack(folder), "orders", "other");
      const { failedAt, says, state } = await deploy({ between });
      assert.equal(failedAt, "verify the files");
      assert.match(says, /cdk\.tf\.json: has changed since it was checked/);
      assert.equal(state, undefined);
    }),

    "stops where a file has come since the check": needs("terraform", async () => {
      const between = (folder) => writeFileSync(stack(folder).replace("cdk.tf", "more.tf"), "{}");
      const { failedAt, says, state } = await deploy({ between });
      assert.equal(failedAt, "verify the files");
      assert.match(says, /more\.tf\.json: is there too, and was not checked/);
      assert.equal(state, undefined);
    }),

    "stops where the report has changed since the check": needs("terraform", async () => {
      const between = (folder) => appendFileSync(join(folder, "report.json"), "\n");
      const { failedAt, says, state } = await deploy({ between });
      assert.equal(failedAt, "verify the files");
      assert.match(says, /report\.json is not the report of the check/);
      assert.equal(state, undefined);
    }),

    "stops where the plan is another one than was checked": needs("terraform", async () => {
      const replace = async (folder) => {
        const cwd = join(folder, "cdktf.out/stacks/shop");
        const { status, says } = await runScript(OTHER_PLAN, { cwd });
        assert.equal(status, 0, says);
      };
      const apply = "apply the plan that was checked";
      const { failedAt, says, state } = await deploy({ before: { [apply]: replace } });
      assert.equal(failedAt, apply);
      assert.match(says, /tfplan: is not the plan that was checked/);
      assert.equal(state, undefined);
    }),
  },

  [ENDS]: {
    ...sound(ENDS),

    async "ends well where nothing ends soon"() {
      const { failed, says } = await ends("right");
      assert.equal(failed, false, says);
    },

    async "fails where a waiver ends soon, and says whose"() {
      const { failed, says } = await ends("waiver");
      assert.equal(failed, true, says);
      assert.match(says, /http-trigger\/anonymous-public \(the status page is public\) ended on/);
    },

    "fails where a certificate ends soon": needs("openssl", async () => {
      const { failed, says } = await ends("certificate");
      assert.equal(failed, true, says);
      assert.match(says, /the certificate is not valid today/);
    }),
  },
};

const ends = (program) => runJob(yamlOf(ENDS), "ends", { project: makeProject(program) });

/** What the other platforms' files have in common with it. */
export const ENDS_SCRIPT = endsScript(yamlOf(ENDS).jobs.ends.steps.at(-1).run);
