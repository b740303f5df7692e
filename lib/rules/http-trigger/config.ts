import { triggerConfigIssues } from "../../facts/trigger-config";
import type { TriggerNode } from "../../graph";
import { jsonError } from "../json-error";
import { judge } from "../judge";
import type { Rule, Verdict } from "../rule";
import { violated } from "../verdict";

/** The provider sends `trigger_config` as it is written; only the service reads it. */
export const config: Rule = {
  id: "http-trigger/config",
  level: "error",
  title: "`trigger_config` is a JSON object with the keys that an HTTP trigger knows",
  *evaluate(graph) {
    for (const trigger of graph.httpTriggers) yield* verdictsOn(trigger);
  },
};

const MESSAGE = "trigger_config must be a JSON object that an HTTP trigger can read";

function* verdictsOn(trigger: TriggerNode): Iterable<Verdict> {
  const { resource } = trigger;
  const written = resource.get("trigger_config");
  const { value } = trigger.config;
  if (value) {
    const where = { path: ["trigger_config"], message: MESSAGE };
    yield* judge(resource, where, value, triggerConfigIssues);
    return;
  }
  yield violated(resource, {
    attribute: "trigger_config",
    message: MESSAGE,
    got: written.isNull ? "nothing" : (jsonError(written) ?? "a value that is not JSON"),
    expected: "a JSON object with methods, authType and disableURLInternet",
    fix: "write it with jsonencode({ … })",
    values: [written],
  });
}
