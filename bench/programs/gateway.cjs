/**
 * Synthesises N functions behind API Gateway, with R routes each: `fronted`, our constructs with every
 * rule, or `bare`, the very same resources as bindings without any, as the generator of cdktf wrote
 * them, or `light`, as the package has them. A fourth argument is a file that gets the resources,
 * without comments and without what digests tell apart.
 */
const { createHash } = require("node:crypto");
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { App, Fn, TerraformStack, TerraformVariable } = require("cdktf");
const library = require("../..");

const [kind, count, routes, file] = process.argv.slice(2);
const folder = kind === "light" ? "dist/alicloud" : ".cache/bindings-as-generated";
const bindings = Object.assign(
  {},
  ...readdirSync(join(__dirname, "../..", folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && kind !== "fronted")
    .map(({ name }) => require(join(__dirname, "../..", folder, name))),
);
const region = "ap-southeast-1";
const paths = Array.from({ length: Number(routes) }, (_, route) => `/r${route}`);

const makers = {
  fronted(stack) {
    const { ApiGatewayFronted, ApiRoute, BackendSignature, Code, IpAccess, Runtime, WebFunction } =
      library;
    const backendSignature = BackendSignature.fromVariables(stack, "Signature");
    return (index) =>
      new ApiGatewayFronted(stack, `Front${index}`, {
        target: new WebFunction(stack, `F${index}`, {
          runtime: Runtime.NODEJS20,
          handler: "index.handler",
          code: Code.fromOss({ bucket: "artifacts", object: `f${index}.zip` }),
        }).addAlias("live"),
        routes: paths.map((path) => ApiRoute.get(`${path}/[id]`)),
        backendSignature,
        protect: [IpAccess.allow("203.0.113.0/24")],
      });
  },
  light: (stack) => makers.bare(stack),
  bare(stack) {
    const description =
      "AccessKey of a RAM user that may invoke the function and nothing else; never of the account itself";
    const [key, secret] = ["SignatureAccessKeyId", "SignatureAccessKeySecret"].map(
      (id) => new TerraformVariable(stack, id, { type: "string", sensitive: true, description }),
    );
    return (index) => {
      const config = {
        functionName: `bench-F${index}`,
        runtime: "nodejs20",
        handler: "index.handler",
        code: { ossBucketName: "artifacts", ossObjectName: `f${index}.zip` },
      };
      const fn = new bindings.Fcv3Function(stack, `F${index}`, config);
      const version = new bindings.Fcv3FunctionVersion(stack, `F${index}_CurrentVersion`, {
        functionName: fn.functionName,
        description: `code and configuration ${createHash("sha256").update(JSON.stringify(config)).digest("hex").slice(0, 12)}`,
        lifecycle: { createBeforeDestroy: true },
      });
      const alias = new bindings.Fcv3Alias(stack, `F${index}_Alias-live`, {
        functionName: fn.functionName,
        aliasName: "live",
        versionId: version.versionId,
      });
      const id = `Front${index}`;
      const trigger = new bindings.Fcv3Trigger(stack, `${id}_Trigger`, {
        functionName: fn.functionName,
        qualifier: alias.aliasName,
        triggerType: "http",
        triggerName: `bench-${id}-Trigger`,
        triggerConfig: JSON.stringify({
          methods: ["GET"],
          authType: "function",
          disableURLInternet: true,
        }),
      });
      const group = new bindings.ApiGatewayGroup(stack, `${id}_Group`, {
        name: `bench-${id}-Group`,
        basePath: "/",
      });
      const signature = new bindings.ApiGatewayPlugin(stack, `${id}_BackendSignature`, {
        pluginName: `bench_${id}_BackendSignature`,
        pluginType: "backendSignature",
        pluginData: Fn.jsonencode({
          key: key.stringValue,
          secret: secret.stringValue,
          type: "APIGW_BACKEND",
        }),
      });
      const access = new bindings.ApiGatewayPlugin(stack, `${id}_IpControl`, {
        pluginName: `bench_${id}_IpControl`,
        pluginType: "ipControl",
        pluginData: JSON.stringify({ items: [{ blocks: ["203.0.113.0/24"] }], type: "ALLOW" }),
      });
      const signed = new bindings.ApiGatewayGroupPluginAttachment(
        stack,
        `${id}_On-BackendSignature-RELEASE`,
        { groupId: group.id, pluginId: signature.id, stageName: "RELEASE" },
      );
      const restricted = new bindings.ApiGatewayGroupPluginAttachment(
        stack,
        `${id}_On-IpControl-RELEASE`,
        { groupId: group.id, pluginId: access.id, stageName: "RELEASE", dependsOn: [signed] },
      );
      const role = new bindings.RamRole(stack, `${id}_GatewayRole`, {
        roleName: `bench-${id}-gateway`,
        assumeRolePolicyDocument: JSON.stringify({
          Version: "1",
          Statement: [
            {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { Service: ["apigateway.aliyuncs.com"] },
            },
          ],
        }),
      });
      const policy = new bindings.RamPolicy(stack, `F${index}_InvokePolicy`, {
        policyName: `bench-F${index}-invoke`,
        force: true,
        policyDocument: Fn.jsonencode({
          Version: "1",
          Statement: [
            {
              Effect: "Allow",
              Action: "fc:InvokeFunction",
              Resource: [fn.functionArn, `${fn.functionArn}/*`],
            },
          ],
        }),
      });
      const mayInvoke = new bindings.RamRolePolicyAttachment(stack, `${id}_GatewayRole_MayInvoke`, {
        policyName: policy.policyName,
        policyType: "Custom",
        roleName: role.roleName,
      });
      for (const path of paths) {
        const name = `${path.slice(1)}_id`;
        new bindings.ApiGatewayApi(stack, `${id}_GET_${name}`, {
          groupId: group.id,
          name: `GET_${name}`,
          description: `GET ${path}/[id]`,
          authType: "ANONYMOUS",
          requestConfig: {
            protocol: "HTTPS",
            method: "GET",
            path: `${path}/[id]`,
            mode: "PASSTHROUGH",
          },
          requestParameters: [
            {
              name: "id",
              type: "STRING",
              required: "REQUIRED",
              in: "PATH",
              inService: "PATH",
              nameService: "id",
            },
          ],
          serviceType: "FunctionCompute",
          fcServiceConfig: {
            functionVersion: "3.0",
            functionType: "HttpTrigger",
            region,
            functionBaseUrl: trigger.httpTrigger.get(0).urlIntranet,
            arnRole: role.arn,
            path: `${path}/[id]`,
            method: "GET",
            timeout: 30_000,
          },
          stageNames: ["RELEASE"],
          dependsOn: [restricted, mayInvoke],
        });
      }
    };
  },
};

const outdir = mkdtempSync(join(tmpdir(), "bench-"));
const start = performance.now();
const app = new App({ outdir });
const stack = new TerraformStack(app, "bench");
new library.AlicloudProvider(stack, "alicloud", { region });
const make = makers[kind](stack);
for (let index = 0; index < Number(count); index++) make(index);
app.synth();
const milliseconds = performance.now() - start;
if (file) writeFileSync(file, JSON.stringify(resources(), undefined, 2));
console.log(JSON.stringify({ milliseconds }));
rmSync(outdir, { recursive: true });

function resources() {
  const text = readFileSync(join(outdir, "stacks/bench/cdk.tf.json"), "utf8");
  const plain = text
    .replace(/_[0-9A-F]{8}\b/g, "")
    .replace(/(code and configuration )[0-9a-f]{12}/g, "$1…");
  return JSON.parse(plain, (key, value) => (key === "//" ? undefined : value)).resource;
}
