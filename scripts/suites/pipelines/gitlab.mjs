import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parse } from "yaml";
import { at } from "../../paths.mjs";
import { run } from "../../run.mjs";
import { ENDS_SCRIPT } from "./github.mjs";
import { OTHER_PLAN, git, makeProject, stateIn, textOf, yamlOf } from "./project.mjs";
import { assertReadable, endsScript, needs, runScript } from "./shell.mjs";

const FILE = "gitlab/frontdoor.gitlab-ci.yml";
const { variables, ...jobs } = yamlOf(FILE);

/** A job's lines as the runner puts them together: bash in node's image, ash in Terraform's. */
function runJob(name, { project, env, lines = jobs[name].script }) {
  const shell = name === "frontdoor-deploy" ? ["sh", "-e"] : ["bash", "-eo", "pipefail"];
  const all = { ...variables, ...jobs[name].variables, ...env };
  const { folder: cwd, path } = project;
  return runScript(lines.join("\n"), { cwd, path, shell, env: { GITLAB_CI: "true", ...all } });
}

/** What gitlab-ci-local makes of the file: GitLab's schema, and which jobs an event starts. */
function jobsOf(event, more = {}) {
  const { folder, write } = makeProject("right");
  write("frontdoor.gitlab-ci.yml", textOf(FILE));
  write(".gitlab-ci.yml", 'include: [{ local: "frontdoor.gitlab-ci.yml" }]\n');
  git(folder, "add", ".");
  const bin = at("tools/pipelines/node_modules/gitlab-ci-local/dist/index.js");
  const given = { CI_PIPELINE_SOURCE: event, CI_DEFAULT_BRANCH: "main", ...more };
  const args = Object.entries(given).flatMap(([key, value]) => ["--variable", `${key}=${value}`]);
  const { status, stdout, stderr } = run(process.execPath, [bin, "--list-json", ...args], {
    cwd: folder,
    env: { GCL_IGNORE_PREDEFINED_VARS: Object.keys(given).join(",") },
    quiet: true,
  });
  assert.equal(status, 0, stderr);
  const all = JSON.parse(stdout).filter(({ when }) => when !== "never");
  return all.map(({ name, when }) => `${name} ${when}`);
}

/** A GitLab that writes down what it is asked, and knows the comments that it was given. */
async function withGitlab(use) {
  const comments = [{ id: 1, body: "looks good" }];
  const asked = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => (text += part));
    request.on("end", () => {
      asked.push(
        `${request.method} ${request.url.split("?")[0]} ${request.headers["private-token"]}`,
      );
      const body = text && JSON.parse(text).body;
      if (request.method === "POST") comments.push({ id: comments.length + 1, body });
      if (request.method === "PUT") comments.at(-1).body = body;
      response.end(JSON.stringify(comments));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
  return { comments, asked };
}

async function deploy({ between = "", beforeApply = "" } = {}) {
  const project = makeProject("deployable");
  const checked = await runJob("frontdoor", { project });
  assert.equal(checked.status, 0, checked.says);
  const lines = [between, ...jobs["frontdoor-deploy"].script];
  lines.splice(lines.length - 1, 0, beforeApply);
  const result = await runJob("frontdoor-deploy", { project, lines });
  return { ...result, state: stateIn(project.folder) };
}

export const gitlab = {
  [FILE]: {
    "is what GitLab's schema asks for, and checks, comments, deploys and looks ahead when it should"() {
      const push = { CI_COMMIT_BRANCH: "main" };
      assert.deepEqual(jobsOf("push", push), ["frontdoor on_success", "frontdoor-deploy manual"]);
      assert.deepEqual(jobsOf("push", { CI_COMMIT_BRANCH: "topic" }), []);
      assert.deepEqual(jobsOf("schedule", push), ["frontdoor-ends on_success"]);
      const request = {
        FRONTDOOR_TOKEN: "of the bot",
        CI_PROJECT_ID: "5",
        CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "5",
      };
      const merge = (more) => jobsOf("merge_request_event", { ...request, ...more });
      assert.deepEqual(merge({}), ["frontdoor on_success", "frontdoor-comment always"]);
      assert.deepEqual(merge({ CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "6" }), [
        "frontdoor on_success",
      ]);
      assert.deepEqual(merge({ FRONTDOOR_TOKEN: "" }), ["frontdoor on_success"]);
    },

    "has scripts that bash and sh can read"() {
      for (const { script } of Object.values(jobs)) {
        for (const shell of ["bash", "sh"]) assertReadable(script.join("\n"), shell);
      }
    },

    async "does what the job of init does"() {
      const { folder, path } = makeProject("right");
      await runScript("npx fc-frontdoor init --ci gitlab", { cwd: folder, path });
      const ofInit = parse(readFileSync(join(folder, "frontdoor.gitlab-ci.yml"), "utf8"));
      const { frontdoor } = jobs;
      assert.equal(frontdoor.image, ofInit.frontdoor.image);
      assert.deepEqual(frontdoor.rules[0], ofInit.frontdoor.rules[0]);
      assert.deepEqual(frontdoor.artifacts.reports, ofInit.frontdoor.artifacts.reports);
      ofInit.frontdoor.script.forEach((line, index) =>
        assert.ok(frontdoor.script[index].startsWith(line), line),
      );
    },

    async "ends well where nothing is wrong, and leaves a test report"() {
      const project = makeProject("right");
      const { status, says } = await runJob("frontdoor", { project });
      assert.equal(status, 0, says);
      assert.match(readFileSync(join(project.folder, "frontdoor.xml"), "utf8"), /<testsuites/);
    },

    async "fails on what the check finds, writes one comment, and writes it anew later"() {
      const project = makeProject("wrong");
      const { status } = await runJob("frontdoor", { project });
      assert.equal(status, 1);
      const { comments, asked } = await withGitlab(async (address) => {
        const env = {
          CI_API_V4_URL: address,
          CI_PROJECT_ID: "5",
          CI_MERGE_REQUEST_IID: "7",
          FRONTDOOR_TOKEN: "of-the-bot",
        };
        for (const body of [undefined, "<!-- fc-frontdoor -->\nnothing is wrong"]) {
          if (body) project.write("frontdoor.md", body);
          const said = await runJob("frontdoor-comment", { project, env });
          assert.equal(said.status, 0, said.says);
          assert.doesNotMatch(said.says, /of-the-bot/);
        }
      });
      assert.deepEqual(asked, [
        "GET /projects/5/merge_requests/7/notes of-the-bot",
        "POST /projects/5/merge_requests/7/notes of-the-bot",
        "GET /projects/5/merge_requests/7/notes of-the-bot",
        "PUT /projects/5/merge_requests/7/notes/2 of-the-bot",
      ]);
      assert.equal(comments.length, 2);
      assert.match(comments[1].body, /nothing is wrong/);
    },

    async "fails on what stops the synthesis, and leaves that as the comment"() {
      const project = makeProject("stopped");
      const { status, says } = await runJob("frontdoor", { project });
      assert.equal(status, 1);
      assert.match(says, /one-per-qualifier/);
      const comment = readFileSync(join(project.folder, "frontdoor.md"), "utf8");
      assert.match(comment, /^<!-- fc-frontdoor -->\n[^]*one-per-qualifier/);
    },

    "applies what was checked": needs("terraform", async () => {
      const { status, says, state } = await deploy();
      assert.equal(status, 0, says);
      assert.deepEqual(state, ["orders"]);
    }),

    "stops where a file has changed since the check": needs("terraform", async () => {
      const between = "sed -i.old s/orders/other/g cdktf.out/stacks/shop/cdk.tf.json";
      const { status, says, state } = await deploy({ between });
      assert.equal(status, 1);
      assert.match(says, /cdk\.tf\.json: has changed since it was checked/);
      assert.equal(state, undefined);
    }),

    "stops where the plan is another one than was checked": needs("terraform", async () => {
      const { status, says, state } = await deploy({ beforeApply: OTHER_PLAN });
      assert.equal(status, 1);
      assert.match(says, /tfplan: is not the plan that was checked/);
      assert.equal(state, undefined);
    }),

    async "fails where a waiver ends soon, as the others do"() {
      assert.equal(endsScript(jobs["frontdoor-ends"].script.at(-1)), ENDS_SCRIPT);
      const { status, says } = await runJob("frontdoor-ends", { project: makeProject("waiver") });
      assert.equal(status, 1, says);
      assert.match(says, /ended on/);
    },
  },
};
