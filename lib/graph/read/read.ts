import { readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import { ResourceGraph } from "../graph";
import { blocks } from "../terraform-json";
import { type Configuration, configurationOf } from "./configuration";
import { ReadError } from "./error";
import { Files } from "./files";
import { readFolder } from "./folder";
import type { Input } from "./input";
import type { JsonFile } from "./json";
import { kindOf } from "./kind";
import { readPlan } from "./plan";
import { projectOf } from "./project";
import { attempt, shown } from "./source";
import { readSynth } from "./synth";
import { SHOW } from "./text";

/** How a path is read. */
export interface ReadOptions {
  /** The folder that paths are relative to. Default: the working folder. */
  readonly cwd?: string;
  /** What `cdktf synth` wrote of the configuration of a plan. Default: `cdktf.out`, where it is there. */
  readonly synth?: string;
  /** Gives what comes on standard input, for the path `-`. Default: reads it. */
  readonly stdin?: () => Buffer;
  /** The most bytes of a file. Default: 128 MiB. */
  readonly most?: number;
}

const STANDARD_INPUT = 0;

/**
 * Reads one path of the command line: a folder of stacks or of one module, a configuration, a plan.
 *
 * @param at a file or a folder; `-` is standard input
 * @throws ReadError where there is nothing that can be checked
 */
export function read(at: string, options: ReadOptions = {}): Input {
  const { cwd = process.cwd(), stdin = () => readFileSync(STANDARD_INPUT), most } = options;
  const files = new Files(cwd, most);
  if (at === "-") {
    const bytes = attempt(at, stdin);
    return readJson(files.jsonOf(at, bytes), files, options);
  }
  const absolute = path.resolve(cwd, at);
  const stat = attempt(shown(absolute, cwd), () => statSync(absolute));
  if (stat.isDirectory()) return inputOf(readFolder(absolute, files), files);
  if (/\.(tf|tofu|hcl)$/.test(at)) {
    const file = shown(absolute, cwd);
    const message = "it is written in HCL, which is not read";
    throw new ReadError({ file, message, fix: `check a plan: ${SHOW}` });
  }
  return readJson(files.json(absolute), files, options, projectOf(absolute, cwd));
}

function readJson(file: JsonFile, files: Files, options: ReadOptions, project?: string): Input {
  const kind = kindOf(file.json);
  if (kind.is !== "plan") return inputOf([configurationOf({ files: [file], project })], files);
  const synth = readSynth(options.synth, files);
  const { graph, remarks } = readPlan(kind.json, { file: file.file, synth: synth.graph });
  return { files: files.inputs, graph, remarks: [...synth.remarks, ...remarks] };
}

function inputOf(configurations: readonly Configuration[], files: Files): Input {
  const graph = new ResourceGraph(configurations.map(({ document }) => document));
  const remarks = configurations.flatMap((configuration) => [
    ...configuration.remarks,
    ...unfollowed(configuration),
  ]);
  if (configurations.length === 1 && needsOtherStacks(configurations[0])) {
    const stack = configurations[0].document.stack;
    remarks.push(`${stack} refers to other stacks, which are followed where cdktf.out is given`);
  }
  return { files: files.inputs, graph, remarks };
}

/** What a module holds may be all that there is: nobody should take silence for a verdict. */
function unfollowed({ document: { file, json } }: Configuration): readonly string[] {
  const names = blocks(json.module)
    .flatMap(Object.keys)
    .filter((name) => name !== "//")
    .map((name) => `module.${name}`);
  if (names.length === 0) return [];
  const are = names.length === 1 ? "is" : "are";
  return [`${file}: ${names.join(", ")} ${are} not followed; a plan has all of it: ${SHOW}`];
}

/** cdktf gives the states of other stacks of the app such names. */
function needsOtherStacks({ document: { stack, json } }: Configuration): boolean {
  if (stack === "") return false;
  return blocks(json.data)
    .flatMap((data) => blocks(data.terraform_remote_state))
    .flatMap(Object.keys)
    .some((name) => name.startsWith("cross-stack-reference-input-"));
}
