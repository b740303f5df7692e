import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { jsiiEnv, makeJsiiPackage } from "../jsii-package.mjs";
import { Failure } from "../main.mjs";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";
import { holdToTypeScript } from "./jsii-app.mjs";

const program = at(".cache/go/app");

/** A real Go app on the jsii build: the same resources as in TypeScript, and the same errors. */
export const go = {
  name: "go",
  needsBuild: true,
  async run() {
    if (spawnSync("go", ["version"]).status !== 0) return { notRun: "there is no go on the PATH" };
    await makeJsiiPackage("go");
    mkdirSync(at(".cache/go"), { recursive: true });
    const { ok } = run("go", ["build", "-o", program, "."], { cwd: at("test/go") });
    if (!ok) throw new Failure("the Go app does not compile");
    return holdToTypeScript("Go", (...args) => run(program, args, { env: jsiiEnv, quiet: true }));
  },
};
