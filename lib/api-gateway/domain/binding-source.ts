import type { Construct } from "constructs";
import type { DomainCertificate } from "../../custom-domain/certificate";
import type { PropProblem } from "../../props";
import type { Part } from "../../synth";

/** A domain, seen from what binds it. */
export interface DomainToBind extends Part {
  /** Its name. */
  readonly domainName: string;
  /** The id of the group, by a reference as a rule. */
  readonly groupId: string;
  /** What its record leads to. */
  readonly target: string;
  /** Its certificate. */
  readonly certificate?: DomainCertificate;
  /** Callers speak HTTPS to it. */
  readonly isHttps: boolean;
}

/** A way in which a domain is bound to a group. A resource of the provider will be another one. */
export interface BindingSource {
  /** Whether it uploads a certificate. */
  readonly uploads: boolean;
  /** What is wrong with its options. */
  problems(at: string): readonly PropProblem[];
  /** Makes what binds the domain, after what the domain depends on, and returns its resources. */
  bind(scope: Construct, domain: DomainToBind): readonly Construct[];
}
