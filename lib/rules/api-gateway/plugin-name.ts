import { pluginNameProblem } from "../../facts/plugins/name";
import type { Problem } from "../../facts/problem";
import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { refuse, show, violated } from "../verdict";
import { knownText } from "../written";

const attribute = "plugin_name";

/** The provider refuses some names at the plan, and the service others at the apply. */
export const pluginName: Rule = {
  id: "api-gateway/plugin-name",
  level: "error",
  title:
    "the name of a plugin is 4 to 50 letters, digits, `_` or Chinese characters, and does not begin with `_`",
  *evaluate(graph) {
    for (const { resource, name } of graph.gatewayPlugins) {
      const where = { attribute, message: "the gateway does not take this name of a plugin" };
      const wrong = name.isNull ? NAMELESS : problemInPart(name);
      if (wrong) yield violated(resource, { ...where, ...wrong, values: [name] });
      else {
        yield* refuse(resource, where, name, (value) =>
          value.text === undefined
            ? { ...NAMELESS, got: show(value) }
            : hidden(value, pluginNameProblem(value.text)),
        );
      }
    }
  },
};

const NAMELESS: Problem = { ...pluginNameProblem("")!, got: "nothing" };

/** What is wrong with a name that is known in part, whatever the rest is. */
function problemInPart(name: Value): Problem | undefined {
  const known = knownText(name);
  if (known === undefined) return undefined;
  // What is not known may be as long as is missing, and may be what it begins with.
  const best = (name.prefix === "" ? `x${known}` : known).padEnd(4, "x");
  const problem = pluginNameProblem(best);
  if (!problem) return undefined;
  if (name.isSensitive) return hidden(name, problem);
  return known.length > 50
    ? { ...problem, got: `at least ${known.length} characters` }
    : {
        got: JSON.stringify(knownText(name, "${…}")),
        expected: problem.expected,
        fix: fixOf(known),
      };
}

function fixOf(known: string): string {
  if (known.includes("-")) return 'write "_" instead of "-"';
  const wrong = /[^\u4E00-\u9FA5A-Za-z0-9_]/u.exec(known)?.[0];
  return wrong === undefined
    ? 'begin with another character than "_"'
    : `remove ${JSON.stringify(wrong)}`;
}

/** The fix repeats the name. */
function hidden(name: Value, problem: Problem | undefined): Problem | undefined {
  return problem && name.isSensitive ? { ...problem, got: show(name), fix: "rename it" } : problem;
}
