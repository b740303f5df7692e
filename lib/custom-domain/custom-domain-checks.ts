import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { DOMAIN_AUTH_TYPES, authTypeProblem } from "../facts/auth-types";
import { domainNameProblem } from "../facts/domain-name";
import { repeated } from "../facts/issue";
import {
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
  type PropProblem,
  bool,
  enumeration,
  inTurn,
  instance,
  issues,
  list,
  literal,
  literalBool,
  literalText,
  object,
  optional,
  required,
  text,
} from "../props";
import { DomainCertificate } from "./certificate";
import type { CustomDomainProps } from "./custom-domain-props";
import { DomainDns } from "./dns";
import { DomainProtocol } from "./domain-protocol";
import { DomainRoute } from "./domain-route";
import type { DomainTls } from "./domain-tls";

/**
 * What is wrong with the props of a custom domain.
 *
 * @param scope the domain's construct
 */
export function customDomainCheck(scope: IConstruct): Check {
  return (props, at) => {
    const name = nameOf(props);
    const check = object(
      {
        ...constructProps,
        domainName: required(text(domainNameProblem)),
        routes: required(routesCheck),
        certificate: optional(
          inTurn(instance(DomainCertificate, CERTIFICATE), (certificate, place) =>
            (certificate as DomainCertificate)._problems(place, name, scope),
          ),
        ),
        protocol: optional(enumeration({ ...DomainProtocol })),
        tls: optional(tlsCheck),
        auth: optional(inTurn(authCheck(), domainAuthProblems)),
        cors: optional(corsCheck()),
        corsInCode: optional(literalBool()),
        waf: optional(bool()),
        icpFiling: optional(literalText(emptyProblem)),
        dns: optional(
          inTurn(instance(DomainDns, "DomainDns.elsewhere()"), (dns, place) =>
            (dns as DomainDns)._problems(place, name),
          ),
        ),
      },
      (given) => protocolProblems(given as unknown as CustomDomainProps),
    );
    return check(props, at);
  };
}

const CERTIFICATE = "DomainCertificate.fromFiles({ … })";

/** The name, where it is known and right. */
function nameOf(props: unknown): string | undefined {
  const name = (props as Partial<CustomDomainProps> | null | undefined)?.domainName;
  if (typeof name !== "string" || Token.isUnresolved(name)) return undefined;
  return domainNameProblem(name) ? undefined : name;
}

const routesCheck: Check = literal(
  inTurn(
    list(
      inTurn(instance(DomainRoute, "DomainRoute.to(orders)"), (route, at) =>
        (route as DomainRoute)._problems(at),
      ),
      atLeastOneRoute,
    ),
    pathsTwice,
  ),
);

function atLeastOneRoute(routes: readonly unknown[]) {
  if (routes.length > 0) return undefined;
  const expected = "at least one route; without one every plan differs too";
  return { got: "an empty list", expected, fix: "give DomainRoute.to(…)" };
}

function pathsTwice(routes: unknown, at: string): readonly PropProblem[] {
  const paths = (routes as readonly DomainRoute[]).map((route) => route._path);
  return repeated(paths).map(({ index, first }) => ({
    at: `${at}[${index}].path`,
    got: `${Token.isUnresolved(paths[index]) ? "the same" : JSON.stringify(paths[index])} again, as routes[${first}]`,
    expected: "each path once",
    fix: "make one route of the two, with the methods of both, or give one another path",
  }));
}

const tlsCheck: Check = object(
  {
    minVersion: optional(text(tlsVersionProblem)),
    maxVersion: optional(text(tlsVersionProblem)),
    cipherSuites: optional(issues(cipherSuitesIssues)),
  },
  (tls) => {
    const { minVersion = LEAST_SAFE_TLS_VERSION, maxVersion = "" } = tls as DomainTls;
    const problem = tlsRangeProblem(minVersion, maxVersion, ["minVersion", "maxVersion"]);
    return problem ? [{ at: "maxVersion", ...problem }] : [];
  },
);

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
function protocolProblems({ protocol, certificate, tls }: CustomDomainProps): PropProblem[] {
  const isHttp = protocol === DomainProtocol.HTTP;
  const stated = protocol === undefined ? "no protocol, which means HTTPS" : `"${protocol}"`;
  if (!isHttp) {
    if (certificate !== undefined) return [];
    return [
      {
        at: "certificate",
        got: `nothing beside ${protocol === undefined ? stated : `protocol ${stated}`}`,
        expected: "a certificate for HTTPS",
        fix: `give ${CERTIFICATE}, or protocol: DomainProtocol.HTTP, by which all can be read on its way`,
      },
    ];
  }
  const unused = Object.entries({ certificate, tls }).filter(([, value]) => value !== undefined);
  return unused.map(([at]) => ({
    at,
    got: `${at} beside protocol ${stated}`,
    expected: "nothing: it is for HTTPS",
    fix: `remove it, or write protocol: DomainProtocol.HTTPS`,
  }));
}

function emptyProblem(filing: string) {
  if (filing.trim() !== "") return undefined;
  return {
    got: "text that says nothing",
    expected: "the number of the filing",
    fix: "write it as the authority gave it",
  };
}
