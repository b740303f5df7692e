/**
 * On a dedicated instance that exists already, where the circuit breaker takes effect: after too
 * many slow answers callers get a short one for a while, and the function has time to recover.
 */
import { App, TerraformOutput, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  CircuitBreaker,
  Code,
  DomainCertificate,
  DomainDns,
  IpAccess,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "fronted-dedicated");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const search = new WebFunction(stack, "Search", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "search/0c4411.zip" }),
});
const front = new ApiGatewayFronted(stack, "Front", {
  target: search.addAlias("live"),
  group: { instanceId: "apigateway-sg-0123456789ab" },
  routes: [ApiRoute.get("/search")],
  backendSignature: BackendSignature.fromRamUser(),
  protect: [IpAccess.allow("203.0.113.0/24")],
  plugins: [CircuitBreaker.of({ timeoutThreshold: 15 })],
  domain: {
    domainName: "search.example.com",
    dns: DomainDns.inZone("example.com"),
    certificate: DomainCertificate.fromFiles({
      certificate: "certs/search.pem",
      privateKey: "certs/search.key",
    }),
  },
});
new TerraformOutput(stack, "url", { value: front.url });

app.synth();
