import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { jsiiEnv, makeJsiiPackage } from "../jsii-package.mjs";
import { Failure } from "../main.mjs";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";
import { makeFolder } from "../stamp.mjs";

const requirements = at("tools/python/requirements.txt");
const venv = at(".cache/python");

/** A real Python app on the jsii build: the same resources as in TypeScript, and the same errors. */
export const python = {
  name: "python",
  needsBuild: true,
  async run() {
    const missing = whatIsMissing();
    if (missing) return { notRun: missing };
    await makeEnvironment();
    const packaged = await makeJsiiPackage("python");
    const { stderr } = run(interpreter(), ["-m", "unittest", "discover", "-s", at("test/python")], {
      env: {
        ...jsiiEnv,
        PYTHONPATH: join(packaged, "src"),
        FC_FRONTDOOR_ROOT: at("."),
        NODE: process.execPath,
      },
      quiet: true,
    });
    process.stderr.write(stderr);
    return countOf(stderr);
  },
};

function whatIsMissing() {
  const { status } = spawnSync("python3", ["-c", "import venv, ensurepip"]);
  return status === 0 ? undefined : "there is no python3 with venv on the PATH";
}

/** An environment with what requirements.txt pins, kept between runs. */
function makeEnvironment() {
  return makeFolder(venv, [requirements], () => {
    const made = run("python3", ["-m", "venv", venv]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    if (!made.ok || !run(interpreter(), [...pip, "-r", requirements]).ok) {
      throw new Failure("the Python environment could not be made");
    }
  });
}

const interpreter = () =>
  [join(venv, "bin/python"), join(venv, "Scripts/python.exe")].find((file) => existsSync(file));

/** unittest writes its count in words. */
function countOf(text) {
  const ran = Number(/^Ran (\d+) tests?/m.exec(text)?.[1] ?? 0);
  const failed = [...text.matchAll(/(?:failures|errors)=(\d+)/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  return ran === 0 ? { passed: 0, failed: 1 } : { passed: ran - failed, failed };
}
