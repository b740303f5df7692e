import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { TerraformStack } from "cdktf";
import type { TerraformJson } from "../../../lib/graph";
import { Code, HttpAuth, HttpMethod, HttpTrigger, Runtime, WebFunction } from "../../../lib";
import { AlicloudProvider } from "../../../lib/alicloud/provider";
import { Project, trigger } from "../../support/app";
import { planOf } from "../../support/plan";
import { runIn } from "../run";

const REGIONS = { dev: "ap-southeast-1", prod: "eu-central-1" };

/** An app of two stacks with the same addresses, the folder of which has a plan of each. */
function synthesised(): string {
  const project = new Project();
  const app = project.app();
  for (const [name, region] of Object.entries(REGIONS)) {
    const stack = new TerraformStack(app, name);
    new AlicloudProvider(stack, "alicloud", { region });
    const target = new WebFunction(stack, "Orders", {
      runtime: Runtime.NODEJS20,
      code: Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
    });
    new HttpTrigger(stack, "Http", {
      target,
      methods: [HttpMethod.GET],
      auth: HttpAuth.anonymous(),
    });
    // Not made by the constructs, so that nothing but the JSON says where it is.
    trigger(stack, "raw", {
      functionName: "billing",
      triggerConfig: JSON.stringify({
        authType: "anonymous",
        disableURLInternet: false,
        methods: ["GET"],
      }),
    });
  }
  app.synth();
  for (const name of Object.keys(REGIONS)) {
    const plan = planOf(project.stack(name) as TerraformJson);
    writeFileSync(path.join(project.folder, `${name}.json`), JSON.stringify(plan));
  }
  return project.folder;
}

const folder = synthesised();
const KEPT = ["rule", "resource", "stack", "path", "location", "attribute", "fingerprint"];
const found = (...argv: readonly string[]) => {
  const { out, err } = runIn(folder, ["check", ...argv, "--format", "json"]);
  const { findings } = JSON.parse(out) as { findings: Record<string, unknown>[] };
  const kept = findings.map((all) => Object.fromEntries(KEPT.map((field) => [field, all[field]])));
  return { err, findings: kept };
};

test.each(Object.keys(REGIONS))("a finding on the plan of %s is that on the stack", (name) => {
  const all = found(".").findings;
  const { err, findings } = found(`${name}.json`, "--synth", ".");
  expect(err).toBe("");
  expect(findings).toEqual(all.filter(({ stack }) => stack === name));
  const places = findings
    .filter(({ rule }) => rule === "http-trigger/anonymous-public")
    .map(({ path: at, location }) => [at, (location as { file: string }).file]);
  expect(places).toEqual([
    [`${name}/Http`, "test/cli/commands/plan-of-stack.test.ts"],
    [`${name}/raw`, `stacks/${name}/cdk.tf.json`],
  ]);
});

test("a baseline of cdktf.out holds for the plan", () => {
  const known = ["--baseline", "known.json", "--fail-on", "note"];
  expect(runIn(folder, ["check", ".", "--write-baseline", "known.json"]).status).toBe(0);
  expect(runIn(folder, ["check", "prod.json", "--synth", ".", ...known]).status).toBe(0);
  expect(runIn(folder, ["check", "prod.json", ...known]).status).toBe(1);
});

test("a waiver for a stack holds for its plan", () => {
  const waivers = ["http-trigger/anonymous-public", "function/logging"].map(
    (rule) => `  - { rule: ${rule}, stack: prod, reason: load test }\n`,
  );
  writeFileSync(path.join(folder, "policy.yaml"), `waivers:\n${waivers.join("")}`);
  const statuses = Object.keys(REGIONS).map((name) => {
    const argv = ["check", `${name}.json`, "--synth", ".", "--policy", "policy.yaml"];
    return runIn(folder, [...argv, "--fail-on", "warning"]).status;
  });
  expect(statuses).toEqual([1, 0]);
});
