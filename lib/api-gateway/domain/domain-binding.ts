import type { Construct } from "constructs";
import { DomainDns } from "../../custom-domain/dns";
import type { PropProblem } from "../../props";
import type { BindingSource, DomainToBind } from "./binding-source";
import { byHand } from "./by-hand";
import { byStack } from "./by-stack";
import type { GatewayDomain } from "./gateway-domain";

/** How a domain is bound by a stack. */
export interface StackBindingOptions {
  /**
   * What the name of the stack begins with: letters, digits, `-` and `_`, the first a letter or a
   * digit, at most 246. Behind it stands a digest of what is bound.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly stackName?: string;
}

/**
 * Who binds a domain to an API group. The gateway answers for a name only where it is bound, and
 * binds it only where its record leads to the group already.
 *
 * Source: SetDomain, SetDomainCertificate.
 */
export class DomainBinding {
  /**
   * A stack of Resource Orchestration Service binds it, `alicloud_ros_stack` with
   * `ALIYUN::ApiGateway::CustomDomain`, since the provider has no resource for it yet. It is made
   * after the record and removed before it. Who applies needs the rights of ROS too.
   *
   * The certificate's key is a parameter with `NoEcho`, which the service never shows again. So
   * Terraform cannot compare it: the parameters are compared by no plan, and a digest of group, name
   * and certificate in the stack's name says when they are others. Then the domain is unbound and
   * bound again, and for some seconds answers nobody, with each new certificate too: a new key
   * without one is not seen. Who cannot have that gives `certificateElsewhere`.
   *
   * Not verified against the live service: this type of ROS, and a certificate of several lines as a
   * parameter.
   *
   * @param options how the stack is made
   */
  public static byStack(options: StackBindingOptions = {}): DomainBinding {
    return new DomainBinding(byStack(options ?? {}));
  }

  /** A person binds it in the console. Nothing is made but an output of the stack, with the steps. */
  public static byHand(): DomainBinding {
    return new DomainBinding(byHand());
  }

  private constructor(private readonly source: BindingSource) {}

  /** Whether it uploads a certificate. @internal */
  public get _uploads(): boolean {
    return this.source.uploads;
  }

  /**
   * What is wrong with it.
   *
   * @param at the prop that it is given as
   * @internal
   */
  public _problems(at: string): readonly PropProblem[] {
    return this.source.problems(at);
  }

  /**
   * Makes what binds the domain. Only for what is right.
   *
   * @param scope the domain's construct
   * @param domain the domain
   * @returns its resources
   * @internal
   */
  public _bind(scope: Construct, domain: DomainToBind): readonly Construct[] {
    return this.source.bind(scope, domain);
  }
}

/** Who binds a domain. A stack of ROS fails where its record is not there, and nothing here waits for one that somebody else makes. */
export function bindingOf({ binding, dns }: Partial<GatewayDomain>): DomainBinding {
  if (binding) return binding;
  const isElsewhere = dns instanceof DomainDns ? dns._isElsewhere : !dns;
  return isElsewhere ? DomainBinding.byHand() : DomainBinding.byStack();
}
