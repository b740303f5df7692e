/** The app of app.py, in TypeScript. */
import { App, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  Code,
  CustomDomain,
  DomainCertificate,
  DomainRoute,
  HttpMethod,
  HttpTrigger,
  RouteRewrite,
  Runtime,
  TlsVersion,
  WebFunction,
} from "fc-frontdoor";

const [outdir, triggers] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new TerraformStack(app, "shop");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });
const orders = new WebFunction(stack, "Orders", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
});
const live = orders.addAlias("live");
for (let index = 0; index < Number(triggers); index++) {
  new HttpTrigger(stack, `Http${index}`, {
    target: live,
    methods: [HttpMethod.POST, HttpMethod.GET],
  });
}
const key = new TerraformVariable(stack, "key", { type: "string", sensitive: true });
const certificate = new TerraformVariable(stack, "certificate", { type: "string" });
new CustomDomain(stack, "Api", {
  domainName: "api.example.com",
  routes: [
    DomainRoute.to(orders),
    DomainRoute.to(live, {
      path: "/orders/*",
      methods: [HttpMethod.POST, HttpMethod.GET],
      rewrite: [RouteRewrite.wildcard("/orders/*", "/$1")],
    }),
  ],
  certificate: DomainCertificate.fromVariables({
    certificate: certificate.stringValue,
    privateKey: key.stringValue,
  }),
  tls: { minVersion: TlsVersion.TLS_1_3 },
});
app.synth();
