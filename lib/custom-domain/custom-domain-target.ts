import { BlueprintTarget } from "../blueprints/blueprint-target";
import { type Given, type TargetSpec, given, stated } from "../blueprints/target-spec";
import { customDomainCheck } from "./custom-domain-checks";
import { DomainProtocol } from "./domain-protocol";

/** A custom domain, as blueprints see it. */
export const customDomainTarget: TargetSpec = {
  target: BlueprintTarget.CUSTOM_DOMAIN,
  key: "customDomain",
  main: () => "Default",
  check: (construct) => customDomainCheck(construct),
  props: {
    domainName: stated("text", "custom_domain_name"),
    routes: stated("whole", "route_config"),
    certificate: given("whole", "cert_config", { fits: speaksHttps }),
    protocol: given("text", "protocol", { usual: DomainProtocol.HTTPS, fits: isForProtocol }),
    tls: given("whole", "tls_config", { fits: speaksHttps }),
    auth: given("text", "auth_config", { usual: "function" }),
    cors: given("whole", "cors_config"),
    corsInCode: given("bool", [], { usual: "false" }),
    waf: given("bool", "waf_config", { usual: "false" }),
    icpFiling: given("text", []),
    dns: given("whole", ["alicloud_alidns_record:", "alicloud_pvtz_zone_record:"]),
  },
};

/** Certificate and TLS are for HTTPS. */
function speaksHttps({ protocol }: Given): boolean {
  return protocol !== DomainProtocol.HTTP;
}

/** HTTP alone is nothing for who states a certificate or TLS. */
function isForProtocol({ certificate, tls }: Given): boolean {
  return certificate === undefined && tls === undefined;
}
