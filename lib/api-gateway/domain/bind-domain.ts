import { Construct } from "constructs";
import { DomainDns } from "../../custom-domain/dns";
import { DomainProtocol } from "../../custom-domain/domain-protocol";
import { urlOf } from "../../custom-domain/url";
import { type Part, register } from "../../synth";
import type { IApiGroup } from "../group/api-group-ref";
import type { ApiRouteProps } from "../route/api-route-props";
import { RequestProtocol } from "../route/words";
import { bindingOf } from "./domain-binding";
import type { GatewayDomain } from "./gateway-domain";

/** A front that gets a domain. */
export interface FrontedGroup extends Part {
  /** Its group. */
  readonly group: Pick<IApiGroup, "groupId" | "subDomain" | "vpcDomain">;
  /** The routes that callers reach by the domain; by default such as take HTTPS alone. */
  readonly routes?: readonly Pick<ApiRouteProps, "protocol">[];
}

/** What a front needs of its domain. */
export interface BoundDomain {
  /**
   * `https://` and the name, or `http://…` where callers cannot speak HTTPS to it.
   *
   * @throws an error of a wildcard domain, which has as many URLs as names
   */
  readonly url: string;
  /** The same for a shell: of a wildcard domain with the variable `CA_HOST` for the name that is meant. */
  readonly shellUrl: { readonly url: string; readonly variables: readonly string[] };
}

/**
 * Makes the record of a domain, then what binds it. Only for what `domainCheck` finds right.
 *
 * @param scope the front's construct
 * @param front its group and routes, and what its resources take from it
 * @param domain the domain
 */
export function bindDomain(
  scope: Construct,
  { group, routes = [], ...part }: FrontedGroup,
  domain: GatewayDomain,
): BoundDomain {
  const { domainName, icpFiling, certificate, certificateElsewhere } = domain;
  const binding = bindingOf(domain);
  const isHttps =
    (certificate !== undefined || certificateElsewhere === true || !binding._uploads) &&
    (routes.length === 0 || routes.some(({ protocol }) => protocol !== RequestProtocol.HTTP));
  const place = new Construct(scope, "Domain");
  let target = "";
  const first = (domain.dns ?? DomainDns.elsewhere())._bind(place, {
    ...part,
    domainName,
    target: (isInternal) => (target = isInternal ? group.vpcDomain : group.subDomain),
  });
  const made = binding._bind(place, {
    ...part,
    dependsOn: first.length > 0 ? [...(part.dependsOn ?? []), ...first] : part.dependsOn,
    domainName,
    groupId: group.groupId,
    target,
    certificate,
    isHttps: isHttps && certificateElsewhere !== true,
  });
  if (icpFiling !== undefined) {
    // What leads the domain to the group is asked for its filing: the record, and what binds it.
    for (const one of [...first.slice(0, 1), ...made]) {
      register(one as Construct, part.trace, { icpFiling });
    }
  }
  const protocol = isHttps ? DomainProtocol.HTTPS : DomainProtocol.HTTP;
  return {
    get url() {
      return urlOf(scope, { domainName, reference: domainName, protocol });
    },
    get shellUrl() {
      if (!domainName.startsWith("*.")) return { url: this.url, variables: [] };
      return { url: `${protocol.toLowerCase()}://$CA_HOST`, variables: ["CA_HOST"] };
    },
  };
}
