import { functionNameDoubt, functionNameProblem } from "../../facts/names";
import type { Problem } from "../../facts/problem";
import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { refuse, show, undecided, violated } from "../verdict";
import { hidden } from "../written";

const attribute = "function_name";
const message = "the service refuses this function name";

/** The service refuses a function whose name has other characters, or more of them, than it takes. */
export const name: Rule = {
  id: "function/name",
  level: "error",
  title:
    "a function's name has 1 to 128 letters, digits, hyphens and underscores, the first a letter or an underscore, and better at most 64",
  *evaluate(graph) {
    for (const { resource, name: value } of graph.functions) {
      if (value.isUnknown) {
        const found = templateProblem(value);
        const where = { attribute, message };
        if (found) yield violated(resource, { ...where, ...found, values: [value] });
        else yield undecided(resource, where, [value]);
        continue;
      }
      const wrong = [...refuse(resource, { attribute, message }, value, problem)];
      yield* wrong;
      if (wrong.length > 0 || value.text === undefined) continue;
      yield* refuse(
        resource,
        {
          attribute,
          message: "some of the service's own documents allow a function name no more characters",
          level: "warning",
        },
        value,
        () => hidden(value, functionNameDoubt(value.text ?? "")),
      );
    }
  },
};

function problem(value: Value): Problem | undefined {
  return value.text === undefined
    ? { ...functionNameProblem("")!, got: show(value) }
    : hidden(value, functionNameProblem(value.text));
}

/** What is wrong with a template whatever its unknown pieces turn out to be. */
function templateProblem(value: Value): Problem | undefined {
  if (!value.parts) return undefined;
  const filled = (hole: string): string =>
    value.parts?.map((part) => (typeof part === "string" ? part : (part.text ?? hole))).join("") ??
    "";
  const shortest = filled("");
  if (shortest.length > 128) return functionNameProblem(shortest);
  const found = functionNameProblem(filled("x").slice(0, 128));
  return found && hidden(value, { ...found, got: JSON.stringify(filled("${…}")) });
}
