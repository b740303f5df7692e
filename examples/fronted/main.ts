/**
 * The vendor's walk-through "Use API Gateway to protect the function", finished: a trigger whose
 * internet URL is disabled, a group with one API on the trigger's intranet URL, published, with the
 * backend signature plugin, a domain of its own by CNAME, and the IP access control plugin.
 */
import { App, Fn, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  Code,
  HttpAuth,
  HttpMethod,
  HttpTrigger,
  Runtime,
  WebFunction,
} from "fc-frontdoor";
import {
  alidnsRecord,
  apiGatewayApi,
  apiGatewayGroup,
  apiGatewayPlugin,
  apiGatewayPluginAttachment,
  rosStack,
} from "fc-frontdoor/alicloud";

const REGION = "cn-hangzhou";
const DOMAIN = { zone: "example.com", host: "api", name: "api.example.com" };
const STAGE = "RELEASE";

const app = new App();
const stack = new TerraformStack(app, "fronted");
new AlicloudProvider(stack, "alicloud", { region: REGION });

const hello = new WebFunction(stack, "Hello", {
  runtime: Runtime.NODEJS20,
  handler: "index.handler",
  code: Code.fromFolder("app"),
});
const trigger = new HttpTrigger(stack, "Http", {
  target: hello,
  triggerName: "http-trigger",
  methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE],
  auth: HttpAuth.signature(),
  disableInternetUrl: true,
});

const group = new apiGatewayGroup.ApiGatewayGroup(stack, "Group", {
  name: "FC-Group",
  basePath: "/",
});
const api = new apiGatewayApi.ApiGatewayApi(stack, "Api", {
  groupId: group.id,
  name: "FC-test",
  description: "the function behind the gateway",
  authType: "ANONYMOUS",
  requestConfig: { protocol: "HTTPS", method: "GET", path: "/", mode: "PASSTHROUGH" },
  serviceType: "FunctionCompute",
  fcServiceConfig: {
    functionVersion: "3.0",
    functionType: "HttpTrigger",
    region: REGION,
    functionBaseUrl: trigger.intranetUrl,
    path: "/",
    method: "GET",
    timeout: 10_000,
    arnRole: "",
  },
  stageNames: [STAGE],
});

/** Of a RAM user for this gateway, who may call this function and nothing else. */
const [key, secret] = ["signature_key", "signature_secret"].map((id) => {
  return new TerraformVariable(stack, id, { type: "string", sensitive: true }).stringValue;
});
const plugins = {
  Signature: {
    pluginType: "backendSignature",
    pluginData: Fn.jsonencode({ type: "APIGW_BACKEND", key, secret }),
  },
  IpAccess: {
    pluginType: "ipControl",
    pluginData: JSON.stringify({ type: "ALLOW", items: [{ blocks: ["203.0.113.0/24"] }] }),
  },
};
for (const [id, config] of Object.entries(plugins)) {
  const plugin = new apiGatewayPlugin.ApiGatewayPlugin(stack, id, {
    pluginName: `FC_${id}`,
    ...config,
  });
  new apiGatewayPluginAttachment.ApiGatewayPluginAttachment(stack, `${id}OnApi`, {
    groupId: group.id,
    apiId: api.apiId,
    pluginId: plugin.id,
    stageName: STAGE,
  });
}

const record = new alidnsRecord.AlidnsRecord(stack, "Dns", {
  domainName: DOMAIN.zone,
  rr: DOMAIN.host,
  type: "CNAME",
  value: group.subDomain,
});
// The provider cannot bind a domain to a group; the stack does it.
new rosStack.RosStack(stack, "Domain", {
  stackName: "fc-group-domain",
  templateBody: JSON.stringify({
    ROSTemplateFormatVersion: "2015-09-01",
    Parameters: { GroupId: { Type: "String" } },
    Resources: {
      Domain: {
        Type: "ALIYUN::ApiGateway::CustomDomain",
        Properties: { GroupId: { Ref: "GroupId" }, DomainName: DOMAIN.name },
      },
    },
  }),
  parameters: [{ parameterKey: "GroupId", parameterValue: group.id }],
  dependsOn: [record],
});

app.synth();
