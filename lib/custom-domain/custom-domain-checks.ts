import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { DOMAIN_AUTH_TYPES, authTypeProblem } from "../facts/auth-types";
import { domainNameProblem } from "../facts/domain-name";
import { notBlank, notEmpty } from "../facts/not-empty";
import {
  DOMAIN_PROTOCOLS,
  LEAST_SAFE_TLS_VERSION,
  cipherSuitesIssues,
  tlsRangeProblem,
  tlsVersionProblem,
} from "../facts/tls";
import { constructProps } from "../function/checks";
import { corsCheck } from "../http-trigger/cors";
import type { HttpAuth } from "../http-trigger/http-auth";
import { authCheck } from "../http-trigger/http-trigger-checks";
import {
  type Check,
  type Prop,
  type PropProblem,
  bool,
  inTurn,
  instance,
  issues,
  list,
  literal,
  literalBool,
  literalText,
  object,
  once,
  optional,
  own,
  required,
  text,
} from "../props";
import { DomainCertificate } from "./certificate";
import type { CustomDomainProps } from "./custom-domain-props";
import { DomainDns } from "./dns";
import { DomainProtocol } from "./domain-protocol";
import { protocolCheck } from "./protocol";
import { DomainRoute } from "./domain-route";
import type { DomainTls } from "./domain-tls";

/**
 * What is wrong with the props of a custom domain.
 *
 * @param scope the domain's construct
 */
export function customDomainCheck(scope: IConstruct): Check {
  return (props, at) => {
    const { domainName, ...named } = namedDomainProps(scope, props);
    const check = object({
      ...constructProps,
      domainName,
      routes: required(routesCheck),
      certificate: named.certificate,
      protocol: optional(protocolCheck),
      tls: optional(tlsCheck),
      auth: optional(inTurn(authCheck(), domainAuthProblems)),
      cors: optional(corsCheck()),
      corsInCode: optional(literalBool()),
      waf: optional(bool()),
      icpFiling: named.icpFiling,
      dns: named.dns,
    });
    return [...check(props, at), ...protocolProblems(props)];
  };
}

/**
 * The props that a custom domain and the domain of a gateway have in common.
 *
 * @param scope the domain's construct
 * @param props what was given, with the name
 */
export function namedDomainProps(
  scope: IConstruct,
  props: unknown,
): Readonly<Record<"domainName" | "certificate" | "icpFiling" | "dns", Prop>> {
  const name = nameOf(props);
  return {
    domainName: required(text(domainNameProblem)),
    certificate: optional(
      inTurn(instance(DomainCertificate, CERTIFICATE), (certificate, place) =>
        (certificate as DomainCertificate)._problems(place, name, scope),
      ),
    ),
    icpFiling: optional(literalText(filingNumber)),
    dns: optional(
      inTurn(instance(DomainDns, "DomainDns.elsewhere()"), (dns, place) =>
        (dns as DomainDns)._problems(place, name),
      ),
    ),
  };
}

const filingNumber = notBlank({
  got: "text that says nothing",
  expected: "the number of the filing",
  fix: "write it as the authority gave it",
});

const CERTIFICATE = "DomainCertificate.fromFiles({ … })";

/** The name, where it is known and right. */
function nameOf(props: unknown): string | undefined {
  const name = (props as Partial<CustomDomainProps> | null | undefined)?.domainName;
  if (typeof name !== "string" || Token.isUnresolved(name)) return undefined;
  return domainNameProblem(name) ? undefined : name;
}

const routesCheck: Check = literal((routes, at) => [
  ...eachRoute(routes, at),
  ...eachPathOnce(routes, at),
]);

const eachRoute = list(
  own(DomainRoute, "DomainRoute.to(orders)"),
  notEmpty({
    got: "an empty list",
    expected: "at least one route; without one every plan differs too",
    fix: "give DomainRoute.to(…)",
  }),
);

const eachPathOnce = once(
  "each path once",
  (route) => ({ key: route instanceof DomainRoute ? route._path : undefined, member: "path" }),
  "make one route of the two, with the methods of both, or give one another path",
);

const tlsCheck: Check = (tls, at) => [...eachOfTls(tls, at), ...rangeProblems(tls, at)];

const eachOfTls = object({
  minVersion: optional(text(tlsVersionProblem)),
  maxVersion: optional(text(tlsVersionProblem)),
  cipherSuites: optional(issues(cipherSuitesIssues)),
});

function rangeProblems(tls: unknown, at: string): readonly PropProblem[] {
  const { minVersion, maxVersion } = tls as DomainTls;
  const least = minVersion ?? LEAST_SAFE_TLS_VERSION;
  const problem = tlsRangeProblem(least, maxVersion ?? "", ["minVersion", "maxVersion"]);
  return problem ? [{ at: `${at}.maxVersion`, ...problem }] : [];
}

/** The service has more, which the provider refuses. */
function domainAuthProblems(auth: unknown, at: string): readonly PropProblem[] {
  const problem = authTypeProblem((auth as HttpAuth).authType, DOMAIN_AUTH_TYPES);
  if (!problem) return [];
  return [
    {
      at,
      got: `${problem.got} authentication`,
      expected: `${problem.expected}: the provider takes no other for a custom domain`,
      fix: "take HttpAuth.jwt({ … }) or HttpAuth.signature(), or HttpAuth.anonymous() where the functions tell their callers apart themselves",
    },
  ];
}

/** Protocol, certificate and TLS have to fit each other. */
function protocolProblems(props: unknown): readonly PropProblem[] {
  if (typeof props !== "object" || props === null || Array.isArray(props)) return [];
  const { protocol, certificate, tls } = props as Partial<CustomDomainProps>;
  // What is no protocol has been said.
  if (protocol != null && !DOMAIN_PROTOCOLS.includes(protocol)) return [];
  if (protocol !== DomainProtocol.HTTP) {
    if (certificate != null) return [];
    return [
      {
        at: "certificate",
        got: `nothing beside ${protocol == null ? "no protocol, which means HTTPS" : `protocol ${JSON.stringify(protocol)}`}`,
        expected: "a certificate for HTTPS",
        fix: `give ${CERTIFICATE}; or write protocol: DomainProtocol.HTTP, with which all can be read on its way`,
      },
    ];
  }
  const unused = Object.entries({ certificate, tls }).filter(([, value]) => value != null);
  return unused.map(([at]) => ({
    at,
    got: `${at} beside protocol "HTTP"`,
    expected: "nothing: it is for HTTPS",
    fix: "remove it, or write protocol: DomainProtocol.HTTPS",
  }));
}
