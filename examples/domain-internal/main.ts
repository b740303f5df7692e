/**
 * A domain inside VPCs: its name is in a private zone, and leads to the endpoint that only VPCs reach.
 * The certificate is kept in the certificate service.
 */
import { App, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  Code,
  CustomDomain,
  DomainCertificate,
  DomainDns,
  DomainRoute,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "domain-internal");
new AlicloudProvider(stack, "alicloud", { region: "cn-shanghai" });

const billing = new WebFunction(stack, "Billing", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "billing/1f3a9c.zip" }),
});

const zone = new TerraformVariable(stack, "private_zone", { type: "string" });

new CustomDomain(stack, "Domain", {
  domainName: "billing.corp.example.com",
  routes: [DomainRoute.to(billing)],
  certificate: DomainCertificate.fromCertificateService({ certificateName: "corp-2026" }),
  dns: DomainDns.inPrivateZone({ zoneId: zone.stringValue, zoneName: "corp.example.com" }),
  icpFiling: "ICP-2024-0001",
});

app.synth();
