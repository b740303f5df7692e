import { type TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayGroup } from "../../../lib/alicloud/api-gateway-group";
import { DomainBinding, bindDomain, domainCheck } from "../../../lib/api-gateway/domain/index";
import type { BoundDomain, GatewayDomain } from "../../../lib/api-gateway/domain/index";
import type { ApiRouteProps } from "../../../lib/api-gateway/route/api-route-props";
import { checkProps, object, required } from "../../../lib/props";
import { type Part, Trace, guard } from "../../../lib/synth";
import { certificateIn } from "../../custom-domain/fixtures";
import { thrownBy } from "../../support/app";
import { stackOf } from "../../support/synth";

const BOUND = { domainName: "api.example.com", binding: DomainBinding.byStack() };

/** What a domain is made with. */
export interface Given {
  readonly domain: Partial<GatewayDomain>;
  readonly routes?: readonly Partial<ApiRouteProps>[];
  readonly part?: Partial<Part>;
}

/** A construct with a group and a domain, as a front makes them. */
export class Front extends Construct {
  public readonly bound: BoundDomain;

  public constructor(scope: Construct, id: string, { domain, routes, part }: Given) {
    super(scope, id);
    guard(this);
    const trace = new Trace(Front as never);
    const check = object({ domain: required(domainCheck(this, routes)) });
    const props = checkProps(this, { domain: { ...BOUND, ...domain } }, check);
    const group = new ApiGatewayGroup(this, "Group", { name: "orders_group" });
    const seen = {
      groupId: group.id,
      subDomain: group.subDomain,
      vpcDomain: group.vpcDomain,
    };
    this.bound = bindDomain(
      this,
      { ...part, trace, group: seen, routes: routes as never },
      props.domain,
    );
  }
}

type Make = (stack: TerraformStack) => Partial<GatewayDomain>;

/** A stack with one front and its domain, with a certificate if nothing else is said. */
export function frontIn(stack: TerraformStack, make: Make = () => ({}), more: Partial<Given> = {}) {
  const domain = { certificate: certificateIn(stack), ...make(stack) };
  return new Front(stack, "Front", { domain, ...more });
}

/** All that such a stack becomes, judged by the rules. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
export function document(make?: Make, more?: Partial<Given>): any {
  const stack = stackOf();
  frontIn(stack, make, more);
  return JSON.parse(Testing.synth(stack, true));
}

/** What is said of a wrong domain, without the place. */
export function refusal(make: Make, more?: Partial<Given>): string {
  return thrownBy(() => document(make, more)).replace(/^ {2}at .*\n/m, "");
}
