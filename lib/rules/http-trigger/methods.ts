import { methodsIssues } from "../../facts/methods";
import type { Rule } from "../rule";
import { judgeSetting } from "./settings";

/** Function Compute passes on seven methods, and answers 403 to one that the trigger does not list. */
export const methods: Rule = {
  id: "http-trigger/methods",
  level: "error",
  title:
    "`methods` is a non-empty list without repeats of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
  *evaluate(graph) {
    const message = "an HTTP trigger lists the methods that can call it, each once";
    for (const trigger of graph.httpTriggers) {
      yield* judgeSetting(trigger, "methods", { message }, methodsIssues);
    }
  },
};
