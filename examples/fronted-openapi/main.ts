/**
 * The routes of an OpenAPI document, for callers with a JSON Web Token: whoever has none is turned
 * away by the gateway, and the function learns the customer from the token's subject.
 */
import { App, TerraformOutput, TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  Code,
  DomainCertificate,
  DomainDns,
  GatewayCors,
  JwtAuth,
  Jwks,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "fronted-openapi");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const orders = new WebFunction(stack, "Orders", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a9c.zip" }),
});
const front = new ApiGatewayFronted(stack, "Front", {
  target: orders.addAlias("live"),
  routes: ApiRoute.fromOpenApi("openapi.yaml"),
  backendSignature: BackendSignature.fromRamUser(),
  protect: [
    JwtAuth.of({
      jwks: Jwks.fromKeys({
        kty: "RSA",
        alg: "RS256",
        kid: "2026-11",
        e: "AQAB",
        n: "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
      }),
    }),
  ],
  plugins: [GatewayCors.of({ allowOrigins: ["https://shop.example.com"] })],
  domain: {
    domainName: "orders.example.com",
    dns: DomainDns.inZone("example.com"),
    // Not in version control: the pipeline brings them before `cdktf deploy`.
    certificate: DomainCertificate.fromFiles({
      certificate: "certs/orders.pem",
      privateKey: "certs/orders.key",
    }),
  },
});
new TerraformOutput(stack, "url", { value: front.url });

app.synth();
