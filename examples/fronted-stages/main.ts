/**
 * Two stages: what is new is published to PRE too, where the office alone can call it, by the header
 * `X-Ca-Stage: PRE`. The outputs have a call for each stage.
 */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  BasicAuth,
  Code,
  DomainCertificate,
  DomainDns,
  GatewayStage,
  IpAccess,
  IpAccessType,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "fronted-stages");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });

const report = new WebFunction(stack, "Report", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromOss({ bucket: "acme-artifacts", object: "report/9ab004.zip" }),
});
const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
const front = new ApiGatewayFronted(stack, "Front", {
  target: report,
  stages: [GatewayStage.RELEASE, GatewayStage.PRE],
  routes: [
    ApiRoute.get("/reports/[month]"),
    // Not for everybody yet.
    ApiRoute.post("/reports", { stages: [GatewayStage.PRE] }),
  ],
  backendSignature: BackendSignature.fromRamUser(),
  protect: [
    BasicAuth.users([{ username: "reporting-desk", password: password.stringValue }]),
    IpAccess.of({
      type: IpAccessType.ALLOW,
      items: [{ blocks: ["203.0.113.0/24"] }],
      stages: [GatewayStage.PRE],
    }),
  ],
  domain: {
    domainName: "reports.example.com",
    dns: DomainDns.inZone("example.com"),
    certificate: DomainCertificate.fromFiles({
      certificate: "certs/reports.pem",
      privateKey: "certs/reports.key",
    }),
  },
});
new TerraformOutput(stack, "url", { value: front.url });
front.testCommands();

app.synth();
