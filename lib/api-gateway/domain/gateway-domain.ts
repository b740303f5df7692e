import type { DomainCertificate } from "../../custom-domain/certificate";
import type { DomainDns } from "../../custom-domain/dns";
import type { DomainBinding } from "./domain-binding";

/**
 * A name of one's own for a gateway: its independent domain. Without one, callers have the group's
 * second-level domain, which is for tests: 1,000 calls a day in mainland regions, 100 elsewhere.
 *
 * Source: "Bind a custom domain name to an API group"; SetDomain.
 */
export interface GatewayDomain {
  /**
   * The name: `api.example.com`, or `*.example.com` for every name with one part before it. Another
   * name is bound anew, after the old one is unbound.
   */
  readonly domainName: string;
  /**
   * How the name comes to lead to the group's second-level domain, by which the gateway tells that
   * it is yours. With `internal`, and in a private zone, it leads to the group's domain inside VPCs
   * (`vpc_domain`), which a group has only with `vpcIntranetEnable`; a record in a public zone that
   * leads there is an error of the rule `api-gateway/domain-cname`.
   *
   * Not verified against the service: whether it binds a name that is in a private zone alone. Where
   * it does not, the public zone needs the TXT record of "Domain name ownership verification".
   *
   * @default DomainDns.elsewhere()
   */
  readonly dns?: DomainDns;
  /**
   * The certificate for HTTPS. At the gateway its name has 4 to 50 letters, digits and `_`, the first
   * a letter.
   *
   * @default - none: refused where a route takes HTTPS alone, as routes do, unless somebody else uploads it
   */
  readonly certificate?: DomainCertificate;
  /**
   * Somebody else uploads the certificate to the domain when it is bound: a person, or the
   * certificate service. Nothing is known of it here.
   *
   * @default false
   */
  readonly certificateElsewhere?: boolean;
  /**
   * The number of the ICP filing, which a domain in a mainland region needs. Written nowhere but
   * into the metadata, where the rules read it.
   *
   * @default - none: a warning in a mainland region
   */
  readonly icpFiling?: string;
  /**
   * Who binds the name to the group.
   *
   * @default - DomainBinding.byStack() where the record is made here; DomainBinding.byHand() where somebody else makes it, once there is a group that it can lead to
   */
  readonly binding?: DomainBinding;
}
