import type { Construct, IConstruct } from "constructs";
import type { SeenCertificate } from "../../graph";
import type { PropProblem } from "../../props";
import type { Part } from "../../synth";
import type { CertConfig } from "../domain-part";

/** The domain that a certificate is for. */
export interface CertifiedDomain {
  /** The domain's construct, by which paths are found. */
  readonly scope: IConstruct;
  /** Its name; undefined where that is not known at synth. */
  readonly domainName: string | undefined;
}

/** Where a certificate comes from. */
export interface CertificateSource {
  /** What is wrong with it. */
  problems(at: string, domain: CertifiedDomain): readonly PropProblem[];
  /** Makes what it is made of. Only for what is right. */
  bind(scope: Construct, part: Part): Omit<CertConfig, "certName">;
  /** What was seen of it, for the rules, where its text is not in the configuration. */
  seen?(scope: IConstruct): SeenCertificate | undefined;
}
