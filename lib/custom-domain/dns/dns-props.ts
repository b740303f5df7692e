import type { ITerraformDependable } from "cdktf";

/** How the record of a custom domain is made. */
export interface DnsRecordOptions {
  /**
   * How long others keep the answer: 1 to 86,400 seconds. The least depends on the edition of the
   * zone.
   *
   * @default - not stated: 600 in a public zone, 60 in a private one
   */
  readonly ttlSeconds?: number;
  /**
   * How long the domain waits for the record after it was made: 1 to 3,600 seconds. It takes the
   * provider `hashicorp/time`, which the stack then declares. The record is there at once where its
   * zone is asked; a resolver that was asked for the name before may say for a while that there is
   * none.
   *
   * @default - it does not wait
   */
  readonly waitSeconds?: number;
  /**
   * The provider configuration of the record, for a zone of another account.
   *
   * @default - that of the domain
   */
  readonly provider?: ITerraformDependable;
}

/** How the record of a custom domain in a public zone is made. */
export interface ZoneRecordOptions extends DnsRecordOptions {
  /**
   * The name leads to the endpoint inside VPCs, where alone the domain then answers.
   *
   * @default false
   */
  readonly internal?: boolean;
}

/** A private zone. */
export interface PrivateZone {
  /** Its id, or a reference to it. */
  readonly zoneId: string;
  /** Its name, `example.com`: the domain's name is in it. */
  readonly zoneName: string;
}

/** How the record is written that somebody else makes. */
export interface DnsElsewhereOptions {
  /**
   * The name leads to the endpoint inside VPCs, where alone the domain then answers.
   *
   * @default false
   */
  readonly internal?: boolean;
}
