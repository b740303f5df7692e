import type { GatewayPluginNode, ResourceGraph } from "../../graph";
import { yamlOf } from "../../graph/yaml";
import type { Rule, Verdict } from "../rule";
import { refuseInlineSecret, secretSource } from "../secret";
import { at, undecided } from "../verdict";

const attribute = "plugin_data";
const message = "the key and secret of a backend signature must not stand in the configuration";

/** They are an AccessKey pair: who has it can do whatever its owner may. */
export const signatureSecret: Rule = {
  id: "api-gateway/signature-secret",
  level: "error",
  title: "the key and secret of a Backend Signature plugin are references to something sensitive",
  locked: true,
  secret: true,
  *evaluate(graph) {
    for (const plugin of graph.gatewayPlugins) yield* verdicts(graph, plugin);
  },
};

function* verdicts(graph: ResourceGraph, plugin: GatewayPluginNode): Iterable<Verdict> {
  const { resource, type, text } = plugin;
  if (!type.isUnknown && type.text !== "backendSignature") return;
  const data = plugin.data.value ?? yamlOf(text).value;
  // What cannot be read is for api-gateway/plugin-data to say.
  if (!data) return;
  const found = data.isUnknown
    ? [...refuseInlineSecret(graph, resource, { attribute, message }, text)]
    : ["key", "secret"].flatMap((name) => [
        ...refuseInlineSecret(
          graph,
          resource,
          { attribute: at(attribute, name), message },
          data.get(name),
        ),
      ]);
  if (!type.isUnknown) yield* found;
  else if (found.length > 0 && secretSource(graph, text).kind !== "reference") {
    const open = found.flatMap((verdict) => (verdict.answer === "undecided" ? verdict.needs : []));
    yield undecided(resource, { attribute, message }, [type, ...open]);
  }
}
