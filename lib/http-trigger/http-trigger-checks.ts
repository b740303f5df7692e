import { descriptionProblem } from "../facts/description";
import { methodsIssues } from "../facts/methods";
import { triggerNameProblem } from "../facts/names";
import { protocolsIssues } from "../facts/protocol-list";
import { constructProps } from "../function/checks";
import {
  type Check,
  issues,
  literal,
  literalBool,
  object,
  optional,
  own,
  required,
  text,
} from "../props";
import { corsCheck } from "./cors";
import { HttpAuth } from "./http-auth";
import { targetCheck } from "./target";

/** What is wrong with the props of an HTTP trigger. */
export const httpTriggerCheck: Check = object({
  ...constructProps,
  target: required(targetCheck()),
  methods: required(literal(issues(methodsIssues))),
  auth: optional(authCheck()),
  disableInternetUrl: optional(literalBool()),
  cors: optional(corsCheck()),
  corsInCode: optional(literalBool()),
  protocols: optional(literal(issues(protocolsIssues))),
  description: optional(text(descriptionProblem)),
  triggerName: optional(text(triggerNameProblem)),
});

/** What is wrong with an authentication, of a trigger or of a custom domain. */
export function authCheck(): Check {
  return own(HttpAuth, "HttpAuth.signature()");
}
