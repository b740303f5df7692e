import type { GatewayApiNode, Value } from "../../graph";
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

/** By function type, what its block needs. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ["HttpTrigger", ["function_base_url", "path", "method"]],
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
    for (const api of graph.gatewayApis) yield* verdicts(api);
  },
};

function* verdicts({ resource, serviceType }: GatewayApiNode): Iterable<Verdict> {
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
  const forTrigger = type.isNull && isWritten(block.get("function_base_url"));
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
