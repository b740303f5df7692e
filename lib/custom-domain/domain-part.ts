import type { ConstructProps } from "../synth/construct-props";
import type { Trace } from "../synth";

/** What the resources beside a custom domain take from it: provider, order, and where it was made. */
export interface DomainPart extends ConstructProps {
  /** Where the user made the domain. */
  readonly trace: Trace;
}

/** A custom domain, seen from its DNS record. */
export interface DnsDomain extends DomainPart {
  /** The name, without a reference to the domain: the record is made before it. */
  readonly domainName: string;
  /** What the name has to lead to. */
  target(isInternal: boolean): string;
}

/** `cert_config` of a custom domain. */
export interface CertConfig {
  /** `cert_name`. */
  readonly certName: string;
  /** `certificate`: PEM text. */
  readonly certificate: string;
  /** `private_key`: a reference to PEM text. */
  readonly privateKey: string;
}
