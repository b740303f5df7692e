import { textIssues } from "../../facts/issue";
import { triggerTypeProblem } from "../../facts/trigger-types";
import { judge } from "../judge";
import type { Rule } from "../rule";

/** The provider takes any text as `trigger_type`; the service refuses it at the apply. */
export const triggerType: Rule = {
  id: "http-trigger/trigger-type",
  level: "error",
  title:
    "`trigger_type` is one of oss, log, timer, http, tablestore, cdn_events, mns_topic, eventbridge",
  *evaluate(graph) {
    const where = {
      path: ["trigger_type"],
      message: "trigger_type must be one that Function Compute has",
    };
    for (const { resource, type } of graph.triggers) {
      yield* judge(resource, where, type, (plain) =>
        textIssues(plain, 'a trigger type, such as "http"', triggerTypeProblem),
      );
    }
  },
};
