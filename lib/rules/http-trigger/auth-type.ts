import { authTypeProblem } from "../../facts/auth-types";
import { type Issue, textIssues } from "../../facts/issue";
import type { Rule } from "../rule";
import { judgeSetting } from "./settings";

/** Who can call is stated, and one of what the service knows. */
export const authType: Rule = {
  id: "http-trigger/auth-type",
  level: "error",
  title: "`authType` is stated, and is one of anonymous, function, jwt, basic, bearer",
  *evaluate(graph) {
    const message = "an HTTP trigger states how its callers are authenticated";
    for (const trigger of graph.httpTriggers) {
      yield* judgeSetting(trigger, "authType", { message }, authTypeIssues);
    }
  },
};

function authTypeIssues(plain: unknown): readonly Issue[] {
  return textIssues(plain, 'an authType, such as "function"', authTypeProblem);
}
