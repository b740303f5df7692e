import { triggerTypeProblem } from "../../facts/trigger-types";
import type { GatewayApiNode, ResourceGraph, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { isWritten } from "../written";

/** By service type, the block that says where the API forwards to. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ["FunctionCompute", "fc_service_config"],
  ["HTTP", "http_service_config"],
  ["HTTP-VPC", "http_vpc_service_config"],
  ["MOCK", "mock_service_config"],
]);

const URL = "function_base_url";

/** By function type, what its block needs. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ["HttpTrigger", [URL, "path", "method"]],
  ["FCEvent", ["function_name"]],
]);

const message = "an API says where it forwards to";

/** The provider finds out only at the apply. */
export const backend: Rule = {
  id: "api-gateway/backend",
  level: "error",
  title:
    "the block for an API's service type is there, and has what its function type needs: base URL, path and method, or the function's name",
  *evaluate(graph) {
    for (const api of graph.gatewayApis) {
      yield* verdicts(graph, api);
      yield* triggerVerdicts(api);
    }
  },
};

function* verdicts(
  graph: ResourceGraph,
  { resource, serviceType }: GatewayApiNode,
): Iterable<Verdict> {
  const needed = BLOCKS.get(serviceType.text ?? "");
  if (serviceType.isUnknown) {
    const missing = [...BLOCKS.values()].some((name) => resource.get(name).isNull);
    if (missing) yield undecided(resource, { attribute: "service_type", message }, [serviceType]);
    return;
  }
  if (!needed) {
    yield violated(resource, {
      attribute: "service_type",
      message,
      got: show(serviceType),
      expected: `one of ${[...BLOCKS.keys()].join(", ")}`,
      fix: serviceType.text === "VPC" ? 'write "HTTP-VPC"' : "write one of these",
      values: [serviceType],
    });
    return;
  }
  const block = resource.get(needed);
  if (block.isUnknown) {
    yield undecided(resource, { attribute: needed, message }, [block]);
  } else if (!isWritten(block)) {
    yield violated(resource, {
      attribute: needed,
      message,
      got: `no ${needed}, with service_type ${show(serviceType)}`,
      expected: `a ${needed} block`,
      fix: `write a ${needed} block`,
      values: [serviceType],
    });
  } else if (needed === "fc_service_config") {
    yield* functionVerdicts(resource, block);
    yield* serviceVerdicts(graph, resource, block);
  }
}

/** Only an HTTP trigger has a URL. */
function* triggerVerdicts({ resource, fronts }: GatewayApiNode): Iterable<Verdict> {
  for (const { trigger, certain } of fronts) {
    if (certain !== "yes" || trigger?.type.text === undefined) continue;
    // A type that there is not is for `http-trigger/trigger-type`.
    if (trigger.type.text === "http" || triggerTypeProblem(trigger.type.text)) continue;
    yield violated(resource, {
      attribute: "fc_service_config.function_base_url",
      message: "only an HTTP trigger has a URL that a gateway can call",
      got: `${trigger.address}, of trigger_type ${show(trigger.type)}`,
      expected: "an HTTP trigger",
      fix: 'refer to a trigger of trigger_type "http"',
      related: [{ resource: trigger.resource, message: "the trigger" }],
      values: [trigger.type],
    });
  }
}

function* functionVerdicts(resource: GatewayApiNode["resource"], block: Value): Iterable<Verdict> {
  const at = (name: string): string => `fc_service_config.${name}`;
  const type = block.get("function_type");
  if (type.isUnknown) {
    const all = [...NEEDED.values()].flat();
    if (all.every((name) => isWritten(block.get(name)))) return;
    yield undecided(resource, { attribute: at("function_type"), message }, [type]);
    return;
  }
  const names = NEEDED.get(type.isNull ? "FCEvent" : (type.text ?? ""));
  const forTrigger = type.isNull && isWritten(block.get(URL));
  if (!names || (forTrigger && !isWritten(block.get("function_name")))) {
    yield violated(resource, {
      attribute: at("function_type"),
      message,
      got: type.isNull ? "nothing, which means FCEvent, with a function_base_url" : show(type),
      expected: type.isNull
        ? '"HttpTrigger" in front of an HTTP trigger'
        : "HttpTrigger or FCEvent",
      fix: 'write function_type = "HttpTrigger"',
      values: [type],
    });
    return;
  }
  for (const name of names) {
    const value = block.get(name);
    if (isWritten(value)) continue;
    yield violated(resource, {
      attribute: at(name),
      message,
      got: value.isNull ? `no ${name}` : `an empty ${name}`,
      expected: `a ${name} for function_type ${type.isNull ? "FCEvent, the default" : show(type)}`,
      fix: `give ${name}`,
      values: [type, value],
    });
  }
}

/** Function Compute 2.0 keeps functions in services; what is declared here is of 3.0, and for another rule. */
function* serviceVerdicts(
  graph: ResourceGraph,
  resource: GatewayApiNode["resource"],
  block: Value,
): Iterable<Verdict> {
  const [type, version, name] = ["function_type", "function_version", "function_name"].map((of) =>
    block.get(of),
  );
  const isEvent = type.text === "FCEvent" || (type.isNull && !isWritten(block.get(URL)));
  if (!isEvent || isWritten(block.get("service_name"))) return;
  if (!version.isNull && version.text !== "2.0") return;
  if (!name.text || graph.functionOf(resource, name)) return;
  yield violated(resource, {
    attribute: "fc_service_config.service_name",
    message,
    got: `no service_name, with function_version ${version.isNull ? '"2.0", the default' : show(version)}`,
    expected: "a service_name for a function of Function Compute 2.0",
    fix: 'give service_name, or write function_version = "3.0" for a function of 3.0',
    values: [version],
  });
}
