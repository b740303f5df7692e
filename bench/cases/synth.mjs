import { generatedBindings } from "../../scripts/generated-bindings.mjs";
import { at } from "../../scripts/paths.mjs";
import { inTurns, milliseconds, ratio, runNode } from "../measure.mjs";

const program = at("bench/programs/synth.cjs");
const sizes = [
  { count: 100, turns: 7 },
  { count: 1_000, turns: 5 },
  { count: 10_000, turns: 1 },
];

/**
 * Synthesis with every rule, against the same resources as bare bindings without any: as the generator
 * of cdktf writes them, and as they are in this package, where they cost less.
 */
export async function* measure() {
  await generatedBindings();
  for (const { count, turns } of sizes) {
    const time = (kind) => () => runNode(program, [kind, String(count)]).milliseconds;
    const kinds = ["bare", "light", "fronted"].map((kind) => [kind, time(kind)]);
    const { bare, light, fronted } = inTurns(Object.fromEntries(kinds), turns);
    yield {
      what: `synth of ${count} functions with a trigger each, with rules : bare`,
      value: `${ratio(fronted / bare)}  (${milliseconds(fronted)} : ${milliseconds(bare)})`,
      target: count === 1_000 ? "≤ 1.2×" : undefined,
    };
    yield {
      what: "  the same : bare bindings of this package",
      value: `${ratio(fronted / light)}  (${milliseconds(fronted)} : ${milliseconds(light)})`,
    };
  }
}
