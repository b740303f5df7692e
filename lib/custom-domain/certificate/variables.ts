import { Token } from "cdktf";
import { certificateNameProblem } from "../../facts/certificate";
import type { Problem } from "../../facts/problem";
import { object, optional, required, secret, text } from "../../props";
import { contentProblems } from "./content";
import type { CertificateVariables } from "./certificate-props";
import type { CertificateSource } from "./source";

/** A certificate in variables. */
export function certificateVariables(variables: CertificateVariables): CertificateSource {
  return {
    problems(at, { domainName }) {
      const wrong = CHECK(variables, at);
      const certificate: unknown = variables?.certificate;
      if (typeof certificate !== "string" || Token.isUnresolved(certificate)) return wrong;
      const { certificate: found } = contentProblems({ certificate }, domainName);
      return [...found.map((one) => ({ at: `${at}.certificate`, ...ofLiteral(one) })), ...wrong];
    },
    bind: () => ({ certificate: variables.certificate, privateKey: variables.privateKey }),
  };
}

const CHECK = object({
  certificate: required(text()),
  privateKey: required(secret()),
  name: optional(text(certificateNameProblem)),
});

/** In the words of the API: the facts speak of Terraform's `file`. */
function ofLiteral(problem: Problem): Problem {
  if (problem.got !== "the path of a file") return problem;
  return { ...problem, fix: "take DomainCertificate.fromFiles({ … })" };
}
