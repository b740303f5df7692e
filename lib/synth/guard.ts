import { rmSync } from "node:fs";
import * as path from "node:path";
import { App, type ISynthesisSession, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { METADATA_KEY, ResourceGraph, type TerraformJson, blocks, isObject } from "../graph";
import { RECOMMENDED, type Report, judge } from "../policy";
import { formatText } from "../report";
import { translateDependencies } from "./dependencies";
import { FrontDoorError } from "./error";
import { Registry } from "./registry";
import { requireSameCopy } from "./version";

/**
 * Turns the rules on for the stack that a construct is in. Called by every construct of ours;
 * `FrontDoor.of` does it for stacks of raw bindings.
 *
 * cdktf has no hook that sees the JSON of all stacks: validations run stack by stack, the App stops
 * at the first wrong one, and `skipValidation` turns them off. So the methods that cdktf itself
 * calls are wrapped: `toTerraform`, whose result is completed and read, and `synthesize`, after
 * the last of which all stacks are judged together.
 */
export function guard(construct: IConstruct): void {
  const stack = stackOf(construct);
  if (stack) {
    requireSameCopy(stack);
    Registry.of(stack).guarded.add(stack.node.path);
    watch(stack);
  } else if (App.isApp(construct)) {
    Registry.of(construct).guarded.add("");
    watchApp(construct);
  }
}

/** The stack that a construct is in; undefined for an App and for a tree without stack. */
export function stackOf(construct: IConstruct): TerraformStack | undefined {
  const scopes = construct.node.scopes.filter((scope) => TerraformStack.isStack(scope));
  return scopes.at(-1) as TerraformStack | undefined;
}

/** Removes what an earlier synth left of a stack that is wrong now, and the manifest, so that nothing deploys it. */
export function discardOutput(construct: IConstruct): void {
  const { root } = construct.node;
  if (!App.isApp(root)) return;
  const stack = stackOf(construct);
  discard(root.outdir, root.manifest, stack ? [stack] : []);
}

const watched = new WeakSet<object>();

function once(target: object): boolean {
  if (watched.has(target)) return false;
  watched.add(target);
  return true;
}

function watchApp(app: App): void {
  if (!once(app)) return;
  const synth = app.synth.bind(app);
  app.synth = () => {
    stacksOf(app).forEach(watch);
    synth();
  };
}

function watch(stack: TerraformStack): void {
  if (!once(stack)) return;
  const prepareStack = stack.prepareStack.bind(stack);
  stack.prepareStack = () => {
    // Now all stacks exist. Those without constructs of ours are read too, to follow references.
    stacksOf(stack.node.root).forEach(watch);
    translateDependencies(stack);
    prepareStack();
  };
  const toTerraform = stack.toTerraform.bind(stack);
  const documents = new Documents();
  stack.toTerraform = () => {
    translateDependencies(stack);
    const document = complete(stack, toTerraform() as TerraformJson);
    documents.last = document;
    if (documents.validated) {
      documents.validated = false;
      conclude(stack, [{ stack, document }], []);
    }
    return document;
  };
  const runAllValidations = stack.runAllValidations.bind(stack);
  stack.runAllValidations = () => {
    runAllValidations();
    // `Testing.synth(stack, true)` validates, then takes the JSON, outside of any synthesis.
    documents.validated = !documents.synthesizing;
  };
  const synthesizer = stack.synthesizer;
  const synthesize = synthesizer.synthesize.bind(synthesizer);
  synthesizer.synthesize = (session) => {
    const result: Result = { stack };
    documents.last = undefined;
    documents.synthesizing = true;
    try {
      synthesize(session);
    } catch (error) {
      result.error = error;
    }
    try {
      // HCL output, and a stack that stopped before it was written, have not made their JSON yet.
      result.document = documents.last ?? (stack.toTerraform() as TerraformJson);
    } catch (error) {
      result.error ??= error;
    } finally {
      documents.synthesizing = false;
    }
    Run.of(stack, session).add(result, session);
  };
}

/** The JSON that a stack has made. */
class Documents {
  public last?: TerraformJson;
  public synthesizing = false;
  public validated = false;
}

interface Result {
  readonly stack: TerraformStack;
  document?: TerraformJson;
  error?: unknown;
}

/** One synthesis: of all stacks of an app, or of one stack alone (`Testing.fullSynth`). */
class Run {
  private static readonly bySession = new WeakMap<ISynthesisSession, Run>();

  public static of(stack: TerraformStack, session: ISynthesisSession): Run {
    let run = Run.bySession.get(session);
    if (!run) {
      const { root } = stack.node;
      const whole = App.isApp(root) && root.manifest === session.manifest;
      run = new Run(whole ? stacksOf(root) : [stack]);
      Run.bySession.set(session, run);
    }
    return run;
  }

  private readonly results: Result[] = [];

  private constructor(private readonly stacks: readonly TerraformStack[]) {}

  public add(result: Result, session: ISynthesisSession): void {
    this.results.push(result);
    if (result.stack !== this.stacks.at(-1)) return;
    conclude(result.stack, this.results, this.stacks, session);
  }
}

/** Judges what was synthesised: throws one report of all errors, or leaves the warnings in the manifest. */
function conclude(
  construct: IConstruct,
  results: readonly Result[],
  _stacks: readonly TerraformStack[],
  session?: ISynthesisSession,
): void {
  const registry = Registry.of(construct);
  const judged = results
    .map((result) => result.stack)
    .filter((stack) => isGuarded(stack, registry));
  const graph = new ResourceGraph(
    results.flatMap(({ stack, document }) =>
      document ? [{ stack: stack.node.path, json: document }] : [],
    ),
  );
  const report = judge(graph, RECOMMENDED, {
    date: new Date().toISOString().slice(0, 10),
    stacks: new Set(judged.map((stack) => stack.node.path)),
  });
  const open = report.findings.filter((finding) => finding.status === "open");
  const errors = open.filter((finding) => finding.level === "error");
  const failed = results.filter((result) => result.error !== undefined);
  if (errors.length > 0 || failed.length > 0) {
    if (session) {
      const wrong = results.filter(
        (result) =>
          result.error !== undefined ||
          errors.some((finding) => finding.stack === result.stack.node.path),
      );
      discard(
        session.outdir,
        session.manifest,
        wrong.map((result) => result.stack),
      );
    }
    if (errors.length === 0 && failed.length === 1) throw failed[0].error;
    throw new FrontDoorError(messageOf(report, errors.length > 0, failed));
  }
  if (session) annotate(session, results, report);
}

function messageOf(report: Report, hasErrors: boolean, failed: readonly Result[]): string {
  const others = failed.map(({ stack, error }) => {
    const text = error instanceof Error ? error.message : String(error);
    return `error  of the stack ${stack.node.path}, not from fc-frontdoor:\n${text}`;
  });
  return [...(hasErrors ? [`the rules found\n\n${formatText(report)}`] : []), ...others].join(
    "\n\n",
  );
}

/** Warnings go where `cdktf synth` prints them; what weighs less is counted in one line. */
function annotate(session: ISynthesisSession, results: readonly Result[], report: Report): void {
  const add = (
    stack: TerraformStack,
    level: string,
    constructPath: string,
    message: string,
  ): void => {
    const { annotations } = session.manifest.forStack(stack);
    annotations.push({ constructPath, level: level as never, message, stacktrace: [] });
  };
  const byPath = new Map(results.map(({ stack }) => [stack.node.path, stack]));
  const [first] = results;
  for (const finding of report.findings) {
    if (finding.status !== "open" || finding.level !== "warning") continue;
    const stack = byPath.get(finding.stack ?? "") ?? first.stack;
    const where = finding.location ? `${finding.location.file}:${finding.location.line}: ` : "";
    add(
      stack,
      "@cdktf/warn",
      finding.path ?? finding.resource,
      `${where}${finding.rule}: ${finding.message}; got ${finding.got}; expected ${finding.expected}; fix: ${finding.fix}`,
    );
  }
  for (const notice of report.notices) {
    add(first.stack, "@cdktf/warn", notice.source, notice.message);
  }
  const notes = report.findings.filter(
    (finding) => finding.status === "open" && finding.level === "note",
  ).length;
  if (notes + report.undecided.length > 0) {
    add(
      first.stack,
      "@cdktf/info",
      first.stack.node.path,
      `fc-frontdoor: ${notes} ${notes === 1 ? "note" : "notes"}, ${report.undecided.length} undecided`,
    );
  }
}

function discard(
  outdir: string,
  manifest: ISynthesisSession["manifest"],
  wrong: readonly TerraformStack[],
): void {
  rmSync(path.join(outdir, "manifest.json"), { force: true });
  for (const stack of wrong) {
    const { synthesizedStackPath, stackMetadataPath } = manifest.forStack(stack);
    rmSync(path.join(outdir, synthesizedStackPath), { force: true });
    rmSync(path.join(outdir, stackMetadataPath), { force: true });
  }
}

/** Writes into each resource's `"//"` what its construct knows of it. Changes the document that cdktf will write. */
function complete(stack: TerraformStack, document: TerraformJson): TerraformJson {
  const registry = Registry.of(stack);
  for (const section of [document.resource, document.data]) {
    for (const named of blocks(section).flatMap((types) => Object.values(types))) {
      for (const body of blocks(named).flatMap((names) => Object.values(names))) {
        for (const block of blocks(body)) completeBlock(block, registry);
      }
    }
  }
  return document;
}

function completeBlock(block: object, registry: Registry): void {
  const comment = (block as Record<string, unknown>)["//"];
  if (!isObject(comment) || !isObject(comment.metadata)) return;
  const { path: constructPath } = comment.metadata;
  if (typeof constructPath !== "string") return;
  const note = registry.notes.get(constructPath);
  const acknowledged = registry.acknowledgedFor(constructPath);
  if (!note && acknowledged.length === 0) return;
  const { trace, ...declared } = note ?? {};
  const metadata = {
    location: trace?.location,
    ...declared,
    acknowledged: acknowledged.length > 0 ? acknowledged : undefined,
  };
  (comment as Record<string, unknown>)[METADATA_KEY] = JSON.parse(JSON.stringify(metadata));
}

function isGuarded(stack: TerraformStack, registry: Registry): boolean {
  return stack.node.scopes.some((scope) => registry.guarded.has(scope.node.path));
}

function stacksOf(root: IConstruct): readonly TerraformStack[] {
  return root.node
    .findAll()
    .filter((construct) => TerraformStack.isStack(construct)) as TerraformStack[];
}
