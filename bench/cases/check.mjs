import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../../scripts/paths.mjs";
import { inTurns, megabytes, milliseconds, ratio, runNode } from "../measure.mjs";

const FEW = 1_000;
const MANY = 20_000;

/** The command on files, and the rules alone, without cdktf. */
export function* measure() {
  const folder = mkdtempSync(join(tmpdir(), "bench-check-"));
  try {
    yield* wholeProcess(folder);
    yield* large(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  yield* rules();
}

/** Against starting node alone. */
function* wholeProcess(folder) {
  const files = [
    { what: `check of ${FEW} triggers`, kind: "triggers", target: "≤ +100 ms" },
    { what: `check of front doors, ${FEW} resources`, kind: "fronts" },
    { what: `check of a plan of ${FEW} triggers`, kind: "plan" },
  ].map((file) => ({ ...file, at: write(folder, file.kind, FEW) }));
  const best = inTurns(
    {
      node: () => time(["--eval", "0"]),
      ...Object.fromEntries(files.map((file) => [file.kind, () => check(file.at).time])),
    },
    15,
  );
  for (const { what, kind, target } of files) {
    const all = best[kind];
    yield {
      what: `${what}, whole process, beyond node alone`,
      value: `+${milliseconds(all - best.node)}  (${milliseconds(all)} : ${milliseconds(best.node)}, ${ratio(all / best.node)})`,
      target,
    };
  }
}

function* large(folder) {
  for (const kind of ["triggers", "fronts"]) {
    const [few, many] = [FEW, MANY].map((count) => write(folder, kind, count));
    const node = () => time(["--eval", "0"]);
    const best = inTurns({ node, few: () => check(few).time, many: () => check(many).time }, 3);
    const of = kind === "fronts" ? `front doors, ${MANY} resources` : `${MANY} triggers`;
    yield {
      what: `check of ${of}, whole process`,
      value: `${milliseconds(best.many)}, ${megabytes(check(many).kilobytes)}`,
      target: "≤ 2000 ms, ≤ 500 MB",
    };
    yield {
      what: `the same for each resource : ${FEW} for each`,
      value: ratio((best.many - best.node) / MANY / ((best.few - best.node) / FEW)),
      target: "≤ 1.0×",
    };
  }
}

function* rules() {
  for (const { kind, count, turns, more } of [
    { kind: "triggers", count: FEW, turns: 5, more: 30 },
    { kind: "functions", count: FEW, turns: 5, more: 30 },
    { kind: "fronts", count: FEW, turns: 5, more: 30 },
    { kind: "triggers", count: MANY, turns: 2, more: 3 },
    { kind: "fronts", count: MANY, turns: 2, more: 3 },
  ]) {
    const run = () => runNode(at("bench/programs/rules.cjs"), [kind, count, more].map(String));
    const runs = Array.from({ length: turns }, run);
    const best = (which) => milliseconds(Math.min(...runs.map((times) => times[which])));
    yield {
      what: `rules over ${NAMES[kind](count)}`,
      value: `${best("warm")}  (${best("cold")} the first time in a process)`,
      target: kind === "triggers" && count === FEW ? "≤ 20 ms" : undefined,
    };
  }
}

const NAMES = {
  triggers: (count) => `${count} triggers`,
  functions: (count) => `${count / 2} functions with a trigger each`,
  fronts: (count) => `front doors, ${count} resources`,
};

function write(folder, kind, count) {
  const file = join(folder, `${kind}-${count}.tf.json`);
  time([at("bench/programs/configurations.cjs"), kind, String(count), file]);
  return file;
}

function check(file) {
  const args = ["--require", at("bench/programs/memory.cjs"), at("dist/cli/bin.js"), "check", file];
  let stderr;
  // Findings, of which there may be some, are no reason to stop.
  const taken = time(args, (done) => {
    if (done.status === 2) throw new Error(done.stderr);
    stderr = done.stderr;
  });
  return { time: taken, kilobytes: Number(stderr.trim().split("\n").at(-1)) };
}

function time(args, look = () => {}) {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 });
  const taken = performance.now() - start;
  look(done);
  return taken;
}
