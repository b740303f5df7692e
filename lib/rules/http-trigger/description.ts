import { descriptionProblem } from "../../facts/description";
import type { Rule } from "../rule";
import { refuse } from "../verdict";

/** Function Compute refuses a longer description. */
export const description: Rule = {
  id: "http-trigger/description",
  level: "error",
  title: "the description of a trigger has at most 256 characters",
  *evaluate(graph) {
    const where = { attribute: "description", message: "the description of a trigger is too long" };
    for (const { resource } of graph.triggers) {
      yield* refuse(resource, where, resource.get("description"), ({ text }) =>
        text === undefined ? undefined : descriptionProblem(text),
      );
    }
  },
};
