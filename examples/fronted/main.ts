/**
 * The vendor's walk-through "Use API Gateway to protect the function", step by step: a trigger whose
 * internet URL is disabled, a group with one API on the trigger's intranet URL, published, with the
 * backend signature plugin, a domain of its own by CNAME, and the IP access control plugin. What the
 * page leaves to be attached by hand afterwards is in place here before the API is published.
 */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  Code,
  DomainCertificate,
  DomainDns,
  HttpMethod,
  HttpTrigger,
  IpAccess,
  Runtime,
  WebFunction,
} from "fc-frontdoor";

const app = new App();
const stack = new TerraformStack(app, "fronted");
new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });

const hello = new WebFunction(stack, "Hello", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromFolder("app"),
});
const trigger = new HttpTrigger(stack, "Http", {
  target: hello,
  triggerName: "http-trigger",
  methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE],
  disableInternetUrl: true,
});

const [certificate, privateKey] = ["certificate", "private_key"].map((id) => {
  return new TerraformVariable(stack, id, { type: "string", sensitive: true }).stringValue;
});
const front = new ApiGatewayFronted(stack, "Front", {
  trigger,
  group: { groupName: "FC-Group", basePath: "/" },
  routes: [ApiRoute.get("/", { apiName: "FC-test" })],
  // Of a RAM user for this gateway, who may call this function and nothing else.
  backendSignature: BackendSignature.fromVariables(stack, "Signature"),
  protect: [IpAccess.allow("203.0.113.0/24")],
  domain: {
    domainName: "api.example.com",
    dns: DomainDns.inZone("example.com"),
    certificate: DomainCertificate.fromVariables({ certificate, privateKey }),
    icpFiling: "ICP-2024-0001",
  },
});
new TerraformOutput(stack, "url", { value: front.url });
// The page's "debug the API", once it is there.
front.testCommands();

app.synth();
