import { spawnSync } from "node:child_process";
import { makeJsiiPackage } from "../jsii-package.mjs";
import { Failure } from "../main.mjs";
import { run } from "../run.mjs";

/** The C# package: its sources are generated, and compiled where dotnet is. No app runs on it. */
export const csharp = {
  name: "csharp",
  needsBuild: true,
  async run() {
    const folder = await makeJsiiPackage("dotnet");
    if (spawnSync("dotnet", ["--version"]).status !== 0) {
      const notRun = "C# is generated but not compiled, there is no dotnet on the PATH";
      return { passed: 1, failed: 0, notRun };
    }
    const { ok } = run("dotnet", ["build", "--nologo", "FcFrontdoor"], { cwd: folder });
    if (!ok) throw new Failure("the C# package does not compile");
    return { passed: 2, failed: 0, notRun: "there is no app in C#" };
  },
};
