import assert from "node:assert/strict";
import { ENDS_SCRIPT } from "./github.mjs";
import { OTHER_PLAN, makeProject, stateIn, yamlOf } from "./project.mjs";
import { assertReadable, endsScript, needs, runScript } from "./shell.mjs";

const CHECK = "yunxiao/frontdoor.yml";
const DEPLOY = "yunxiao/frontdoor-deploy.yml";
const ENDS = "yunxiao/frontdoor-ends.yml";

/** The parts of a file, as the vendor's pages on the syntax name them. */
const PARTS = ["name", "sources", "defaultWorkspace", "stages", "variables", "variableGroups"];

const jobsOf = ({ stages }) => Object.values(stages).flatMap(({ jobs }) => Object.values(jobs));
const stepsOf = (pipeline) => jobsOf(pipeline).flatMap(({ steps }) => Object.entries(steps));

/**
 * No schema and no linter is published: what the pages on the syntax say is held here. The options of
 * SetupNode are those of a published template.
 */
const sound = (file) => ({
  "has the parts, the names and the steps that the vendor's pages describe"() {
    const pipeline = yamlOf(file);
    for (const part of Object.keys(pipeline)) assert.ok(PARTS.includes(part), part);
    assert.ok(pipeline.defaultWorkspace in pipeline.sources);
    for (const { type, certificate } of Object.values(pipeline.sources)) {
      assert.deepEqual([type, certificate.type], ["codeup", "serviceConnection"]);
    }
    for (const [id, { jobs }] of Object.entries(pipeline.stages)) {
      for (const name of [id, ...Object.keys(jobs)]) assert.match(name, /^[A-Za-z]\w{0,29}$/);
    }
    for (const { name, runsOn } of jobsOf(pipeline)) {
      assert.ok(name.length <= 30, name);
      assert.deepEqual(Object.keys(runsOn), ["group", "container"]);
    }
    for (const [id, { step, with: options }] of stepsOf(pipeline)) {
      assert.match(id, /^[A-Za-z]\w{0,63}$/);
      const known = { SetupNode: ["versionType", "nodeVersion"], Command: ["run"] };
      assert.deepEqual(Object.keys(options), known[step]);
    }
  },

  "has commands that bash can read, and that end with the first that fails"() {
    for (const [, { step, with: options }] of stepsOf(yamlOf(file))) {
      if (step !== "Command") continue;
      assertReadable(options.run);
      assert.match(options.run, /^set -e\n/);
    }
  },

  "has credentials only where it deploys"() {
    assert.equal("variableGroups" in yamlOf(file), file === DEPLOY);
  },
});

/** The commands of a file, one after the other, each in a shell of its own in the workspace. */
async function runAll(file, { project, before = {}, leaveOut = [] }) {
  const { folder: cwd, path } = project;
  const pipeline = yamlOf(file);
  const env = Object.fromEntries(
    (pipeline.variables ?? []).map(({ key, value }) => [key, String(value)]),
  );
  let all = "";
  for (const [id, { step, with: options }] of stepsOf(pipeline)) {
    if (step !== "Command" || leaveOut.includes(id)) continue;
    if (before[id]) await before[id](cwd);
    const { status, says } = await runScript(options.run, { cwd, path, env, shell: ["bash"] });
    all += says;
    if (status !== 0) return { status, says: all, failedAt: id };
  }
  return { status: 0, says: all };
}

/** All but the download of Terraform, which is the one on the PATH. */
async function deploy(before) {
  const project = makeProject("deployable");
  const result = await runAll(DEPLOY, { project, before, leaveOut: ["terraform"] });
  return { ...result, state: stateIn(project.folder) };
}

const inShell = (script, folder) => async (cwd) => {
  const { status, says } = await runScript(script, { cwd: `${cwd}/${folder}` });
  assert.equal(status, 0, says);
};

export const yunxiao = {
  [CHECK]: {
    ...sound(CHECK),

    async "ends well where nothing is wrong, and fails where something is"() {
      const { status, says } = await runAll(CHECK, { project: makeProject("right") });
      assert.equal(status, 0, says);
      for (const program of ["wrong", "stopped"]) {
        assert.equal((await runAll(CHECK, { project: makeProject(program) })).status, 1, program);
      }
    },
  },

  [DEPLOY]: {
    ...sound(DEPLOY),

    "applies what was checked": needs("terraform", async () => {
      const { status, says, state } = await deploy();
      assert.equal(status, 0, says);
      assert.deepEqual(state, ["orders"]);
    }),

    "stops where a file has changed since the check": needs("terraform", async () => {
      const change = inShell("sed -i.old s/orders/other/g cdk.tf.json", "cdktf.out/stacks/shop");
      const { failedAt, says, state } = await deploy({ plan: change });
      assert.equal(failedAt, "plan");
      assert.match(says, /cdk\.tf\.json: has changed since it was checked/);
      assert.equal(state, undefined);
    }),

    "stops where the plan is another one than was checked": needs("terraform", async () => {
      const { failedAt, says, state } = await deploy({
        apply: inShell(OTHER_PLAN, "cdktf.out/stacks/shop"),
      });
      assert.equal(failedAt, "apply");
      assert.match(says, /tfplan: is not the plan that was checked/);
      assert.equal(state, undefined);
    }),
  },

  [ENDS]: {
    ...sound(ENDS),

    async "fails where a waiver ends soon, as the others do"() {
      const [, command] = stepsOf(yamlOf(ENDS)).at(-1);
      assert.equal(endsScript(command.with.run), ENDS_SCRIPT);
      const { status, says } = await runAll(ENDS, { project: makeProject("waiver") });
      assert.equal(status, 1, says);
      assert.match(says, /ended on/);
    },
  },
};
