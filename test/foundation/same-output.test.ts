import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  Code,
  EventTrigger,
  EventTriggerType,
  FrontDoor,
  HttpAuth,
  HttpMethod,
  HttpProtocol,
  HttpTrigger,
  Layer,
  Runtime,
  WebFunction,
} from "../../lib";

/**
 * The output of cdktf and of cdktn is the same but for the version. The three variants share one
 * snapshot, so that what holds for one holds for all.
 */
test("an app of two stacks gives the same Terraform JSON on every variant", () => {
  const outdir = mkdtempSync(path.join(tmpdir(), "same-output-"));
  try {
    const app = new App({ outdir });
    const functions = new TerraformStack(app, "functions");
    new AlicloudProvider(functions, "alicloud", { region: "ap-southeast-1" });
    const token = new TerraformVariable(functions, "token", { type: "string", sensitive: true });
    const orders = new WebFunction(functions, "Orders", {
      runtime: Runtime.CUSTOM_DEBIAN12,
      code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
      layers: [Layer.official("Nodejs20", 3)],
      server: {
        command: ["/opt/nodejs20/bin/node", "server.js"],
        healthCheck: { path: "/health" },
      },
      environment: { LIMIT: "100", NAME: 'a "quoted" \\ name' },
      timeoutSeconds: 120,
      logs: { project: "acme", logstore: "functions" },
      tags: { team: "orders" },
    });
    const http = new HttpTrigger(functions, "Http", {
      target: orders.addAlias("live"),
      methods: [HttpMethod.POST, HttpMethod.GET],
      auth: HttpAuth.bearer({
        tokens: [{ tokenName: "partner", tokenData: token.stringValue }],
      }),
      protocols: [HttpProtocol.HTTP, HttpProtocol.WEBSOCKET],
    });
    http.testCommands();
    FrontDoor.of(http).acknowledge({ rule: "function/logging", reason: "held by a test" });

    const others = new TerraformStack(app, "others");
    new AlicloudProvider(others, "alicloud", { region: "ap-southeast-1" });
    const clock = WebFunction.fromFunctionAttributes(others, "Clock", { functionName: "clock" });
    const timer = new EventTrigger(others, "Nightly", {
      target: clock,
      triggerType: EventTriggerType.TIMER,
      config: { cronExpression: "0 0 3 * * *", enable: true },
    });
    timer.node.addDependency(new TerraformVariable(others, "unused", { default: "x" }));
    new TerraformOutput(others, "orders", { value: orders.functionName });
    app.synth();

    for (const stack of ["functions", "others"]) {
      const file = path.join(outdir, "stacks", stack, "cdk.tf.json");
      const json = JSON.parse(readFileSync(file, "utf8"));
      delete json["//"].metadata.version;
      delete json.terraform.backend; // names the folder in which the test runs
      for (const state of Object.values<{ config: unknown }>(
        json.data?.terraform_remote_state ?? {},
      )) {
        state.config = "names the folder too";
      }
      expect(json).toMatchSnapshot(stack);
    }
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
