import type { Construct, IConstruct } from "constructs";
import { certificateNameProblem } from "../../facts/certificate";
import { type PropProblem, object, optional, required, secret, text } from "../../props";
import { uniqueName } from "../../synth";
import { MOST_CERTIFICATE_NAME_CHARACTERS } from "../../facts/certificate";
import type { CertConfig, DomainPart } from "../domain-part";

/** A certificate with its private key, as text. */
export interface CertificateTextProps {
  /** The PEM text of the certificate and of its issuers, in this order, or a reference to it. */
  readonly certificate: string;
  /** A reference to the PEM text of the private key, such as the value of a sensitive variable. Never the key itself. */
  readonly privateKey: string;
  /**
   * The certificate's name: 1 to 128 characters.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly certificateName?: string;
}

/** The certificate of a custom domain. What is wrong with it is said by the domain. */
export class DomainCertificate {
  /**
   * Of text.
   *
   * @param props the certificate and a reference to its key
   */
  public static fromText(props: CertificateTextProps): DomainCertificate {
    return new DomainCertificate(props);
  }

  private constructor(private readonly props: CertificateTextProps) {}

  /**
   * What is wrong with it.
   *
   * @param at the prop that it is given as
   * @param _domainName the domain that it is for; undefined where that is not known
   * @param _scope the domain's construct, by which paths are found
   * @internal
   */
  public _problems(
    at: string,
    _domainName: string | undefined,
    _scope: IConstruct,
  ): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /**
   * Makes what it is made of. Only for what is right.
   *
   * @param scope the domain's construct
   * @param _part provider, order and place
   * @internal
   */
  public _bind(scope: Construct, _part: DomainPart): CertConfig {
    const { certificate, privateKey, certificateName } = this.props;
    const certName =
      certificateName ?? uniqueName(scope, { most: MOST_CERTIFICATE_NAME_CHARACTERS });
    return { certName, certificate, privateKey };
  }
}

const CHECK = object({
  certificate: required(text()),
  privateKey: required(secret()),
  certificateName: optional(text(certificateNameProblem)),
});
