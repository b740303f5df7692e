import type { GatewayApiNode, ResourceGraph, Value } from "../../graph";
import { sourcesOf } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";

const BLOCK = "fc_service_config";
const attribute = `${BLOCK}.function_version`;
const message = "API Gateway takes the function for one of Function Compute 2.0";

/** The provider's default is "2.0", with which CreateApi does not find a function of 3.0. */
export const functionVersion: Rule = {
  id: "api-gateway/function-version",
  level: "error",
  title: '`function_version` is "3.0" in front of a function of Function Compute 3.0',
  *evaluate(graph) {
    for (const api of graph.gatewayApis) yield* verdicts(graph, api);
  },
};

function* verdicts(graph: ResourceGraph, api: GatewayApiNode): Iterable<Verdict> {
  const { resource, serviceType } = api;
  if (serviceType.text !== "FunctionCompute" && !serviceType.isUnknown) return;
  for (const block of resource.blocks(BLOCK)) {
    if (block.isUnknown) {
      yield undecided(resource, { attribute, message }, [block]);
      continue;
    }
    const version = block.get("function_version");
    if (version.text === "3.0") continue;
    const is3 = isVersion3(graph, api, block);
    if (is3 === "no") continue;
    if (is3 === "unknown" || version.isUnknown || serviceType.isUnknown) {
      const target = is3 === "unknown" ? ["function_base_url", "function_name"] : [];
      const values = [...target.map((name) => block.get(name)), version, serviceType];
      yield undecided(resource, { attribute, message }, values);
      continue;
    }
    yield violated(resource, {
      attribute,
      message,
      got: version.isNull ? 'nothing, which means "2.0"' : show(version),
      expected: '"3.0"',
      fix: 'write function_version = "3.0"',
      values: [version],
    });
  }
}

/** What is written out may be of either version; what is declared as `alicloud_fcv3_*` is of 3.0. */
function isVersion3(
  graph: ResourceGraph,
  { resource, fronts }: GatewayApiNode,
  block: Value,
): "yes" | "no" | "unknown" {
  if (fronts.some(({ kind, trigger }) => kind === "FunctionCompute" && trigger)) return "yes";
  const values = ["function_base_url", "function_name"].map((name) => block.get(name));
  if (graph.functionOf(resource, values[1])) return "yes";
  for (const value of values) {
    const { resources, sure } = sourcesOf(graph, resource, value, ({ type }) =>
      type.startsWith("alicloud_fcv3_"),
    );
    if (resources.length > 0) return sure ? "yes" : "unknown";
  }
  return values.some((value) => value.isUnknown) ? "unknown" : "no";
}
