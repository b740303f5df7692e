import type { BrokenBound, Resource } from "../../graph";
import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";

const message = "a construct keeps to what its blueprint allows";

/** Bounds are judged at synth, where a construct's props are known; what came of it stands beside its main resource. */
export const bounds: Rule = {
  id: "blueprint/bounds",
  level: "error",
  locked: true,
  title: "a construct keeps to the bounds of the blueprints that hold for it",
  *evaluate(graph) {
    for (const resource of graph.resources) {
      const { broken = [], unsure = [] } = resource.metadata.blueprint ?? {};
      for (const { prop, attribute, got, expected, fix } of broken) {
        yield violated(resource, { attribute, message, got: `${prop}: ${got}`, expected, fix });
      }
      for (const bound of unsure) {
        const { attribute } = bound;
        yield undecided(resource, { attribute, message }, needsOf(resource, bound));
      }
    }
  },
};

/** What the value is made of; the prop where it is not found. */
function needsOf(resource: Resource, { attribute, prop }: BrokenBound): readonly string[] {
  const [name, ...path] = attribute.split(".");
  const { needs } = resource.get(name, ...path);
  return needs.length > 0 ? needs : [prop];
}
