import { Testing } from "cdktf";
import fc from "fast-check";
import { BlueprintTarget, Bound, Naming } from "../../lib";
import { base, blueprint, jsonOf, orders, stackIn, triggerOf } from "../support/blueprint";

const { WEB_FUNCTION, HTTP_TRIGGER } = BlueprintTarget;

/** Blueprints of which no two say something of the same prop. */
const disjoint = () => [
  base({ defaults: { webFunction: { memorySizeMb: 512, tags: { org: "acme" } } } }),
  blueprint({ name: "a", defaults: { webFunction: { tags: { "cost-center": "1" } } } }),
  blueprint({ name: "b", bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 300)] }),
  blueprint({
    name: "c",
    defaults: { httpTrigger: { disableInternetUrl: true } },
    bounds: [Bound.locked(HTTP_TRIGGER, "disableInternetUrl")],
  }),
  blueprint({ name: "d", requiredTags: ["team"], naming: [Naming.of(WEB_FUNCTION, "^acme-")] }),
];

/** What a stack is made into: its resources, with their notes in an order of their own. */
function resourcesAfter(order: readonly number[]): string {
  const app = Testing.app();
  const stack = stackIn(app);
  const all = disjoint();
  for (const index of order) all[index].applyTo(index % 2 === 0 ? app : stack);
  orders(stack, { timeoutSeconds: 600 });
  triggerOf(stack, { disableInternetUrl: false });
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .map(sorted)
        .map((one) => JSON.stringify(one))
        .sort();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sorted(item)]),
    );
  };
  return JSON.stringify(sorted(jsonOf(stack)));
}

test("the order in which disjoint blueprints are applied does not matter", () => {
  const usual = resourcesAfter([0, 1, 2, 3, 4]);
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
      expect(resourcesAfter(order)).toBe(usual);
    }),
    { numRuns: 40 },
  );
});
