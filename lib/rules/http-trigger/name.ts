import { triggerNameProblem } from "../../facts/names";
import type { Problem } from "../../facts/problem";
import type { TriggerNode, Value } from "../../graph";
import { type Identity, repeats } from "../repeats";
import type { Rule } from "../rule";
import { refuse, show, violated } from "../verdict";
import { knownText } from "../written";

const attribute = "trigger_name";

/** Function Compute refuses a trigger without a name, with a name it does not take, or with one that the function has already. */
export const name: Rule = {
  id: "http-trigger/name",
  level: "error",
  title:
    "the name of a trigger is 1 to 128 letters, digits, `-` or `_`, does not begin with a digit or `-`, and is unique on its function whatever its qualifier",
  *evaluate(graph) {
    const named: TriggerNode[] = [];
    for (const trigger of graph.triggers) {
      if (!trigger.name.isNull) {
        named.push(trigger);
        continue;
      }
      yield violated(trigger.resource, {
        attribute,
        message: "a trigger needs a name",
        got: "nothing",
        expected: "a name, which the provider does not ask for and the service does",
        fix: "give trigger_name",
      });
    }
    for (const { resource, name: value } of named) {
      const where = { attribute, message: "the service does not take this name of a trigger" };
      const wrong = problemInPart(value);
      if (wrong) yield violated(resource, { ...where, ...wrong, values: [value] });
      else {
        yield* refuse(resource, where, value, ({ text }) =>
          text === undefined ? undefined : triggerNameProblem(text),
        );
      }
    }
    for (const { first, second, on } of repeats(named, nameOnFunction)) {
      const verdicts = on(second.resource, {
        attribute,
        message: "a trigger's name is unique on its function, whatever its qualifier",
        got: `${show(second.name)} a second time on ${show(second.functionName)}, beside ${first.address}`,
        expected: "another name than the function's other triggers have",
        fix: "rename one of the two",
        related: [{ resource: first.resource, message: "the first trigger of this name" }],
        values: [first.name, second.name],
      });
      for (const verdict of verdicts) {
        // Of a name that is not known the question is asked already.
        if (verdict.answer === "violated" || !second.name.isUnknown) yield verdict;
      }
    }
  },
};

/** What is wrong with a name that is known in part, whatever the rest is. */
function problemInPart(name: Value): Problem | undefined {
  const known = knownText(name);
  if (known === undefined) return undefined;
  // What is not known at the beginning may be a letter.
  const best = name.prefix === "" && !/^[_a-zA-Z]/.test(known) ? `_${known}` : known;
  const problem = best === "_" ? undefined : triggerNameProblem(best);
  const got = name.isSensitive ? show(name) : JSON.stringify(knownText(name, "${…}"));
  return problem && { ...problem, got };
}

function nameOnFunction(trigger: TriggerNode): Identity {
  return {
    scope: trigger.functionKey,
    sureScope: trigger.sureFunctionKey,
    scopeNeeds: trigger.functionKey === undefined ? trigger.functionName.needs : [],
    value: trigger.name,
    same: (a, b) => a.same(b),
  };
}
