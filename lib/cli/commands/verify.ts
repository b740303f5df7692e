import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import type { InputFile } from "../../graph/read/input";
import type { Arguments } from "../arguments";
import type { Command, ExitStatus } from "../command";
import { readJson } from "../files";
import type { Io } from "../io";
import { UsageError } from "../usage-error";

const LONGEST_PLAN = 1 << 30;

/** `fc-frontdoor verify`. */
export const verify: Command = {
  summary: "make sure that what is deployed is what was checked",
  usage: "verify REPORT [options]",
  about: [
    "REPORT is a report of fc-frontdoor check --format json. The digest of every file that was",
    "checked is computed again, relative to the working folder, and no Terraform JSON may have come",
    "beside them. With --plan, the binary plan that will be applied is shown as JSON and has to be",
    "the plan that was checked; the JSON file that was checked need not be there.",
    "",
    "Exit status: 0 all is as it was checked, 1 something has changed, 2 it cannot be told.",
  ].join("\n"),
  options: {
    plan: { value: "FILE", help: "the binary plan that will be applied" },
    terraform: { value: "COMMAND", help: "what shows the plan; default terraform, else tofu" },
  },
  examples: [
    ["fc-frontdoor verify report.json && cdktf deploy --skip-synth", "of a cdktf.out"],
    ["fc-frontdoor verify report.json --plan tfplan && terraform apply tfplan", "of a plan"],
  ],
  run,
};

function run(args: Arguments, io: Io): ExitStatus {
  const [name, more] = args.paths;
  if (name === undefined || more !== undefined) {
    throw new UsageError("verify takes one report; write fc-frontdoor verify REPORT");
  }
  const inputs = inputsOf(name, io.cwd);
  const plan = args.get("plan");
  const shown = plan === undefined ? undefined : digest(showPlan(plan, args.get("terraform"), io));
  if (shown !== undefined && !inputs.some(({ sha256 }) => sha256 === shown)) {
    io.out(`${plan}: is not the plan that was checked; check it, and verify the new report\n`);
    return 1;
  }
  const files = inputs.filter(({ sha256 }) => sha256 !== shown);
  const changed = [
    ...files.flatMap(({ file, sha256 }) => changeOf(file, sha256, io)),
    ...additionsTo(files, io),
  ];
  for (const line of changed) io.out(`${line}\n`);
  if (changed.length > 0) return 1;
  io.out(`${inputs.length === 1 ? "1 file is" : `${inputs.length} files are`} as checked\n`);
  return 0;
}

function inputsOf(name: string, cwd: string): readonly InputFile[] {
  const fix = "write one with fc-frontdoor check --format json";
  const report = readJson(name, cwd, fix) as { version?: unknown; inputs?: unknown } | null;
  const inputs = report?.inputs;
  if (report?.version !== 1 || !Array.isArray(inputs) || !inputs.every(isInput)) {
    throw new UsageError(`${name} is not a report of version 1; ${fix}`);
  }
  // Nothing to compare is nothing verified.
  if (inputs.length === 0) throw new UsageError(`${name} names no files; ${fix}`);
  return inputs;
}

function isInput(input: unknown): input is InputFile {
  const { file, sha256 } = (input ?? {}) as { file?: unknown; sha256?: unknown };
  return typeof file === "string" && typeof sha256 === "string";
}

function changeOf(file: string, sha256: string, { cwd }: Io): readonly string[] {
  if (file === "-") {
    throw new UsageError("the report is of standard input, which is gone; check a file instead");
  }
  const at = path.resolve(cwd, file);
  if (!existsSync(at)) return [`${file}: was checked, and is not there any more`];
  return digest(readFileSync(at)) === sha256 ? [] : [`${file}: has changed since it was checked`];
}

/** Terraform reads all that is in a folder: what has come since the check is deployed too. */
function additionsTo(files: readonly InputFile[], { cwd }: Io): readonly string[] {
  const known = new Set(files.map(({ file }) => path.resolve(cwd, file)));
  const modules = files.filter(({ file }) => IN_MODULE.test(file));
  const folders = new Set(modules.map(({ file }) => path.posix.dirname(file)));
  return [...folders].flatMap((folder) => {
    const at = path.resolve(cwd, folder);
    const names = existsSync(at) ? readdirSync(at).sort() : [];
    return names
      .filter((name) => IN_MODULE.test(name) && !known.has(path.join(at, name)))
      .map((name) => `${path.posix.join(folder, name)}: is there too, and was not checked`);
  });
}

/** A file that Terraform reads because it is in the folder. */
const IN_MODULE = /(^|\/)[^./][^/]*\.tf\.json$/;

function showPlan(plan: string, given: string | undefined, { cwd, env }: Io): Buffer {
  if (!existsSync(path.resolve(cwd, plan))) {
    throw new UsageError(`${plan} is not there; give the binary plan that will be applied`);
  }
  const commands = given === undefined ? ["terraform", "tofu"] : [given];
  for (const command of commands) {
    const { status, stdout, stderr, error } = spawnSync(command, ["show", "-json", plan], {
      cwd,
      env,
      maxBuffer: LONGEST_PLAN,
    });
    if (error && (error as NodeJS.ErrnoException).code === "ENOENT") continue;
    if (error || status !== 0) {
      const why = error?.message ?? stderr.toString().trim().split("\n")[0];
      throw new UsageError(`${command} show -json ${plan} failed: ${why}`);
    }
    return stdout;
  }
  const names = commands.join(" or ");
  throw new UsageError(`there is no ${names} to show ${plan}; name it with --terraform COMMAND`);
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
