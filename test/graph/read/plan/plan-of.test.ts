import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Json } from "../../../../lib/graph";
import { planOf } from "../../../support/plan";

const folder = path.join(__dirname, "../../../fixtures/plans");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

// modules.plan.json is left out: the helper makes no modules.

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

// Of what was applied before, the service knows more than the schema: only what is written is compared.
test("the plan that the helper writes of update has the configuration of the real one, and what it creates", () => {
  const real = read("update.plan.json");
  const made = planOf(read("update-after.tf.json")) as typeof real;
  expect(made.configuration).toEqual(real.configuration);
  const created = ({ address }: { address: string }) =>
    address === "alicloud_fcv3_trigger.cleanup_http";
  expect(made.resource_changes.find(created)).toEqual(real.resource_changes.find(created));
});
