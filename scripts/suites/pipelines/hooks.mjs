import assert from "node:assert/strict";
import { chmodSync, copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileOf, git, makeProject, textOf, yamlOf } from "./project.mjs";
import { assertReadable, runScript } from "./shell.mjs";

const HOOK = "hooks/pre-commit";
const CONFIG = "hooks/pre-commit-config.yaml";

const triggerOf = (method) =>
  JSON.stringify({
    resource: {
      alicloud_fcv3_trigger: {
        http: {
          function_name: "orders",
          qualifier: "LATEST",
          trigger_name: "http",
          trigger_type: "http",
          trigger_config: `{"authType":"function","disableURLInternet":true,"methods":["${method}"]}`,
        },
      },
    },
  });
const RIGHT = triggerOf("GET");
const WRONG = triggerOf("get");

/** A repository with the hook, whose first commit is made. */
function withHook(program, options) {
  const project = makeProject(program, options);
  git(project.folder, "commit", "--quiet", "--message", "first");
  project.write(".githooks/pre-commit", "");
  copyFileSync(fileOf(HOOK), join(project.folder, ".githooks/pre-commit"));
  chmodSync(join(project.folder, ".githooks/pre-commit"), 0o755);
  git(project.folder, "config", "core.hooksPath", ".githooks");
  return project;
}

async function commit({ folder, path }, ...files) {
  git(folder, "add", "--", ...files);
  const who = "-c user.name=test -c user.email=test@example.com";
  const { status, says } = await runScript(`git ${who} commit --quiet -m more`, {
    cwd: folder,
    path,
  });
  return { status, says };
}

const entry = () => yamlOf(CONFIG).repos[0].hooks[0];

export const hooks = {
  [HOOK]: {
    "can be run, and read by sh"() {
      assert.ok(statSync(fileOf(HOOK)).mode & 0o100);
      assertReadable(textOf(HOOK), "sh");
    },

    async "does nothing where what is committed deploys nothing"() {
      const project = withHook("stopped");
      project.write("README.md", "# shop\n");
      assert.deepEqual(await commit(project, "README.md"), { status: 0, says: "" });
      assert.equal(project.has("cdktf.out"), false);
    },

    async "lets a program through that is right, and no other"() {
      for (const [program, expected] of [
        ["right", 0],
        ["wrong", 1],
        ["stopped", 1],
      ]) {
        const project = withHook(program, { npx: program === "right" });
        project.write("other.ts", "export {};\n");
        const { status, says } = await commit(project, "other.ts");
        assert.equal(status, expected, says);
      }
    },

    async "without cdktf checks the folders whose Terraform JSON is committed"() {
      const project = withHook("right");
      git(project.folder, "rm", "--quiet", "cdktf.json");
      project.write("infra/fine/main.tf.json", RIGHT);
      const fine = await commit(project, "infra/fine/main.tf.json");
      assert.equal(fine.status, 0, fine.says);
      project.write("infra/with space/main.tf.json", WRONG);
      project.write("infra/not committed/main.tf.json", WRONG);
      const { status, says } = await commit(project, "infra/with space/main.tf.json");
      assert.equal(status, 1, says);
      assert.match(says, /infra\/with space\/main\.tf\.json[^]*http-trigger\/methods/);
      assert.doesNotMatch(says, /not committed/);
      git(project.folder, "reset", "--quiet");
      project.write("main.tf.json", WRONG);
      assert.equal((await commit(project, "main.tf.json")).status, 1);
    },
  },

  [CONFIG]: {
    "runs on the files that the hook runs on"() {
      const [, pattern] = /grep -Eq '(.*)'/.exec(textOf(HOOK));
      assert.equal(entry().files, pattern);
      const matches = (name) => new RegExp(pattern).test(name);
      for (const name of ["main.ts", "app/cdktf.json", "frontdoor.yml", "infra/a.tf.json"]) {
        assert.ok(matches(name), name);
      }
      for (const name of ["README.md", "app.js", "xcdktf.json"]) assert.ok(!matches(name), name);
    },

    async "has an entry that lets a program through that is right, and no other"() {
      for (const [program, expected] of [
        ["right", 0],
        ["wrong", 1],
      ]) {
        const { folder: cwd, path } = makeProject(program);
        const { status, says } = await runScript(entry().entry, { cwd, path });
        assert.equal(status, expected, says);
      }
    },
  },
};
