import { rmSync } from "node:fs";
import { install } from "../install.mjs";
import { at } from "../paths.mjs";
import { github } from "./pipelines/github.mjs";
import { gitlab } from "./pipelines/gitlab.mjs";
import { hooks } from "./pipelines/hooks.mjs";
import { scratch } from "./pipelines/project.mjs";
import { has } from "./pipelines/shell.mjs";
import { yunxiao } from "./pipelines/yunxiao.mjs";

/**
 * The files of examples/pipelines, as far as that can be told without their platforms: each is read
 * by what reads it there, where that is published, and the shell steps of its jobs run in small
 * projects, with what was changed in between.
 *
 * Stand-ins: `npm ci` does nothing, `npx` is npm's own only here and there, `cdktf synth` is the
 * program alone, actions are copies of files, GitLab's API and `gh` write down what they are asked.
 * Terraform is real, with resources of its own in place of the cloud's. Not run: the actions, OIDC,
 * the upload to code scanning, the cloud.
 */
export const pipelines = {
  name: "pipelines",
  needsBuild: true,
  async run() {
    const missing = ["bash", "git"].find((tool) => !has(tool));
    if (missing) return { notRun: `there is no ${missing} on the PATH` };
    install(at("tools/pipelines"));
    const absent = ["terraform", "openssl"].filter((tool) => !has(tool));
    const result = { passed: 0, failed: 0 };
    rmSync(scratch, { recursive: true, force: true });
    for (const [file, tests] of Object.entries({ ...github, ...gitlab, ...yunxiao, ...hooks })) {
      for (const [name, test] of Object.entries(tests)) {
        const place = `examples/pipelines/${file} ${name}`;
        if (absent.includes(test.tool)) {
          console.error(`${place}: not run, there is no ${test.tool} on the PATH`);
          continue;
        }
        try {
          await (test.run ?? test)();
          result.passed += 1;
        } catch (error) {
          console.error(`${place}: ${error.message}`);
          result.failed += 1;
        }
      }
    }
    rmSync(scratch, { recursive: true, force: true });
    return result;
  },
};
