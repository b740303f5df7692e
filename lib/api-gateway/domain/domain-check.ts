import type { IConstruct } from "constructs";
import type { DomainCertificate } from "../../custom-domain/certificate";
import { namedDomainProps } from "../../custom-domain/custom-domain-checks";
import type { Problem } from "../../facts/problem";
import {
  type Check,
  type PropProblem,
  inTurn,
  itemsIn,
  literalBool,
  object,
  optional,
  own,
  text,
} from "../../props";
import { RequestProtocol } from "../route/words";
import { gatewayCertificateNameProblem } from "./certificate-name";
import { DomainBinding, bindingOf } from "./domain-binding";
import type { GatewayDomain } from "./gateway-domain";

/**
 * What is wrong with the domain of a gateway.
 *
 * @param scope the front's construct, by which paths are found
 * @param routes the front's `routes`, whatever was given
 */
export function domainCheck(scope: IConstruct, routes?: unknown): Check {
  return (domain, at) => {
    const { domainName, dns, certificate, icpFiling } = namedDomainProps(scope, domain);
    const check = object({
      domainName,
      dns,
      certificate: optional(inTurn(certificate.check, certificateNameCheck)),
      certificateElsewhere: optional(literalBool()),
      icpFiling,
      binding: optional(own(DomainBinding, "DomainBinding.byStack()")),
    });
    return [...check(domain, at), ...certificateProblems(domain, at, takesHttpsAlone(routes))];
  };
}

const certificateNameCheck: Check = (certificate, at) => {
  const name = (certificate as DomainCertificate)._name;
  return name == null ? [] : text(gatewayCertificateNameProblem)(name, `${at}.name`);
};

/** Certificate, binding and what routes take have to fit each other. */
function certificateProblems(
  domain: unknown,
  at: string,
  needsCertificate: boolean,
): readonly PropProblem[] {
  if (typeof domain !== "object" || domain === null || Array.isArray(domain)) return [];
  const { certificate, certificateElsewhere, binding } = domain as Partial<GatewayDomain>;
  const binds = bindingOf(domain);
  const isByHand = binds instanceof DomainBinding && !binds._uploads;
  if (certificate != null) {
    if (isByHand) {
      return [{ at: `${at}.certificate`, ...(binding ? BESIDE_BY_HAND : BESIDE_ELSEWHERE) }];
    }
    if (certificateElsewhere !== true) return [];
    return [
      {
        at: `${at}.certificateElsewhere`,
        got: "true beside a certificate",
        expected: "one of certificate and certificateElsewhere",
        fix: "remove one of the two",
      },
    ];
  }
  if (isByHand || certificateElsewhere === true || !needsCertificate) return [];
  return [
    {
      at: `${at}.certificate`,
      got: "nothing, and routes that take HTTPS alone",
      expected: "a certificate: without one the domain speaks HTTP alone, and would answer nobody",
      fix: "give DomainCertificate.fromFiles({ … }), or certificateElsewhere: true where somebody else uploads it",
    },
  ];
}

const BESIDE_BY_HAND: Problem = {
  got: "certificate beside DomainBinding.byHand()",
  expected: "nothing: who binds the domain uploads it",
  fix: "remove it, or take DomainBinding.byStack()",
};

const BESIDE_ELSEWHERE: Problem = {
  got: "a certificate, and a record that somebody else makes: then the domain is bound by hand",
  expected: "nothing: who binds the domain uploads it",
  fix: "make the record here with DomainDns.inZone(…), remove the certificate, or give DomainBinding.byStack() once the record is there",
};

/** Whether a route takes HTTPS alone, as one does that does not say. */
function takesHttpsAlone(routes: unknown): boolean {
  const all = itemsIn(routes);
  return (
    all.length === 0 ||
    all.some((route) => {
      const { protocol } = (route ?? {}) as { readonly protocol?: unknown };
      return (protocol ?? RequestProtocol.HTTPS) === RequestProtocol.HTTPS;
    })
  );
}
