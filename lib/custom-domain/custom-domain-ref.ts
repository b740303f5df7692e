import type { IConstruct } from "constructs";
import type { DomainProtocol } from "./domain-protocol";

/** A custom domain, made here or imported. */
export interface ICustomDomain extends IConstruct {
  /** Its name, or a reference to it. */
  readonly domainName: string;
  /**
   * Its URL without a path: `https://api.example.com`, or `http://…` where it speaks HTTP alone.
   *
   * @throws an error of a wildcard domain, which has as many URLs as names
   */
  readonly url: string;
}

/** What is known of a custom domain that exists already. */
export interface CustomDomainAttributes {
  /** Its name, such as `api.example.com`. */
  readonly domainName: string;
  /**
   * What clients speak to it.
   *
   * @default DomainProtocol.HTTPS
   */
  readonly protocol?: DomainProtocol;
}
