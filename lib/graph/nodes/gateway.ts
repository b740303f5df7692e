import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { AppAttachmentNode } from "./gateway-app";
import { GatewayApiNode } from "./gateway-api";
import { type AttachedPlugin, attachedTo } from "./gateway-attached";
import { ATTACHMENT_TYPES, PluginAttachmentNode } from "./gateway-attachment";
import { BackendModelNode, GatewayBackendNode } from "./gateway-backend";
import { GatewayGroupNode } from "./gateway-group";
import { type Link, sameLink } from "./gateway-link";
import { GatewayPluginNode } from "./gateway-plugin";
import { groupBy } from "./members";
import type { TriggerNode } from "./trigger";

/** What belongs together in API Gateway, each indexed once, so that a look costs the same in a large graph. */
export class Gateway {
  private readonly kept = new Map<string, unknown>();
  private readonly candidates = new Map<string, readonly PluginAttachmentNode[]>();
  private readonly sharedByGroup = new Map<
    string,
    Map<PluginAttachmentNode, AttachedPlugin | undefined>
  >();
  private readonly attachedByApi = new Map<GatewayApiNode, readonly AttachedPlugin[]>();

  /** @param graph the graph that it is in */
  public constructor(private readonly graph: ResourceGraph) {}

  /** The declared APIs. */
  public get apis(): readonly GatewayApiNode[] {
    return this.nodes("alicloud_api_gateway_api", GatewayApiNode);
  }

  /** The declared plugins. */
  public get plugins(): readonly GatewayPluginNode[] {
    return this.nodes("alicloud_api_gateway_plugin", GatewayPluginNode);
  }

  /** The declared backends. */
  public get backends(): readonly GatewayBackendNode[] {
    return this.nodes("alicloud_api_gateway_backend", GatewayBackendNode);
  }

  /** What the declared backends forward to. */
  public get backendModels(): readonly BackendModelNode[] {
    return this.nodes("alicloud_api_gateway_backend_model", BackendModelNode);
  }

  /** The apps that may call an API. */
  public get appAttachments(): readonly AppAttachmentNode[] {
    return this.nodes("alicloud_api_gateway_app_attachment", AppAttachmentNode);
  }

  /** The attachments of plugins, to APIs and to groups. */
  public get attachments(): readonly PluginAttachmentNode[] {
    return this.once("attachments", () =>
      Object.entries(ATTACHMENT_TYPES).flatMap(([type, level]) =>
        this.graph
          .ofType(type)
          .map((resource) => new PluginAttachmentNode(this.graph, resource, level)),
      ),
    );
  }

  /** The declared groups, and behind them those of which only APIs are declared. */
  public get groups(): readonly GatewayGroupNode[] {
    return [...this.groupsByKey.values()];
  }

  /** The group of an API. */
  public groupOf({ sureGroupKey, groupLink }: GatewayApiNode): GatewayGroupNode {
    const { target } = groupLink;
    const found = (target && this.groupsByKey.get(target.id)) ?? this.groupsByKey.get(sureGroupKey);
    if (!found) throw new Error("no such group in this graph");
    return found;
  }

  /** The declared APIs of a group. */
  public apisOf(groupKey: string): readonly GatewayApiNode[] {
    const byGroup = this.once("apis of groups", () =>
      groupBy(this.apis, (api) => keyOf(api.groupLink)),
    );
    return byGroup.get(groupKey) ?? [];
  }

  /** The declared APIs of which it is not known what group they are of. */
  public get apisOfNoSureGroup(): readonly GatewayApiNode[] {
    return this.once("apis of no sure group", () =>
      this.apis.filter(({ groupLink }) => !groupLink.target && groupLink.key === undefined),
    );
  }

  /** The plugins attached to a whole group. */
  public groupAttachmentsOf(groupKey: string): readonly PluginAttachmentNode[] {
    const byGroup = this.once("attachments of groups", () =>
      groupBy(this.of("group"), ({ groupLink }) => keyOf(groupLink)),
    );
    return byGroup.get(groupKey) ?? [];
  }

  /** The attachments of a declared plugin. */
  public attachmentsOf(plugin: GatewayPluginNode): readonly PluginAttachmentNode[] {
    const byPlugin = this.once("attachments of plugins", () =>
      groupBy(this.attachments, (attachment) => attachment.plugin),
    );
    return byPlugin.get(plugin) ?? [];
  }

  /** The models of a backend, by the id of its resource, or by what its id is called. */
  public modelsOf(backend: string): readonly BackendModelNode[] {
    const byBackend = this.once("models", () =>
      groupBy(this.backendModels, ({ backendLink }) => keyOf(backendLink)),
    );
    return byBackend.get(backend) ?? [];
  }

  /** The apps that surely may call an API, on some stage. */
  public appsOf(api: GatewayApiNode): readonly AppAttachmentNode[] {
    const byApi = this.once("apps", () =>
      groupBy(this.appAttachments, (attachment) => attachment.api),
    );
    return byApi.get(api) ?? [];
  }

  /** The API that an id surely leads to. */
  public apiOf({ target }: Link): GatewayApiNode | undefined {
    const byResource = this.once("api nodes", () => byResourceOf(this.apis));
    return target && byResource.get(target);
  }

  /** The plugin that an id surely leads to. */
  public pluginOf({ target }: Link): GatewayPluginNode | undefined {
    const byResource = this.once("plugin nodes", () => byResourceOf(this.plugins));
    return target && byResource.get(target);
  }

  /** The trigger of a resource. */
  public triggerOf(resource: Resource): TriggerNode | undefined {
    return this.once("trigger nodes", () => byResourceOf(this.graph.triggers.all)).get(resource);
  }

  /** The declared trigger with a host, where a plan tells it. */
  public triggerAtHost(host: string): TriggerNode | undefined {
    const byHost = this.once("hosts", () => {
      const found = new Map<string, TriggerNode>();
      for (const trigger of this.graph.httpTriggers) {
        const urls = trigger.resource.get("http_trigger");
        for (const name of ["url_intranet", "url_internet"]) {
          const known = /\/\/([^/:]+)/.exec(urls.get(name).text ?? "")?.[1];
          if (known) found.set(known.toLowerCase(), trigger);
        }
      }
      return found;
    });
    return byHost.get(host.toLowerCase());
  }

  /** The HTTP triggers of a function, by `FunctionMember.sureFunctionKey`. */
  public httpTriggersOf(functionKey: string): readonly TriggerNode[] {
    const byFunction = this.once("triggers by function", () =>
      groupBy(this.graph.httpTriggers, (trigger) => trigger.sureFunctionKey),
    );
    return byFunction.get(functionKey) ?? [];
  }

  /** The plugins attached to an API or its group on some stage, or perhaps so. */
  public attachedTo(api: GatewayApiNode): readonly AttachedPlugin[] {
    let found = this.attachedByApi.get(api);
    if (!found) {
      const own = this.once("attachments of APIs", () =>
        groupBy(this.of("api"), ({ apiLink }) => apiLink.target),
      );
      found = [
        ...(own.get(api.resource) ?? []).map((attachment) => attachedTo(api, attachment)),
        ...this.candidatesOf(api.groupLink).map((attachment) => this.shared(api, attachment)),
      ].filter((attached) => attached !== undefined);
      this.attachedByApi.set(api, found);
    }
    return found;
  }

  /** What concerns all APIs of a group alike is made once for them: there may be thousands of both. */
  private shared(
    api: GatewayApiNode,
    attachment: PluginAttachmentNode,
  ): AttachedPlugin | undefined {
    if (attachment.level === "api" && attachment.apiId.text !== undefined) {
      return attachedTo(api, attachment);
    }
    const key = `${api.sureGroupKey} ${api.resource.multiplicity?.key ?? ""}`;
    const known =
      this.sharedByGroup.get(key) ?? new Map<PluginAttachmentNode, AttachedPlugin | undefined>();
    this.sharedByGroup.set(key, known);
    if (!known.has(attachment)) known.set(attachment, attachedTo(api, attachment));
    return known.get(attachment);
  }

  /** The attachments that may concern the APIs of a group beside those that name one of them. */
  private candidatesOf(group: Link): readonly PluginAttachmentNode[] {
    let found = this.candidates.get(group.sureKey);
    if (!found) {
      const open = this.once("open attachments", () =>
        this.attachments.filter(({ level, apiLink }) => level === "group" || !apiLink.target),
      );
      const byGroup = this.once("open attachments of groups", () =>
        groupBy(open, ({ groupLink }) => groupLink.target),
      );
      const near = group.target
        ? [...(byGroup.get(group.target) ?? []), ...(byGroup.get(undefined) ?? [])]
        : open;
      found = near.filter(({ groupLink }) => sameLink(groupLink, group) !== "no");
      this.candidates.set(group.sureKey, found);
    }
    return found;
  }

  private get groupsByKey(): ReadonlyMap<string, GatewayGroupNode> {
    return this.once("groups", () => {
      const groups = new Map<string, GatewayGroupNode>();
      for (const resource of this.graph.ofType("alicloud_api_gateway_group")) {
        groups.set(resource.id, new GatewayGroupNode(this.graph, resource.id, resource));
      }
      for (const { groupLink } of this.apis) {
        const key = keyOf(groupLink);
        if (!groups.has(key)) groups.set(key, new GatewayGroupNode(this.graph, key, undefined));
      }
      return groups;
    });
  }

  private of(level: "api" | "group"): readonly PluginAttachmentNode[] {
    return this.attachments.filter((attachment) => attachment.level === level);
  }

  private nodes<T>(
    type: string,
    Node: new (graph: ResourceGraph, resource: Resource) => T,
  ): readonly T[] {
    return this.once(type, () =>
      this.graph.ofType(type).map((resource) => new Node(this.graph, resource)),
    );
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }
}

/** By block: of one that makes several, those of all. */
function keyOf({ target, sureKey }: Link): string {
  return target?.id ?? sureKey;
}

function byResourceOf<T extends { readonly resource: Resource }>(
  nodes: readonly T[],
): ReadonlyMap<Resource, T> {
  return new Map(nodes.map((node) => [node.resource, node]));
}
