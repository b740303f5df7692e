/** The orders of the shop: an API behind API Gateway, within all that the blueprint says. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { acme } from "acme-blueprint";
import {
  AlicloudProvider,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  Code,
  DomainCertificate,
  DomainDns,
  IpAccess,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
acme.applyTo(app);

const stack = new TerraformStack(app, "orders");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const orders = new WebFunction(stack, "Orders", {
  functionName: "acme-orders",
  description: "takes orders",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
  timeoutSeconds: 30,
  tags: { team: "checkout", "cost-center": "4711" },
});
const [certificate, privateKey] = ["certificate", "private_key"].map((id) => {
  return new TerraformVariable(stack, id, { type: "string", sensitive: true }).stringValue;
});
const front = new ApiGatewayFronted(stack, "Front", {
  target: orders,
  group: { groupName: "acme_orders" },
  routes: [ApiRoute.get("/orders/[id]"), ApiRoute.post("/orders")],
  backendSignature: BackendSignature.fromRamUser(),
  protect: [IpAccess.allow("203.0.113.0/24")],
  domain: {
    domainName: "orders.acme.example.com",
    dns: DomainDns.inZone("acme.example.com"),
    certificate: DomainCertificate.fromVariables({ certificate, privateKey }),
  },
});
new TerraformOutput(stack, "url", { value: front.url });

app.synth();
