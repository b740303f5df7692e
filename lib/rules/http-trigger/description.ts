import { descriptionProblem } from "../../facts/description";
import type { Rule } from "../rule";
import { refuse, violated } from "../verdict";
import { knownText } from "../written";

/** Function Compute refuses a longer description. */
export const description: Rule = {
  id: "http-trigger/description",
  level: "error",
  title: "the description of a trigger has at most 256 characters",
  *evaluate(graph) {
    const where = { attribute: "description", message: "the description of a trigger is too long" };
    for (const { resource } of graph.triggers) {
      const value = resource.get("description");
      if (value.isNull) continue;
      const wrong = descriptionProblem(knownText(value) ?? "");
      if (wrong) yield violated(resource, { ...where, ...wrong, values: [value] });
      else {
        yield* refuse(resource, where, value, ({ text }) =>
          text === undefined ? undefined : descriptionProblem(text),
        );
      }
    }
  },
};
