import type { ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import type { PropProblem } from "../../props";
import type { DnsDomain } from "../domain-part";

/** How the name of a custom domain comes to lead to Function Compute. */
export class DomainDns {
  /** The zone is kept elsewhere. */
  public static elsewhere(): DomainDns {
    return new DomainDns();
  }

  private constructor() {}

  /**
   * What is wrong with it.
   *
   * @param _at the prop that it is given as
   * @param _domainName the domain's name; undefined where that is not known at synth
   * @internal
   */
  public _problems(_at: string, _domainName: string | undefined): readonly PropProblem[] {
    return [];
  }

  /**
   * Makes the record.
   *
   * @param _scope the domain's construct
   * @param _domain the domain
   * @returns what the domain has to wait for
   * @internal
   */
  public _bind(_scope: Construct, _domain: DnsDomain): readonly ITerraformDependable[] {
    return [];
  }
}
