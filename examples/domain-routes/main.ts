/**
 * One domain with three routes: to a function, to an alias of it, and to another function. Its
 * certificate is in two PEM files, its DNS record in Alibaba Cloud DNS. The record is made before the
 * domain, which waits a minute for it, and is removed after it.
 */
import { App, TerraformOutput, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  Code,
  CustomDomain,
  DomainCertificate,
  DomainDns,
  DomainRoute,
  HttpMethod,
  RouteRewrite,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "domain-routes");
new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });

const [orders, catalogue] = ["Orders", "Catalogue"].map((id) => {
  const folder = id.toLowerCase();
  return new WebFunction(stack, id, {
    runtime: Runtime.NODEJS20,
    handler: "index.handler",
    code: Code.fromOss({ bucket: "acme-artifacts", object: `${folder}/1f3a9c.zip` }),
  });
});

const domain = new CustomDomain(stack, "Shop", {
  domainName: "shop.example.com",
  routes: [
    DomainRoute.to(orders.addAlias("live"), {
      path: "/orders/*",
      methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.OPTIONS],
    }),
    // What is coming: the same function without an alias, under the same paths.
    DomainRoute.to(orders, {
      path: "/next/orders/*",
      rewrite: [RouteRewrite.wildcard("/next/orders/*", "/orders/$1")],
    }),
    DomainRoute.to(catalogue), // everything else
  ],
  // Not in version control: the pipeline brings them before `cdktf deploy`.
  certificate: DomainCertificate.fromFiles({
    certificate: "certs/shop.pem",
    privateKey: "certs/shop.key",
  }),
  dns: DomainDns.inZone("example.com", { waitSeconds: 60 }),
  icpFiling: "ICP-2024-0001",
});
new TerraformOutput(stack, "url", { value: domain.url });

app.synth();
