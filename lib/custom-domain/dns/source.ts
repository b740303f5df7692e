import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { PropProblem } from "../../props";
import type { DnsDomain } from "../domain-part";

/** A way in which a name comes to lead to Function Compute. */
export interface DnsSource {
  /** Whether somebody else makes the record. Default: false. */
  readonly isElsewhere?: boolean;
  /** What is wrong with it. The domain's name is undefined where it is wrong. */
  problems(at: string, domainName: string | undefined): readonly PropProblem[];
  /** Makes what it needs below the domain, and says what the domain has to wait for. */
  bind(scope: Construct, domain: DnsDomain): readonly ITerraformDependable[];
}
