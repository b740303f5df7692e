import { rmSync } from "node:fs";
import { install } from "../install.mjs";
import { at } from "../paths.mjs";
import { github } from "./pipelines/github.mjs";
import { gitlab } from "./pipelines/gitlab.mjs";
import { hooks } from "./pipelines/hooks.mjs";
import { scratch } from "./pipelines/project.mjs";
import { hasTerraform } from "./pipelines/shell.mjs";
import { yunxiao } from "./pipelines/yunxiao.mjs";

/**
 * The files of examples/pipelines, as far as that can be told without their platforms: each is read by
 * what reads it there, where that is published, and the shell steps of its jobs run in small projects, with
 * what was changed in between.
 *
 * Stand-ins: `npm ci` does nothing, `cdktf synth` is the program alone, actions are copies of files,
 * GitLab's API and `gh` write down what they are asked. Terraform is real, with resources of its own in
 * place of the cloud's. Not run: the actions, OIDC, the upload to code scanning, the cloud.
 */
export const pipelines = {
  name: "pipelines",
  needsBuild: true,
  async run() {
    install(at("tools/pipelines"));
    if (!hasTerraform) {
      console.error("the deploying jobs are not run: there is no terraform on the PATH");
    }
    const result = { passed: 0, failed: 0 };
    rmSync(scratch, { recursive: true, force: true });
    for (const [file, tests] of Object.entries({ ...github, ...gitlab, ...yunxiao, ...hooks })) {
      for (const [name, test] of Object.entries(tests)) {
        if (test.needsTerraform && !hasTerraform) continue;
        try {
          await (test.run ?? test)();
          result.passed += 1;
        } catch (error) {
          console.error(`examples/pipelines/${file} ${name}: ${error.message}`);
          result.failed += 1;
        }
      }
    }
    return result;
  },
};
