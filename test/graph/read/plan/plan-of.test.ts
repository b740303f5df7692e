import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Json } from "../../../../lib/graph";
import { planOf } from "../../../support/plan";

const folder = path.join(__dirname, "../../../fixtures/plans");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

/** What is not made: how values came to be, and what a plan repeats of them. */
const NOT_MADE = ["relevant_attributes", "prior_state", "output_changes"];

describe.each(["fronted", "secrets"])("the plan that the helper writes of %s", (name) => {
  const real = read(`${name}.plan.json`);
  const values = Object.fromEntries(
    Object.entries(real.variables ?? {}).map(([key, body]) => [
      key,
      (body as { value: Json }).value,
    ]),
  );
  const made = planOf(read(`${name}.tf.json`), values);

  test.each(Object.keys(real).filter((key) => !NOT_MADE.includes(key)))(
    "has the %s of the real one",
    (key) => {
      expect(made[key]).toEqual(real[key]);
    },
  );
});
