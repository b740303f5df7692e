import type { Part } from "../synth";

/** A custom domain, seen from its DNS record. */
export interface DnsDomain extends Part {
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
