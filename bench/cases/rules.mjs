import { at } from "../../scripts/paths.mjs";
import { milliseconds, runNode } from "../measure.mjs";

const program = at("bench/programs/rules.cjs");

/** Every rule over a graph that is read anew, without cdktf: in a process that has judged nothing yet, and in one that has. */
export function* measure() {
  for (const { count, turns, more } of [
    { count: 1_000, turns: 5, more: 30 },
    { count: 10_000, turns: 2, more: 3 },
  ]) {
    const run = () => runNode(program, [String(count), String(more)]);
    const runs = Array.from({ length: turns }, run);
    const best = (which) => milliseconds(Math.min(...runs.map((times) => times[which])));
    yield {
      what: `rules over ${count} functions with a trigger each`,
      value: `${best("warm")}  (${best("cold")} the first time in a process)`,
      target: count === 1_000 ? "≤ 20 ms" : undefined,
    };
  }
}
