import type { GatewayPluginNode, PluginAttachmentNode, ResourceGraph, Value } from "../../graph";
import { openNumber } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";

/** The types that do nothing on a shared instance. */
const DEDICATED = ["circuitBreaker", "remoteAuth"];

const attribute = "plugin_type";
const message = "a plugin of this type works on a dedicated instance only";

/** On a shared instance these plugins are attached without an error, and do nothing. */
export const dedicatedPlugin: Rule = {
  id: "api-gateway/dedicated-plugin",
  level: "warning",
  title: "a `circuitBreaker` or `remoteAuth` plugin is attached on a dedicated instance",
  *evaluate(graph) {
    for (const plugin of graph.gatewayPlugins) {
      const { type } = plugin;
      if (type.isUnknown || DEDICATED.includes(type.text ?? "")) yield* verdicts(graph, plugin);
    }
  },
};

function* verdicts(graph: ResourceGraph, plugin: GatewayPluginNode): Iterable<Verdict> {
  const { resource, type } = plugin;
  const instances = plugin.attachments.map((attachment) => instanceOf(graph, attachment));
  const all = instances.filter((instance) => instance.shared === "yes");
  const shared = all.find((instance) => instance.needs.length === 0) ?? all[0];
  const related = (shared?.related ?? []).map((other) => ({ resource: other }));
  if (shared && type.isKnown && shared.needs.length === 0) {
    yield violated(resource, {
      attribute,
      message,
      got: `${show(type)} on the shared instance, by ${shared.related[0].address}`,
      expected: "a group with the instance_id of a dedicated instance",
      fix: "give the group the instance_id of a dedicated instance, or remove the plugin",
      related,
      values: [type, ...shared.values],
    });
    return;
  }
  const open = instances.filter((instance) => instance.shared !== "no");
  const needs = open.flatMap((instance) => instance.needs);
  if (open.length > 0)
    yield undecided(resource, { attribute, message, related }, [...type.needs, ...needs]);
}

/** The instance on which an attached plugin would work. */
interface Instance {
  readonly shared: "yes" | "no" | "unknown";
  readonly needs: readonly string[];
  readonly values: readonly Value[];
  readonly related: readonly PluginAttachmentNode["resource"][];
}

function instanceOf(graph: ResourceGraph, attachment: PluginAttachmentNode): Instance {
  const { resource, api } = attachment;
  const link = attachment.groupLink.target ? attachment.groupLink : (api ?? attachment).groupLink;
  const group = link.target;
  if (!group) {
    // A group that is named is declared elsewhere, with its instance.
    const needs = link.value.needs;
    return { shared: needs.length > 0 ? "unknown" : "no", needs, values: [], related: [resource] };
  }
  const id = group.get("instance_id");
  const found = { values: [id], related: [resource, group] };
  if (id.isNull || id.text === "" || /^api-shared-/.test(id.prefix)) {
    return { ...found, shared: "yes", needs: openNumber(resource) };
  }
  if (id.text !== undefined) return { ...found, shared: "no", needs: [] };
  const module = graph.moduleOf(group);
  const targets = id.references.flatMap((reference) => module.targets(reference));
  const instance = targets.find(
    ({ mode, type }) => mode === "managed" && type === "alicloud_api_gateway_instance",
  );
  if (!instance) return { ...found, shared: "unknown", needs: id.needs };
  const kind = instance.get("instance_type");
  if (kind.isUnknown) return { ...found, shared: "unknown", needs: kind.needs };
  return { ...found, shared: /shared|serverless/i.test(kind.text ?? "") ? "yes" : "no", needs: [] };
}
