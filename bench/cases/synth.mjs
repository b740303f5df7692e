import { at } from "../../scripts/paths.mjs";
import { inTurns, milliseconds, ratio, runNode } from "../measure.mjs";

const program = at("bench/programs/synth.cjs");
const sizes = [
  { count: 100, turns: 7 },
  { count: 1_000, turns: 5 },
  { count: 10_000, turns: 1 },
];

/** Synthesis with every rule, against the same resources as bare bindings without any. */
export function* measure() {
  for (const { count, turns } of sizes) {
    const time = (kind) => () => runNode(program, [kind, String(count)]).milliseconds;
    const { bare, fronted } = inTurns({ bare: time("bare"), fronted: time("fronted") }, turns);
    yield {
      what: `synth of ${count} functions with a trigger each, with rules : bare`,
      value: `${ratio(fronted / bare)}  (${milliseconds(fronted)} : ${milliseconds(bare)})`,
      target: count === 1_000 ? "≤ 1.2×" : undefined,
    };
  }
}
