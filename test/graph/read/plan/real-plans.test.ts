import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { JsonObject } from "../../../../lib/graph";
import { readPlan } from "../../../../lib/graph/read/plan";
import { type Level, RULES, evaluate } from "../../../../lib/rules";

const folder = path.join(__dirname, "../../../fixtures/plans");
const plan = (name: string): JsonObject =>
  JSON.parse(readFileSync(path.join(folder, `${name}.plan.json`), "utf8"));
const graphOf = (name: string) => readPlan(plan(name), { file: `${name}.plan.json` }).graph;

/** What the check answers to a plan, by level and rule: the addresses. */
function answers(name: string) {
  const { findings, undecided, failures } = evaluate(graphOf(name), RULES, {
    date: "2026-11-22",
    settings: new Map(),
  });
  expect(failures).toEqual([]);
  const line = (rule: string, resource: string, instance = "") => `${rule} ${resource}${instance}`;
  const of = (level: Level): readonly string[] =>
    findings
      .filter((finding) => finding.level === level)
      .map(({ rule, resource, instance }) => line(rule, resource, instance));
  return {
    errors: of("error"),
    warnings: of("warning"),
    notes: of("note"),
    undecided: undecided.map(({ rule, resource, instance }) => line(rule, resource, instance)),
  };
}

describe("the real plans, each with all rules", () => {
  test("fronted: nothing is wrong but what its choices bring", () => {
    const { undecided, ...sure } = answers("fronted");
    expect(sure).toEqual({
      errors: [],
      // A bare `node` command without a layer.
      warnings: ["function/runtime-command alicloud_fcv3_function.orders"],
      notes: [
        // No logging, of the group and of the function; no health check.
        "api-gateway/logging alicloud_api_gateway_group.g",
        "function/health-check alicloud_fcv3_function.orders",
        "function/logging alicloud_fcv3_function.orders",
      ],
    });
    expect(undecided).toEqual([
      // A filing is stated in the metadata, which a plan lacks.
      "api-gateway/domain-binding alicloud_alidns_record.api",
      "api-gateway/icp alicloud_alidns_record.api",
      // `alicloud_api_gateway_api.api[each.value[0]].api_id` is told as the block and `each.value[0]`,
      // of which a plan has no value: which API an attachment is on is not known.
      'api-gateway/backend-signature alicloud_api_gateway_api.api["GET"]',
      'api-gateway/open alicloud_api_gateway_api.api["GET"]',
      'api-gateway/backend-signature alicloud_api_gateway_api.api["POST"]',
      'api-gateway/open alicloud_api_gateway_api.api["POST"]',
      'api-gateway/one-plugin-per-type alicloud_api_gateway_plugin_attachment.ip["POST-PRE"]',
      'api-gateway/one-plugin-per-type alicloud_api_gateway_plugin_attachment.ip["POST-RELEASE"]',
      'api-gateway/one-plugin-per-type alicloud_api_gateway_plugin_attachment.signature["POST-PRE"]',
      'api-gateway/one-plugin-per-type alicloud_api_gateway_plugin_attachment.signature["POST-RELEASE"]',
    ]);
  });

  test("modules: two HTTP triggers on LATEST, which the service refused", () => {
    expect(answers("modules")).toEqual({
      errors: ["http-trigger/one-per-qualifier module.twice.alicloud_fcv3_trigger.http[1]"],
      warnings: [],
      notes: [
        'function/logging module.door["orders"].alicloud_fcv3_function.this',
        'function/logging module.door["reports"].alicloud_fcv3_function.this',
        "function/logging module.twice.alicloud_fcv3_function.this",
      ],
      undecided: [],
    });
  });

  test("secrets: the token is that of a sensitive variable; what has unknown methods in it is unknown as a whole", () => {
    const { undecided, ...sure } = answers("secrets");
    expect(sure).toEqual({
      errors: [],
      warnings: [],
      notes: [
        "function/logging alicloud_fcv3_function.hook",
        "function/logging alicloud_fcv3_function.late",
      ],
    });
    expect(undecided).toContain("http-trigger/methods alicloud_fcv3_trigger.late");
    expect(undecided.filter((line) => !line.endsWith(" alicloud_fcv3_trigger.late"))).toEqual([]);
    // Of a token that is not known nobody says that it is a literal, or none.
    expect(undecided).not.toContain("http-trigger/inline-secret alicloud_fcv3_trigger.late");
  });

  test("update: it opens a closed trigger; the timer goes, so the HTTP trigger that comes is alone", () => {
    expect(answers("update")).toEqual({
      errors: [],
      warnings: ["http-trigger/anonymous-public alicloud_fcv3_trigger.http"],
      notes: [
        "function/logging alicloud_fcv3_function.cleanup",
        "function/logging alicloud_fcv3_function.f",
      ],
      undecided: [],
    });
  });

  test("no answer shows the value of a sensitive variable", () => {
    for (const name of ["fronted", "secrets"]) {
      const { findings, undecided } = evaluate(graphOf(name), RULES, {
        date: "2026-11-22",
        settings: new Map(),
      });
      const said = JSON.stringify([findings, undecided]);
      for (const [variable, body] of Object.entries(plan(name).variables as JsonObject)) {
        if (variable === "qualifier") continue;
        expect(said).not.toContain((body as JsonObject).value as string);
      }
    }
  });
});

describe("what the graph of a real plan holds", () => {
  test("the URL of a trigger leads to it", () => {
    const graph = graphOf("fronted");
    const [api] = graph.ofType("alicloud_api_gateway_api");
    const url = api.get("fc_service_config", 0, "function_base_url");
    const [trigger] = graph.httpTriggers;
    expect(url.isUnknown).toBe(true);
    expect(url.needs).toEqual(["alicloud_fcv3_trigger.http.http_trigger[0].url_intranet"]);
    expect(url.origin.declaredBy).toEqual([trigger.resource.id]);
    expect(graph.usesOf(trigger.resource).map(({ user }) => user)).toContain(api);
  });

  test("a name leads to the function that declares it, in a module too", () => {
    const graph = graphOf("modules");
    expect(graph.triggers.all.map((trigger) => trigger.function?.resource.address)).toEqual([
      'module.door["orders"].alicloud_fcv3_function.this',
      'module.door["reports"].alicloud_fcv3_function.this',
      "module.twice.alicloud_fcv3_function.this",
      "module.twice.alicloud_fcv3_function.this",
    ]);
    const [first] = graph.triggers;
    expect(graph.dependsOn(first.resource, graph.functions[0].resource)).toBe(true);
  });

  test("a variable of a module is what its call gives", () => {
    const graph = graphOf("modules");
    const [orders] = graph.triggers;
    expect(orders.methods.plain).toEqual(["GET", "POST"]);
    expect(orders.resource.references.map(({ text }) => text)).toContain("var.doors");
  });

  test("the region is that of the provider configuration", () => {
    const graph = graphOf("modules");
    expect(graph.regionOf(graph.functions[0].resource).text).toBe("eu-central-1");
  });

  test("a default is named as one", () => {
    const [bearer] = graphOf("secrets").httpTriggers;
    expect(bearer.qualifier.text).toBe("LATEST");
    expect(bearer.qualifier.origin.defaults).toEqual(["var.qualifier"]);
  });

  test("the token is sensitive, what stands beside it is not", () => {
    const [bearer] = graphOf("secrets").httpTriggers;
    expect(bearer.resource.get("trigger_config").isSensitive).toBe(true);
    const token = bearer.authConfig.get("tokens", 0, "tokenData");
    expect(token.isSensitive).toBe(true);
    expect(token.origin.references.map(({ text }) => text)).toEqual(["var.token"]);
    expect(bearer.methods.isSensitive).toBe(false);
    expect(bearer.authConfig.get("tokens", 0, "tokenName").isSensitive).toBe(false);
  });
});
