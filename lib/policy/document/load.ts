import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { isRecord } from "../../facts/issue";
import { nearest } from "../../facts/nearest";
import type { Level } from "../../rules";
import { LEVELS } from "../../rules/level";
import { PolicyError, type PolicyProblem } from "../error";
import type { Pack } from "../pack";
import { type Layer, fileLayer, packLayer } from "./layer";
import { problemsOf } from "./parse";
import { placesOf } from "./places";
import { Source } from "./source";

/**
 * Loads what a policy extends: a file of YAML or JSON, or a module, by its path or as a package.
 *
 * @param name as it stands under `extends`
 * @param folder of the document that extends it
 * @throws PolicyError where there is none, where it does not load, and where it is no pack
 */
export function loadPack(name: string, folder: string): Layer {
  const file = resolve(name, folder);
  return /\.(ya?ml|json)$/.test(file) ? readDocument(name, file) : loadModule(name, file);
}

function resolve(name: string, folder: string): string {
  if (/^\.\.?\/|^\//.test(name)) {
    const file = path.resolve(folder, name);
    if (/\.(ya?ml|json)$/.test(file)) return file;
  }
  try {
    return createRequire(path.join(folder, "policy.js")).resolve(name);
  } catch {
    if (isInstalled(name, folder)) {
      const message = "it is installed, but its package.json leads to no file that is there";
      throw new PolicyError([{ file: name, message, fix: "build it, or install it again" }]);
    }
    const isFile = name.startsWith(".") || name.startsWith("/");
    const builtIn = nearest(name, ["recommended", "strict"]);
    const install = builtIn ? `write ${builtIn}` : `npm install --save-dev ${name}`;
    const fix = isFile ? "correct the path" : install;
    throw new PolicyError([{ file: name, message: "there is no such pack", fix }]);
  }
}

/** Whether a package is there, whatever it holds. */
function isInstalled(name: string, folder: string): boolean {
  const [owner = ""] = /^(@[^/]+\/)?[^/@.][^/]*/.exec(name) ?? [];
  if (owner === "") return false;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, "node_modules", owner, "package.json"))) return true;
    if (path.dirname(at) === at) return false;
  }
}

function readDocument(name: string, file: string): Layer {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const message = `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new PolicyError([{ file: name, message, fix: "correct the path" }]);
  }
  const places = new Source(name, text);
  const problems = problemsOf(places);
  if (problems.length > 0) throw new PolicyError(problems);
  return { ...fileLayer(places, path.dirname(file)), pack: name, id: file };
}

function loadModule(name: string, file: string): Layer {
  let exported: unknown;
  try {
    exported = createRequire(file)(file);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const isModule = code === "ERR_REQUIRE_ESM";
    const [line] = message.split("\n");
    throw new PolicyError([
      {
        file: name,
        message: isModule ? "it is an ES module" : `it does not load: ${line}`,
        fix: isModule ? "export the pack from CommonJS" : "mend the pack",
      },
    ]);
  }
  const pack = packIn(exported);
  const problems = pack === undefined ? [NO_PACK(name)] : packProblems(name, pack);
  if (pack === undefined || problems.length > 0) throw new PolicyError(problems);
  return packLayer(file, pack);
}

function packIn(exported: unknown): Pack | undefined {
  const candidates = [exported, (exported as { default?: unknown } | null)?.default];
  return candidates.find(
    (one): one is Pack => isRecord(one) && typeof one.name === "string" && one.name !== "",
  );
}

const NO_PACK = (file: string): PolicyProblem => ({
  file,
  message: "it exports no pack",
  fix: "write module.exports = { name, policy, rules }",
});

const MEMBERS = ["name", "version", "policy", "rules"];

function packProblems(file: string, pack: Pack): readonly PolicyProblem[] {
  const unknown = Object.keys(pack).filter((key) => !MEMBERS.includes(key));
  const version: unknown = pack.version;
  return [
    ...unknown.map((key) => {
      const meant = nearest(key, MEMBERS);
      const fix = `write ${meant ?? `one of ${MEMBERS.join(", ")}`}`;
      return { file, message: `a pack has no ${key}`, fix };
    }),
    ...(version === undefined || typeof version === "string"
      ? []
      : [{ file, message: "version is not a text", fix: "write it in quotes" }]),
    ...problemsOf(placesOf(file, pack.policy)),
    ...rulesProblems(file, pack.rules),
  ];
}

function rulesProblems(file: string, rules: unknown): readonly PolicyProblem[] {
  if (rules === undefined) return [];
  if (!Array.isArray(rules)) return [{ file, message: "rules is not a list", fix: "make it one" }];
  return rules.flatMap((rule: unknown, index) => {
    const problem = ruleProblem(rule);
    return problem
      ? [{ file, message: `rules[${index}] ${problem.message}`, fix: problem.fix }]
      : [];
  });
}

function ruleProblem(
  rule: unknown,
): { readonly message: string; readonly fix: string } | undefined {
  if (!isRecord(rule))
    return { message: "is no rule", fix: "give an object with id, level, title and evaluate" };
  const { id, level, title, evaluate } = rule;
  if (typeof id !== "string" || !/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id)) {
    return {
      message: "has no id of the form group/name",
      fix: "write one in lower case, such as acme/tags",
    };
  }
  if (!LEVELS.includes(level as Level)) {
    return { message: `(${id}) has no level`, fix: `write one of ${LEVELS.join(", ")}` };
  }
  if (typeof title !== "string" || title === "") {
    return { message: `(${id}) has no title`, fix: "say what it demands in one clause" };
  }
  if (typeof evaluate !== "function") {
    return { message: `(${id}) has no evaluate`, fix: "give a function of the graph" };
  }
  return undefined;
}
