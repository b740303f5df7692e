/**
 * Synthesises N functions with an HTTP trigger each: `bare` bindings without rules, as the generator
 * of cdktf wrote them or, `light`, as the package has them; or our constructs with every rule.
 */
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { App, TerraformStack } = require("cdktf");
const { AlicloudProvider, HttpMethod, HttpTrigger, WebFunction } = require("../..");

const [kind, count] = [process.argv[2], Number(process.argv[3])];
const outdir = mkdtempSync(join(tmpdir(), "bench-"));

const makers = {
  bare(stack, index, folder = "../../.cache/bindings-as-generated") {
    const { Fcv3Function } = require(`${folder}/fcv3-function`);
    const { Fcv3Trigger } = require(`${folder}/fcv3-trigger`);
    const fn = new Fcv3Function(stack, `F${index}`, {
      functionName: `f${index}`,
      runtime: "nodejs20",
      handler: "index.handler",
      code: { ossBucketName: "artifacts", ossObjectName: `f${index}.zip` },
    });
    new Fcv3Trigger(stack, `T${index}`, {
      functionName: fn.functionName,
      qualifier: "LATEST",
      triggerType: "http",
      triggerName: `t${index}`,
      triggerConfig: JSON.stringify({
        authType: "function",
        disableURLInternet: false,
        methods: ["GET", "POST"],
      }),
    });
  },
  light: (stack, index) => makers.bare(stack, index, "../../dist/alicloud"),
  fronted(stack, index) {
    const { Code, Runtime } = require("../..");
    new HttpTrigger(stack, `T${index}`, {
      target: new WebFunction(stack, `F${index}`, {
        functionName: `f${index}`,
        runtime: Runtime.NODEJS20,
        handler: "index.handler",
        code: Code.fromOss({ bucket: "artifacts", object: `f${index}.zip` }),
      }),
      methods: [HttpMethod.GET, HttpMethod.POST],
    });
  },
};

const start = performance.now();
const app = new App({ outdir });
const stack = new TerraformStack(app, "bench");
new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });
for (let index = 0; index < count; index++) makers[kind](stack, index);
app.synth();
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
rmSync(outdir, { recursive: true });
