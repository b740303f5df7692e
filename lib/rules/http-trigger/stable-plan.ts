import { HTTP_METHODS } from "../../facts/methods";
import type { TriggerNode, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { settingOf } from "./settings";

/** The provider compares the text that it sent with the one that the service returns. */
export const stablePlan: Rule = {
  id: "http-trigger/stable-plan",
  level: "note",
  title: "`authType` is stated and `methods` are in alphabetical order",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) {
      yield* stated(trigger);
      yield* sorted(trigger);
    }
  },
};

const MESSAGE = "every plan shows a difference where the service returns this in another form";

function* stated(trigger: TriggerNode): Iterable<Verdict> {
  const config = trigger.config.value;
  // Where the whole is not known, the methods say so.
  if (config?.isUnknown || !settingOf(trigger, "authType")?.isNull) return;
  yield violated(trigger.resource, {
    attribute: "trigger_config.authType",
    message: MESSAGE,
    got: "nothing",
    expected: "an authType, which the service may add where it is missing",
    fix: 'write "authType": "function", the default, or the one that you want',
  });
}

function* sorted(trigger: TriggerNode): Iterable<Verdict> {
  const methods = settingOf(trigger, "methods");
  const where = { attribute: "trigger_config.methods", message: MESSAGE };
  if (!methods) return;
  if (methods.isUnknown) {
    yield undecided(trigger.resource, where, [methods]);
    return;
  }
  const known = methods.items.filter((item) => !item.isUnknown);
  // What is no method is http-trigger/methods'.
  if (!known.every(isMethod)) return;
  const texts = known.map((item) => item.text ?? "");
  const right = [...texts].sort();
  if (texts.join() !== right.join()) {
    yield violated(trigger.resource, {
      ...where,
      got: texts.join(", "),
      expected: "alphabetical order",
      fix: `write ${JSON.stringify(right)}`,
      values: [methods],
    });
  } else if (known.length < methods.items.length && methods.items.length > 1) {
    yield undecided(trigger.resource, where, [methods]);
  }
}

function isMethod(value: Value): boolean {
  return (HTTP_METHODS as readonly string[]).includes(value.text ?? "");
}
