import type { Construct, IConstruct } from "constructs";
import { MOST_CERTIFICATE_NAME_CHARACTERS } from "../../facts/certificate";
import type { SeenCertificate } from "../../graph";
import type { PropProblem } from "../../props";
import { type Part, uniqueName } from "../../synth";
import type { CertConfig } from "../domain-part";
import type {
  CertificateFiles,
  CertificateOfService,
  CertificateVariables,
} from "./certificate-props";
import { certificateFiles } from "./files";
import { certificateOfService } from "./service";
import type { CertificateSource } from "./source";
import { certificateVariables } from "./variables";

/**
 * The certificate of a custom domain, with its private key. The key is in no output of the
 * synthesis, whichever way it is given; Terraform's state has it, as it has every argument.
 *
 * What is known at synth is looked at: that it is PEM text of a certificate and not of something
 * else, that its key is the one of the first certificate and has no password, that it is for the
 * domain and valid today, that the domain's own certificate stands before those of its issuers, and
 * that the service takes its length. What is wrong is said by the domain. One that ends within 30
 * days, and a chain that some clients do not accept, are warnings of the rule
 * `custom-domain/certificate`.
 *
 * Source: CreateCustomDomain, `certConfig`; "Configure custom domain names", HTTPS.
 */
export class DomainCertificate {
  /**
   * Of PEM files. Terraform reads them when it runs, so only their paths are written. They are
   * looked at where they are there at synth; a pipeline may bring them later. A destroy needs them
   * too: Terraform stops where one is missing.
   *
   * @param files the two paths
   */
  public static fromFiles(files: CertificateFiles): DomainCertificate {
    return new DomainCertificate(certificateFiles(files), files);
  }

  /**
   * Of sensitive variables, or of another reference to PEM text, such as the data source of a
   * secret. A key as a literal is refused, and not shown.
   *
   * @param variables the two texts
   */
  public static fromVariables(variables: CertificateVariables): DomainCertificate {
    return new DomainCertificate(certificateVariables(variables), variables);
  }

  /**
   * Of a certificate in the certificate service, by the data source
   * `alicloud_ssl_certificates_service_certificates`. Nothing of it is known at synth. A plan fails
   * where the account has none of that name or id, or several.
   *
   * Not verified against the service: that it hands out the private key of every certificate. It
   * has that of one which was uploaded, or for which it made the request; where the request was
   * made elsewhere it has none, and the domain is refused when it is created.
   *
   * @param certificate its name or its id
   */
  public static fromCertificateService(certificate: CertificateOfService): DomainCertificate {
    return new DomainCertificate(certificateOfService(certificate), certificate);
  }

  private constructor(
    private readonly source: CertificateSource,
    private readonly props: { readonly name?: string },
  ) {}

  /** The name that was given for the two; undefined for none. @internal */
  public get _name(): string | undefined {
    return this.props?.name ?? undefined;
  }

  /**
   * What is wrong with it.
   *
   * @param at the prop that it is given as
   * @param domainName the domain that it is for; undefined where that is not known
   * @param scope the domain's construct, by which paths are found
   * @internal
   */
  public _problems(
    at: string,
    domainName: string | undefined,
    scope: IConstruct,
  ): readonly PropProblem[] {
    return this.source.problems(at, { domainName, scope });
  }

  /**
   * Makes what it is made of. Only for what is right.
   *
   * @param scope the domain's construct
   * @param part provider, order and place
   * @internal
   */
  public _bind(scope: Construct, part: Part): CertConfig {
    const certName =
      this.props.name ?? uniqueName(scope, { most: MOST_CERTIFICATE_NAME_CHARACTERS });
    return { certName, ...this.source.bind(scope, part) };
  }

  /**
   * What was seen of it, for the rules, where its text is not in the configuration.
   *
   * @param scope the domain's construct, by which paths are found
   * @internal
   */
  public _seen(scope: IConstruct): SeenCertificate | undefined {
    return this.source.seen?.(scope);
  }
}
