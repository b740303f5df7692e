import { Fn, Token, propertyAccess } from "cdktf";
import { Construct } from "constructs";
import { DataAlicloudSslCertificatesServiceCertificates } from "../../alicloud/data-alicloud-ssl-certificates-service-certificates";
import { certificateNameProblem } from "../../facts/certificate";
import { notBlank } from "../../facts/not-empty";
import { literally } from "../../facts/regular-expression";
import { type PropProblem, literalText, object, optional, text } from "../../props";
import { makeResource, metaArguments } from "../../synth";
import type { CertificateOfService } from "./certificate-props";
import type { CertificateSource } from "./source";

/** A certificate of the certificate service. */
export function certificateOfService(wanted: CertificateOfService): CertificateSource {
  return {
    problems: (at) => CHECK(wanted, at),
    bind(scope, part) {
      const { certificateName, certificateId } = wanted;
      const found = makeResource(
        DataAlicloudSslCertificatesServiceCertificates,
        new Construct(scope, "Certificate"),
        part.trace,
        {
          // It is there already: one that waits for a resource is not read before the apply.
          provider: metaArguments(part).provider,
          enableDetails: true,
          ids: certificateId == null ? undefined : [certificateId],
          nameRegex: certificateName == null ? undefined : `^${literally(certificateName)}$`,
        },
      );
      // `one` ends the plan where there is none or several. A postcondition would say more, and is
      // written as an argument by `cdktf synth --hcl`, which Terraform refuses.
      const only = Fn.one(found.certificates.fqn as never) as unknown;
      const [certificate, privateKey] = ["cert", "key"].map((member) =>
        Token.asString(propertyAccess(only, [member])),
      );
      return { certificate, privateKey };
    },
  };
}

const named = notBlank({
  got: "an empty text",
  expected: "the name or id of a certificate",
  fix: "write it",
});

const CHECK = object(
  {
    certificateName: optional(literalText(named)),
    certificateId: optional(text(named)),
    name: optional(text(certificateNameProblem)),
  },
  ({ certificateName, certificateId }): readonly PropProblem[] => {
    if ((certificateName == null) !== (certificateId == null)) return [];
    return [
      {
        at: "certificateName",
        got: certificateName == null ? "neither a name nor an id" : "a name beside an id",
        expected: "one of certificateName and certificateId",
        fix: certificateName == null ? "give one of the two" : "remove one of the two",
      },
    ];
  },
);
