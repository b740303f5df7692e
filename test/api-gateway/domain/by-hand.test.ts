import { DomainDns } from "../../../lib";
import { DomainBinding } from "../../../lib/api-gateway/domain";
import { GatewayDomain } from "../../../lib/api-gateway/domain";
import { RequestProtocol } from "../../../lib/api-gateway/route/words";
import { type Given, document } from "./fixtures";

const GROUP = "alicloud_api_gateway_group.Front_Group_348272AA";

/** The steps, with nothing but a record beside them. */
function stepsOf(domain: Partial<GatewayDomain> = {}, more?: Partial<Given>): string {
  const made = { certificate: undefined, binding: DomainBinding.byHand(), ...domain };
  const { resource, output } = document(() => made, more);
  expect(resource).not.toHaveProperty("alicloud_ros_stack");
  expect(output.Front_Domain_Binding_0EA8126D.description).toBe(
    "How the domain is bound to its API group by hand.",
  );
  return output.Front_Domain_Binding_0EA8126D.value;
}

const BIND = `2. In the console of API Gateway, API Management > Group Management, open the group \${${GROUP}.id}. Under Independent Domain bind api.example.com.`;

test("the steps are an output, with the record before them", () => {
  expect(stepsOf()).toBe(`1. Wait until the record of api.example.com is there:
api.example.com. IN CNAME \${${GROUP}.sub_domain}.
${BIND}
3. There, upload the certificate of api.example.com with its private key.`);
});

test("the record is the one that was asked for", () => {
  const dns = DomainDns.inPrivateZone({ zoneId: "pz-1", zoneName: "example.com" });
  expect(stepsOf({ dns })).toContain(`api.example.com. IN CNAME \${${GROUP}.vpc_domain}.\n`);
});

test("no certificate is uploaded where somebody else does it, or callers speak HTTP alone", () => {
  expect(stepsOf({ certificateElsewhere: true })).toMatch(/bind api\.example\.com\.$/);
  const routes = [{ protocol: RequestProtocol.HTTP }];
  expect(stepsOf({}, { routes })).toMatch(/bind api\.example\.com\.$/);
});
