import {
  DOMAIN_AUTH_TYPES,
  DOMAIN_AUTH_WORDS,
  authConfigIssues,
  authTypeProblem,
} from "../../facts/auth-types";
import { textIssues } from "../../facts/issue";
import { jwtKeyIssues, jwtLookupIssues, jwtPathIssues, jwtPrefixIssues } from "../../facts/jwt";
import type { CustomDomainNode, Value } from "../../graph";
import { judgeAuthConfig } from "../auth/authentication";
import { JWT_MESSAGES } from "../auth/jwt-messages";
import { jsonError } from "../json-error";
import { judge } from "../judge";
import type { Rule, Verdict } from "../rule";
import { at, violated } from "../verdict";

const TYPE = ["auth_config", "auth_type"];
const INFO = ["auth_config", "auth_info"];

/** The provider takes three authentications, and hands `auth_info` on unread: the platform refuses what it cannot use. */
export const auth: Rule = {
  id: "custom-domain/auth",
  level: "error",
  title: "`auth_type` is anonymous, function or jwt, and jwt has a complete `auth_info`",
  secret: true,
  *evaluate(graph) {
    for (const domain of graph.customDomains) {
      // An empty block asks for nothing.
      if (domain.authType.isNull && isEmpty(domain.authInfo)) continue;
      yield* typeVerdicts(domain);
      yield* infoVerdicts(domain);
    }
  },
};

function typeVerdicts({ resource, authType }: CustomDomainNode): Iterable<Verdict> {
  const message = "a custom domain takes three authentications";
  return judge(resource, { path: TYPE, message }, authType, (plain) =>
    textIssues(plain, 'an auth_type, such as "jwt"', (type) =>
      authTypeProblem(type, DOMAIN_AUTH_TYPES),
    ),
  );
}

function* infoVerdicts({ resource, authType, authInfo }: CustomDomainNode): Iterable<Verdict> {
  const error = isEmpty(authInfo) ? undefined : jsonError(authInfo);
  if (error !== undefined) {
    yield violated(resource, {
      attribute: at(...INFO),
      message: "auth_info is JSON text",
      got: error,
      expected: 'an object as JSON text: {"jwks": …, "tokenLookup": …}',
      fix: "write it with jsonencode, or with JSON.stringify",
      values: [authInfo],
    });
    return;
  }
  const type = authType.text;
  // What is wrong with the type is said; where it is not known, that is the question.
  if (type === undefined || authTypeProblem(type, DOMAIN_AUTH_TYPES)) return;
  const config = isEmpty(authInfo) ? authInfo : (authInfo.json.value ?? authInfo);
  const message = "auth_info must fit auth_type";
  const whole = [
    ...judge(resource, { path: INFO, message }, config, (plain) =>
      authConfigIssues(type, plain, DOMAIN_AUTH_WORDS),
    ),
  ];
  yield* whole;
  if (whole.length > 0) return;
  const authentication = { resource, path: INFO, type: authType, config };
  const { keys, lookup, prefix, paths } = JWT_MESSAGES;
  yield* judgeAuthConfig(authentication, "jwt", { message: keys }, jwtKeyIssues);
  yield* judgeAuthConfig(authentication, "jwt", { message: lookup }, jwtLookupIssues);
  const spaces = { message: prefix, level: "warning" } as const;
  for (const verdict of judgeAuthConfig(authentication, "jwt", spaces, jwtPrefixIssues)) {
    // Where tokenLookup is not known, that has been said.
    if (verdict.answer === "violated") yield verdict;
  }
  yield* judgeAuthConfig(authentication, "jwt", { message: paths }, jwtPathIssues);
}

function isEmpty(value: Value): boolean {
  return value.isNull || value.text === "";
}
