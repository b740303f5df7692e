import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { PropProblem } from "../../props";
import type { DnsDomain } from "../domain-part";
import type {
  DnsElsewhereOptions,
  DnsRecordOptions,
  PrivateZone,
  ZoneRecordOptions,
} from "./dns-props";
import { elsewhere } from "./elsewhere";
import { inPrivateZone } from "./in-private-zone";
import { inZone } from "./in-zone";
import type { DnsSource } from "./source";

/**
 * How the name of a custom domain comes to lead to Function Compute, which looks it up when the
 * domain is created and refuses it with 400 DomainNameNotResolved where it leads elsewhere. Nothing
 * tries again, so a record is made before the domain, and removed after it.
 *
 * Source: "Configure custom domain names", "Add a CNAME record".
 */
export class DomainDns {
  /**
   * By a CNAME record in a public zone of Alibaba Cloud DNS. The name of the zone itself gets the
   * host record `@`, which Alibaba Cloud DNS takes where there is no record of addresses beside it;
   * beside one of mail (MX) or text (TXT) it takes it too, and mail may get lost.
   *
   * @param zoneName the zone, `example.com`: the domain's name is in it
   * @param options how the record is made
   */
  public static inZone(zoneName: string, options: ZoneRecordOptions = {}): DomainDns {
    return new DomainDns(inZone(zoneName, options ?? {}));
  }

  /**
   * By a CNAME record in a private zone, to the endpoint inside VPCs. Who asks in a VPC that the zone
   * is bound to gets this answer.
   *
   * Not verified against the service: whether it finds a name that is in a private zone alone. Where
   * it answers 400 DomainNameNotResolved, the public zone needs a record too: make it by `inZone`
   * with `internal: true`, and the private one beside it.
   *
   * @param zone id and name
   * @param options how the record is made
   */
  public static inPrivateZone(zone: PrivateZone, options: DnsRecordOptions = {}): DomainDns {
    return new DomainDns(inPrivateZone(zone, options ?? {}));
  }

  /**
   * By a record that somebody else makes before the apply. An output of the stack has it in one line
   * of a zone file: `api.example.com. 600 IN CNAME 1234567890123456.cn-hangzhou.fc.aliyuncs.com.`
   *
   * @param options where the record leads
   */
  public static elsewhere(options: DnsElsewhereOptions = {}): DomainDns {
    return new DomainDns(elsewhere(options ?? {}));
  }

  private constructor(private readonly source: DnsSource) {}

  /** Whether somebody else makes the record. @internal */
  public get _isElsewhere(): boolean {
    return this.source.isElsewhere === true;
  }

  /**
   * What is wrong with it.
   *
   * @param at the prop that it is given as
   * @param domainName the domain's name; undefined where that is not known at synth
   * @internal
   */
  public _problems(at: string, domainName: string | undefined): readonly PropProblem[] {
    return this.source.problems(at, domainName);
  }

  /**
   * Makes the record.
   *
   * @param scope the domain's construct
   * @param domain the domain
   * @returns what the domain has to wait for
   * @internal
   */
  public _bind(scope: Construct, domain: DnsDomain): readonly ITerraformDependable[] {
    return this.source.bind(scope, domain);
  }
}
