/**
 * An API for partners: from their own networks only, and each as an app of its own, which is
 * authorised on every stage to which the APIs are published.
 */
import { App, TerraformOutput, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ApiApp,
  ApiAuth,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  Code,
  DomainCertificate,
  DomainDns,
  Duration,
  IpAccess,
  Runtime,
  TrafficControl,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "fronted-partners");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const stock = new WebFunction(stack, "Stock", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "stock/77b2e1.zip" }),
});
const [retailer, warehouse] = ["Retailer", "Warehouse"].map(
  (id) => new ApiApp(stack, id, { appName: `acme_${id.toLowerCase()}` }),
);
const front = new ApiGatewayFronted(stack, "Front", {
  target: stock.addAlias("live"),
  routes: [
    ApiRoute.get("/stock/[sku]"),
    // The warehouse alone may change it, and it may take its time.
    ApiRoute.put("/stock/[sku]", {
      auth: ApiAuth.app(warehouse),
      timeout: Duration.seconds(10),
    }),
  ],
  backendSignature: BackendSignature.fromRamUser(),
  protect: [IpAccess.allow("203.0.113.0/24", "198.51.100.17"), ApiAuth.app(retailer, warehouse)],
  plugins: [TrafficControl.perMinute(600)],
  domain: {
    domainName: "partners.example.com",
    dns: DomainDns.inZone("example.com"),
    certificate: DomainCertificate.fromFiles({
      certificate: "certs/partners.pem",
      privateKey: "certs/partners.key",
    }),
  },
});
new TerraformOutput(stack, "url", { value: front.url });

app.synth();
