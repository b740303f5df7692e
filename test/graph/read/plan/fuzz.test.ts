import { readFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import type { Json, JsonObject } from "../../../../lib/graph";
import { ReadError } from "../../../../lib/graph/read/error";
import { readPlan } from "../../../../lib/graph/read/plan";
import { RULES, evaluate } from "../../../../lib/rules";

const folder = path.join(__dirname, "../../../fixtures/plans");
const plans: readonly string[] = ["fronted", "modules", "secrets", "update"].map((name) =>
  readFileSync(path.join(folder, `${name}.plan.json`), "utf8"),
);

/** What a mutation puts in the place of something. */
const anything = fc.constantFrom<Json | undefined>(
  undefined,
  null,
  true,
  false,
  0,
  -1,
  "",
  "x",
  "${var.x}",
  "module.door",
  "each.value",
  "local.a",
  'module.door["orders"].url',
  '{"a":1}',
  '{"__proto__":{"tokens":[1]}}',
  [],
  [[]],
  [{}],
  [null, true],
  {},
  { references: ["var.name", "each.key", "each.value.a", "module.twice.url", "x[", 'a.b["c"].d'] },
  { references: [1, null] },
  { constant_value: { a: ["b"] } },
  { __proto__: null, constructor: true },
);

interface Holder {
  readonly at: JsonObject | Json[];
  readonly key: string | number;
}

/** Every place in a plan. */
function placesIn(json: Json): readonly Holder[] {
  const found: Holder[] = [];
  const visit = (at: Json | undefined): void => {
    if (at === null || typeof at !== "object") return;
    for (const key of Object.keys(at)) {
      found.push({ at: at as JsonObject, key });
      visit((at as JsonObject)[key]);
    }
  };
  visit(json);
  return found;
}

describe("a plan in which something was changed", () => {
  test("cannot be read, or is judged by every rule", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 8 }),
        (text, changes) => {
          const plan = JSON.parse(text) as JsonObject;
          for (const [where, what] of changes) {
            // Most of a plan is values; what is read of it with more care is changed more often.
            const parts = [plan, plan.configuration, plan.planned_values];
            const places = placesIn(parts[where % parts.length] ?? {});
            if (places.length === 0) break;
            const { at, key } = places[where % places.length];
            (at as Record<string, unknown>)[key] = structuredClone(what);
          }
          try {
            const { graph } = readPlan(plan, { file: "plan.json" });
            const { failures } = evaluate(graph, RULES, {
              date: "2026-11-22",
              settings: new Map(),
            });
            expect(failures).toEqual([]);
            for (const output of graph.outputs) void output.value.needs;
          } catch (problem) {
            if (!(problem instanceof ReadError)) throw problem;
          }
        },
      ),
      { numRuns: 400, seed: Number(process.env.FUZZ_SEED ?? 1) },
    );
  });
});
