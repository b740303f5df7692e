import { exposedHeaderProblem, headerIssues, requestHeaderProblem } from "../facts/headers";
import { methodsIssues } from "../facts/methods";
import {
  type Check,
  type PropProblem,
  bool,
  inTurn,
  issues,
  list,
  literal,
  object,
  optional,
  text,
  whole,
} from "../props";
import type { HttpCors } from "./http-cors";

/** What is wrong with a CORS configuration, of a trigger or of a custom domain. */
export function corsCheck(): Check {
  return object(
    {
      allowCredentials: optional(bool()),
      allowHeaders: optional(headers(requestHeaderProblem)),
      allowMethods: optional(literal(issues(methodsIssues))),
      allowOrigins: optional(list(text())),
      exposeHeaders: optional(headers(exposedHeaderProblem)),
      maxAgeSeconds: optional(whole({ least: 0, unit: "seconds" })),
    },
    (cors) => credentialProblems(cors as HttpCors),
  );
}

function headers(problemOf: typeof requestHeaderProblem): Check {
  return inTurn(
    list(text()),
    issues((names) => headerIssues(names, problemOf)),
  );
}

/** Browsers refuse an answer that allows credentials to every origin. */
export function credentialProblems(cors: HttpCors): readonly PropProblem[] {
  const any = (cors.allowOrigins ?? []).indexOf("*");
  if (cors.allowCredentials !== true || any < 0) return [];
  return [
    {
      at: `allowOrigins[${any}]`,
      got: '"*" with allowCredentials true',
      expected: "named origins, or allowCredentials false",
      fix: "name the origins that may send credentials, such as https://app.example.com",
    },
  ];
}

/** `corsConfig` of a trigger. */
export function corsConfig(cors: HttpCors): object {
  const config = {
    allowCredentials: cors.allowCredentials,
    allowHeaders: cors.allowHeaders,
    allowMethods: cors.allowMethods && [...cors.allowMethods].sort(),
    allowOrigins: cors.allowOrigins,
    exposeHeaders: cors.exposeHeaders,
    maxAge: cors.maxAgeSeconds,
  };
  // From JavaScript, null says that it is not given.
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null));
}
