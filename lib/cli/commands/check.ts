import * as path from "node:path";
import { oneLine } from "../../facts/one-line";
import { dateProblem } from "../../facts/date";
import type { Input, InputFile } from "../../graph/read/input";
import { read } from "../../graph/read/read";
import {
  type Baseline,
  type Report,
  baselineOf,
  baselineProblem,
  goneFrom,
  judge,
} from "../../policy";
import { formatFailure } from "../../report/failures";
import { FORMATS, type Format, type FormatOptions, format } from "../../report/format";
import { plural } from "../../report/summary";
import { fails } from "../../report/weight";
import type { Level } from "../../rules";
import { LEVELS } from "../../rules/level";
import { type Arguments, oneOf } from "../arguments";
import type { Command, ExitStatus } from "../command";
import { appendTo, folderInRepository, readJson, sourceReader, writeTo } from "../files";
import type { Io } from "../io";
import { Policies } from "../policies";
import { policyOf } from "../policy";
import { Progress } from "../progress";
import { UsageError } from "../usage-error";
import { version } from "../version";

/** `fc-frontdoor check`. */
export const check: Command = {
  summary: "check Terraform JSON, cdktf.out or a plan",
  usage: "check [PATH…] [options]",
  about: [
    "PATH is a folder (cdktf.out with all its stacks, or a module of .tf.json files), a",
    "cdk.tf.json or other Terraform JSON, the JSON of a plan (terraform show -json), or - for",
    "standard input. Default: ./cdktf.out. Of several paths one report is made.",
    "",
    "Exit status: 0 nothing at or above the fail level, 1 findings, 2 the input or the command",
    "line is wrong.",
  ].join("\n"),
  options: {
    format: {
      value: "FORMAT",
      choices: FORMATS,
      help: "what goes to standard output; default text, github under GitHub Actions",
    },
    out: { value: "FORMAT=FILE", multiple: true, help: "also write this one" },
    policy: {
      value: "FILE",
      help: "the policy file; default frontdoor.yaml or .json, found upwards from the path",
    },
    synth: {
      value: "PATH",
      help: "what cdktf synth wrote of a plan's configuration; default ./cdktf.out",
    },
    "fail-on": { value: "LEVEL", choices: LEVELS, help: "default error" },
    "strict-undecided": { help: "what cannot be decided counts as a failure" },
    baseline: { value: "FILE", help: "only what is not in it fails" },
    "write-baseline": { value: "FILE", help: "write all that is found there, and exit with 0" },
    date: { value: "YYYY-MM-DD", help: "what today is; default the UTC date" },
    quiet: { help: "text shows nothing but what fails; the other formats are whole" },
    "no-color": { help: "no colours; they are only used on a terminal" },
  },
  examples: [
    ["fc-frontdoor check", "all stacks of ./cdktf.out"],
    [
      "fc-frontdoor check plan.json --out sarif=frontdoor.sarif",
      "a plan, with a file for code scanning",
    ],
    ["terraform show -json tfplan | fc-frontdoor check -", "a plan on standard input"],
  ],
  run,
};

function run(args: Arguments, io: Io): ExitStatus {
  const { cwd, env } = io;
  const paths = inOrder(args.paths.length > 0 ? args.paths : ["cdktf.out"], cwd);
  const outputs = args.all("out").map(outputOf);
  const date = dateOf(args.get("date")) ?? io.today();
  const failOn = (args.get("fail-on") ?? "error") as Level;
  const strictUndecided = args.has("strict-undecided");
  const baseline = readBaseline(args.get("baseline"), cwd);
  const policies = new Policies((blueprints) =>
    policyOf(args.get("policy"), paths, cwd, blueprints),
  );

  const progress = new Progress(io);
  const inputs = policies.around(() =>
    paths.map((at) => {
      progress.say(`reading ${at}`);
      return read(at, { cwd, synth: args.get("synth"), stdin: io.stdin });
    }),
  );
  const graphs = inputs.map(({ graph }) => graph);
  policies.read(graphs);
  if (inputs.some(isLarge)) io.expectMuch?.();
  progress.say("judging");
  const report: Report = {
    ...judge(graphs, policies.of, { date, baseline }),
    inputs: filesOf(inputs),
  };
  progress.done();
  for (const remark of new Set(inputs.flatMap(({ remarks }) => remarks))) {
    io.err(`fc-frontdoor: ${remark}\n`);
  }

  const options: FormatOptions = {
    rules: policies.rules,
    version: version(),
    source: sourceReader(cwd),
    quiet: args.has("quiet"),
    failOn,
    strictUndecided,
    base: folderInRepository(io),
  };
  for (const { name, file } of outputs) writeTo(file, format(report, name, options), cwd);
  const chosen = (args.get("format") ??
    (env.GITHUB_ACTIONS === "true" ? "github" : "text")) as Format;
  const colors = chosen === "text" && hasColors(args, io);
  io.out(format(report, chosen, { ...options, colors }));
  if (chosen === "github" && env.GITHUB_STEP_SUMMARY) {
    appendTo(env.GITHUB_STEP_SUMMARY, format(report, "markdown", options), cwd);
  }

  for (const failure of report.failures) {
    io.err(`fc-frontdoor: ${oneLine(formatFailure(failure))}\n`);
  }
  // What was not looked for cannot be told from what is not there.
  if (report.failures.length > 0) return 2;

  const target = args.get("write-baseline");
  const gone = baseline === undefined || target !== undefined ? 0 : goneFrom(baseline, report);
  if (gone > 0) {
    const file = args.get("baseline");
    const entries = gone === 1 ? "1 entry" : `${gone} entries`;
    const occur = gone === 1 ? "occurs" : "occur";
    io.err(
      `fc-frontdoor: ${entries} of ${file} no longer ${occur}; write it again with --write-baseline ${file}\n`,
    );
  }
  if (target !== undefined) {
    const known = baselineOf(report);
    writeTo(target, `${JSON.stringify(known, undefined, 2)}\n`, cwd);
    io.err(`fc-frontdoor: wrote ${plural(known.findings.length, "finding")} to ${target}\n`);
    return 0;
  }
  const found = [...report.findings, ...report.undecided];
  return found.some((one) => fails(one, options)) ? 1 : 0;
}

/** Each path once, and in an order of its own: the shell's says nothing. */
function inOrder(paths: readonly string[], cwd: string): readonly string[] {
  const byPlace = new Map(paths.map((at) => [at === "-" ? "" : path.resolve(cwd, at), at]));
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]) => at);
}

/** So many resources that judging them takes most of the time. */
const LARGE = 3000;

function isLarge({ graph }: Input): boolean {
  return graph.modules.some(({ resources }) => resources.length > LARGE);
}

/** Each file once, also where two paths hold it. */
function filesOf(inputs: readonly Input[]): readonly InputFile[] {
  const all = inputs.flatMap(({ files }) => files);
  return [...new Map(all.map((file) => [file.file, file])).values()];
}

function outputOf(text: string): { readonly name: Format; readonly file: string } {
  const [name, ...rest] = text.split("=");
  const file = rest.join("=");
  if (!FORMATS.includes(name as Format)) {
    throw new UsageError(`--out has the format ${JSON.stringify(name)}; ${oneOf(name, FORMATS)}`);
  }
  if (file === "") throw new UsageError(`--out ${text} names no file; write --out ${name}=FILE`);
  return { name: name as Format, file };
}

function dateOf(text: string | undefined): string | undefined {
  const problem = text === undefined ? undefined : dateProblem(text);
  if (problem) throw new UsageError(`--date is ${problem.got}; ${problem.fix}`);
  return text;
}

function readBaseline(file: string | undefined, cwd: string): Baseline | undefined {
  if (file === undefined) return undefined;
  const fix = `write it with --write-baseline ${file}`;
  const content = readJson(file, cwd, fix);
  const problem = baselineProblem(content);
  if (problem !== undefined) throw new UsageError(`${file}: ${problem}; ${fix}`);
  return content as Baseline;
}

function hasColors(args: Arguments, { env, isOutTerminal }: Io): boolean {
  if (args.has("no-color") || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0";
  return isOutTerminal && env.TERM !== "dumb";
}
