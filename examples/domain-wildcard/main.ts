/**
 * A wildcard domain: every customer has a name, and one function serves all of them. The certificate
 * is for `*.example.com` too; it comes with its key from sensitive variables.
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
const stack = new TerraformStack(app, "domain-wildcard");
new AlicloudProvider(stack, "alicloud", {
  region: "ap-southeast-1",
  accountId: "1234567890123456", // so that nothing has to ask for it
});

const tenants = new WebFunction(stack, "Tenants", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "tenants/1f3a9c.zip" }),
});

/** `TF_VAR_tls_certificate` and `TF_VAR_tls_private_key` where Terraform runs. */
const [certificate, privateKey] = ["tls_certificate", "tls_private_key"].map((id) => {
  return new TerraformVariable(stack, id, { type: "string", sensitive: true }).stringValue;
});

new CustomDomain(stack, "Domain", {
  domainName: "*.example.com",
  routes: [DomainRoute.to(tenants)],
  certificate: DomainCertificate.fromVariables({ certificate, privateKey }),
  dns: DomainDns.inZone("example.com"),
});

app.synth();
