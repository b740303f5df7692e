/** What the rules on CORS share: the same checks hold for triggers and custom domains, whose keys differ. */
import { exposedHeaderProblem, headerIssues, requestHeaderProblem } from "../facts/headers";
import type { Path } from "../facts/issue";
import type { Answer, Resource, Value } from "../graph";
import { judge } from "./judge";
import type { Place, Verdict } from "./rule";
import { at, show, undecided, verdictOf, violated } from "./verdict";

/** A CORS configuration, where it stands, and what its keys are called there. */
export interface CorsPlace {
  readonly resource: Place;
  /** The path to the configuration. */
  readonly path: Path;
  readonly value: Value;
  readonly keys: CorsKeys;
}

/** The names of the keys that the checks read. */
export interface CorsKeys {
  readonly credentials: string;
  readonly origins: string;
  readonly allowHeaders: string;
  readonly exposeHeaders: string;
}

/** As `corsConfig` of a trigger spells them. */
export const TRIGGER_CORS_KEYS: CorsKeys = {
  credentials: "allowCredentials",
  origins: "allowOrigins",
  allowHeaders: "allowHeaders",
  exposeHeaders: "exposeHeaders",
};

/** As `cors_config` of a custom domain spells them. */
export const DOMAIN_CORS_KEYS: CorsKeys = {
  credentials: "allow_credentials",
  origins: "allow_origins",
  allowHeaders: "allow_headers",
  exposeHeaders: "expose_headers",
};

/** Credentials with origin `*`, which browsers and the platform refuse. */
export function* corsCredentials({ resource, path, value, keys }: CorsPlace): Iterable<Verdict> {
  const credentials = value.get(keys.credentials);
  const origins = value.get(keys.origins);
  if (credentials.bool !== true && !credentials.isUnknown) return;
  // One origin as a text is no list, but is meant.
  const any = origins.text === "*" ? 0 : origins.items.findIndex((origin) => origin.text === "*");
  const where = {
    attribute: at(...path, keys.origins, ...(any < 0 || origins.text === "*" ? [] : [any])),
    message: `${keys.credentials} cannot be combined with origin "*"`,
  };
  if (any >= 0 && credentials.bool === true) {
    yield violated(resource, {
      ...where,
      got: `"*" with ${keys.credentials} true`,
      expected: `named origins, or ${keys.credentials} false`,
      fix: "name the origins that may send credentials, such as https://app.example.com",
      values: [credentials, origins.items[any] ?? origins],
    });
  } else if (any >= 0 || !origins.isKnown) {
    yield undecided(resource, where, [credentials, ...(any >= 0 ? [] : [origins])]);
  }
}

/** Header names that the platform keeps for itself. */
export function* corsHeaders({ resource, path, value, keys }: CorsPlace): Iterable<Verdict> {
  const { allowHeaders, exposeHeaders } = keys;
  yield* judge(
    resource,
    {
      path: [...path, allowHeaders],
      message: "the platform keeps this request header for itself",
    },
    value.get(allowHeaders),
    (names) => headerIssues(names, requestHeaderProblem),
  );
  yield* judge(
    resource,
    {
      path: [...path, exposeHeaders],
      message: "the platform sets this response header itself",
    },
    value.get(exposeHeaders),
    (names) => headerIssues(names, exposedHeaderProblem),
  );
}

/** Methods that a browser's preflight request has to be among. */
export interface PreflightPlace {
  readonly resource: Resource;
  /** Where the methods are listed. */
  readonly attribute: string;
  readonly methods: Value;
  /** Who refuses what is not listed: `this trigger`. */
  readonly who: string;
  /** The CORS configuration: an object, null or not known. */
  readonly cors: Value;
  /** What the configuration is called. */
  readonly corsName: string;
}

/** Preflight requests that are refused although CORS is configured, or declared as handled in code. */
export function* corsPreflight(place: PreflightPlace): Iterable<Verdict> {
  const { resource, attribute, methods, who, cors, corsName } = place;
  const inCode = resource.metadata.corsInCode === true;
  const declared = cors.kind === "object";
  if (!inCode && !declared && !cors.isUnknown) return;
  const refused = preflightRefused(methods);
  yield* verdictOf(
    refused === "yes" && !inCode && !declared ? "unknown" : refused,
    resource,
    {
      attribute,
      message: `a browser's preflight request uses OPTIONS, which ${who} refuses with 403`,
      got: `${show(methods)} with ${declared ? corsName : "CORS handled in code"}`,
      expected: "OPTIONS among the methods",
      fix: "add OPTIONS",
      values: [methods],
    },
    inCode || declared ? [methods] : [cors, methods],
  );
}

/** Whether a browser's preflight request, which is sent with OPTIONS, is refused for its method. No for what is no list: that is for another rule to say. */
function preflightRefused(methods: Value): Answer {
  if (methods.isUnknown) return "unknown";
  if (methods.kind !== "list") return "no";
  if (methods.items.some((method) => method.text?.toUpperCase() === "OPTIONS")) return "no";
  return methods.items.some((method) => method.isUnknown) ? "unknown" : "yes";
}
