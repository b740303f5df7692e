import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { at } from "../../paths.mjs";
import { runScript } from "./shell.mjs";

let loaded;

/** GitHub's own packages. Their code is for bundlers: Node alone does not import the JSON in it. */
const actions = () => (loaded ??= load());

async function load() {
  const { build } = await import("esbuild");
  const outfile = at(".cache/pipelines/actions.cjs");
  await build({
    stdin: {
      contents: `
        export * from "@actions/expressions";
        export * from "@actions/workflow-parser";`,
      resolveDir: at("tools/pipelines"),
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "error",
  });
  return import(outfile);
}

/** What GitHub's own parser says against a workflow. */
export async function problemsOf(name, content) {
  const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await actions();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const { errors = [] } = value ? await convertWorkflowTemplate(context, value) : {};
  return [...context.errors.getErrors(), ...errors].map((error) => error.message ?? error.Message);
}

/**
 * Runs a job as a runner does: its conditions and expressions by GitHub's own evaluator, its shell
 * steps in bash, artifacts as copies of files. Other actions do nothing.
 *
 * @param workflow as YAML gives it
 * @param id of the job
 * @param options project, contexts (`github`, `vars`, …), artifacts (a folder), and `before`: what
 * to do before a step, by its name or id
 */
export async function runJob(workflow, id, { project, contexts = {}, artifacts, before = {} }) {
  const { folder: cwd, path } = project;
  const job = workflow.jobs[id];
  const state = { failed: false, says: "", ran: [], steps: {} };
  const known = () => ({ github: {}, vars: {}, needs: {}, secrets: {}, ...contexts, ...state });
  const evaluate = async (text) =>
    evaluateText(text, { ...known(), env: workflow.env ?? {} }, { cwd, failed: state.failed });

  for (const step of job.steps) {
    const name = step.name ?? step.id ?? step.uses ?? step.run;
    if (!(await holds(step.if, known(), { cwd, failed: state.failed }))) continue;
    await before[name]?.(cwd);
    if (step.uses) {
      useAction(step, { cwd, artifacts });
      continue;
    }
    const output = join(cwd, ".output");
    writeFileSync(output, "");
    const env = { GITHUB_ACTIONS: "true", GITHUB_OUTPUT: output, ...contexts.runner };
    for (const [key, value] of Object.entries({ ...workflow.env, ...step.env })) {
      env[key] = await evaluate(String(value));
    }
    const folder = join(cwd, await evaluate(step["working-directory"] ?? "."));
    const { status, says } = await runScript(step.run, { cwd: folder, env, path });
    state.says += says;
    state.ran.push(name);
    if (status !== 0) Object.assign(state, { failed: true, failedAt: state.failedAt ?? name });
    if (step.id) state.steps[step.id] = { outputs: outputsIn(output) };
    rmSync(output);
  }
  const outputs = {};
  for (const [key, value] of Object.entries(job.outputs ?? {}))
    outputs[key] = await evaluate(value);
  return { ...state, outputs };
}

function outputsIn(file) {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return Object.fromEntries(lines.map((line) => /^(\w+)=(.*)$/.exec(line).slice(1)));
}

function useAction(step, { cwd, artifacts }) {
  const { uses, with: options = {} } = step;
  const folder = join(artifacts ?? "", options.name ?? "");
  if (uses.startsWith("actions/upload-artifact@")) {
    mkdirSync(folder, { recursive: true });
    const files = options.path.trim().split("\n");
    const found = files.filter((file) => existsSync(join(cwd, file)));
    for (const file of found)
      cpSync(join(cwd, file), join(folder, basename(file)), { recursive: true });
  }
  if (uses.startsWith("actions/download-artifact@")) {
    if (step["continue-on-error"] && !existsSync(folder)) return;
    cpSync(folder, cwd, { recursive: true });
  }
}

async function evaluateText(text, contexts, place) {
  let result = text;
  for (const [all, expression] of text.matchAll(/\$\{\{(.*?)\}\}/gs)) {
    result = result.replace(all, (await valueOf(expression, contexts, place)).coerceString());
  }
  return result;
}

/** Whether a condition holds. One that asks nothing of the steps before holds where none has failed. */
async function holds(condition, contexts, place) {
  if (condition === undefined) return !place.failed;
  const expression = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, "");
  const asks = /\b(always|success|failure|cancelled)\(/.test(expression);
  return valueIsTrue(
    await valueOf(asks ? expression : `success() && (${expression})`, contexts, place),
  );
}

const valueIsTrue = (value) => !["", "false", "0"].includes(value.coerceString());

/** Whether a job would run. */
export const jobRuns = (job, contexts) => holds(job.if, contexts, { cwd: ".", failed: false });

async function valueOf(expression, contexts, { cwd, failed }) {
  const { Evaluator, Lexer, Parser, data } = await actions();
  const is = (value) => new data.BooleanData(value);
  const functions = [
    ["always", () => is(true)],
    ["success", () => is(!failed)],
    ["failure", () => is(failed)],
    ["cancelled", () => is(false)],
    [
      "hashFiles",
      (file) => new data.StringData(existsSync(join(cwd, file.coerceString())) ? "1f3a" : ""),
    ],
  ].map(([name, call]) => ({ name, minArgs: 0, maxArgs: 1, call }));
  const names = Object.keys(contexts);
  const tree = new Parser(new Lexer(expression).lex().tokens, names, functions).parse();
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return new Evaluator(tree, dataOf(contexts, data), byName).evaluate();
}

function dataOf(value, data) {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value !== "object") return new data.StringData(String(value));
  const pairs = Object.entries(value).map(([key, member]) => ({
    key,
    value: dataOf(member, data),
  }));
  return new data.Dictionary(...pairs);
}
