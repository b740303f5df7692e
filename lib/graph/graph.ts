import { compare } from "../facts/compare";
import type { SourceLocation } from "./metadata";
import { DocumentModule, type Module, type Output } from "./module";
import { AliasNode } from "./nodes/alias";
import { type HttpLeads, httpLeads } from "./nodes/behind-http";
import { CustomDomainNode } from "./nodes/custom-domain";
import { DNS_RECORD_TYPES, DnsRecordNode } from "./nodes/dns-record";
import { FunctionConfigNode } from "./nodes/function-config";
import { FunctionNode } from "./nodes/function";
import { Gateway } from "./nodes/gateway";
import type { GatewayApiNode } from "./nodes/gateway-api";
import type { AppAttachmentNode } from "./nodes/gateway-app";
import type { PluginAttachmentNode } from "./nodes/gateway-attachment";
import type { BackendModelNode, GatewayBackendNode } from "./nodes/gateway-backend";
import type { GatewayGroupNode } from "./nodes/gateway-group";
import type { GatewayPluginNode } from "./nodes/gateway-plugin";
import type { FunctionMember } from "./nodes/member";
import { Members, groupBy } from "./nodes/members";
import { namedRegion, regionOf } from "./nodes/provider";
import { TriggerNode } from "./nodes/trigger";
import { VersionNode } from "./nodes/version";
import type { Resource } from "./resource";
import type { TerraformJson } from "./terraform-json";
import type { Reference, Value } from "./value";

/** One Terraform JSON document and the stack that it is of. */
export interface Document {
  /** The stack's name; empty where the input is one configuration. */
  readonly stack: string;
  /** The stack's construct path, after which cdktf names its remote state. Default: the stack's name. */
  readonly path?: string;
  readonly json: TerraformJson;
  /** The file that it was read from, the first where there are several. Default: none. */
  readonly file?: string;
  /** Finds the file that a block of it is declared in, where there are several. Default: `file`. */
  readonly fileOf?: (address: string) => string | undefined;
  /** The folder that the locations in its metadata are relative to, seen from the working folder. Default: that one. */
  readonly project?: string;
  /** Finds where a block of it is written, and its argument. Called where metadata does not say it. */
  readonly locate?: (address: string, attribute?: string) => SourceLocation | undefined;
}

/** Somebody who refers to a resource. */
export interface Use {
  readonly user: Resource | Output;
  readonly reference: Reference;
}

/** All resources of an app or a configuration, with what refers to what. Read only, read lazily. */
export class ResourceGraph {
  /** The stacks, in order of input. */
  public readonly modules: readonly Module[];
  private readonly documents: ReadonlyMap<string, Document>;
  private readonly cache = new Map<string, unknown>();
  private readonly targets = new Map<Resource, readonly Resource[]>();
  private functionsById?: ReadonlyMap<string, FunctionNode>;

  /**
   * @param documents the stacks of one app, or one configuration
   * @param modules what another reader made of its input: a plan
   * @param input the file of that input, and where its blocks are written
   */
  public constructor(
    documents: readonly Document[],
    modules: readonly Module[] = [],
    private readonly input: Pick<Document, "file" | "locate"> = {},
  ) {
    const byName = new Map<string, DocumentModule>();
    const read = documents.map(({ stack, path = stack, json, project }) => {
      const module = new DocumentModule(json, stack, (name) => byName.get(name), project);
      byName.set(remoteStateName(path), module);
      return module;
    });
    this.modules = [...read, ...modules];
    this.documents = new Map(documents.map((document) => [document.stack, document]));
  }

  /** The file that a stack was read from, or a block of it; undefined at synth. */
  public fileOf({
    stack,
    address,
  }: {
    readonly stack: string;
    readonly address?: string;
  }): string | undefined {
    const document = this.documents.get(stack);
    const declaring = address === undefined ? undefined : document?.fileOf?.(address);
    return declaring ?? document?.file ?? this.input.file;
  }

  /** Where a block is written in the input, and its argument, where the reader can tell. */
  public locate(
    { stack, address }: { readonly stack: string; readonly address: string },
    attribute?: string,
  ): SourceLocation | undefined {
    return (this.documents.get(stack) ?? this.input).locate?.(address, attribute);
  }

  /** Every managed resource, by stack, then by address. */
  public get resources(): readonly Resource[] {
    return this.once("resources", () =>
      this.modules.flatMap((module) =>
        module.resources
          .filter((resource) => resource.mode === "managed")
          .sort((a, b) => compare(a.address, b.address)),
      ),
    );
  }

  /** Every output. */
  public get outputs(): readonly Output[] {
    return this.once("outputs", () => this.modules.flatMap((module) => module.outputs));
  }

  /** The managed resources of a type. */
  public ofType(type: string): readonly Resource[] {
    const byType = this.once("types", () => groupBy(this.resources, (resource) => resource.type));
    return byType.get(type) ?? [];
  }

  /** The resource of a graph id. */
  public byId(id: string): Resource | undefined {
    const byId = this.once(
      "ids",
      () => new Map(this.resources.map((resource) => [resource.id, resource])),
    );
    return byId.get(id);
  }

  /** The stack that declares a resource. */
  public moduleOf(resource: Resource): Module {
    const byName = this.once(
      "modules",
      // Backwards, so that of two with one name the first is kept.
      () => new Map([...this.modules].reverse().map((module) => [module.name, module])),
    );
    const module = byName.get(resource.stack);
    if (!module) throw new Error(`no stack ${resource.stack} in this graph`);
    return module;
  }

  /** The region in which a resource is: that of the provider configuration that it uses, not known where the environment gives it. */
  public regionOf(resource: Resource): Value {
    return this.once(`region ${resource.stack}/${resource.provider}`, () =>
      regionOf(this.moduleOf(resource), resource),
    );
  }

  /** The region that a value in a resource names, followed through a data source that asks for the current one. */
  public regionNamed(user: Resource, value: Value): Value {
    return namedRegion(this, user, value);
  }

  /** The declared functions. */
  public get functions(): readonly FunctionNode[] {
    return this.nodes("alicloud_fcv3_function", FunctionNode);
  }

  /** The HTTP triggers, custom domains' routes and gateway APIs that lead to functions. */
  public get httpLeads(): HttpLeads {
    return this.once("http leads", () => httpLeads(this));
  }

  /** The declared versions. */
  public get versions(): Members<VersionNode> {
    return this.members("alicloud_fcv3_function_version", VersionNode);
  }

  /** The declared aliases. */
  public get aliases(): Members<AliasNode> {
    return this.members("alicloud_fcv3_alias", AliasNode);
  }

  /** The declared triggers of every type. */
  public get triggers(): Members<TriggerNode> {
    return this.members("alicloud_fcv3_trigger", TriggerNode);
  }

  /** The declared triggers that are HTTP triggers. */
  public get httpTriggers(): Members<TriggerNode> {
    return this.once(
      "http",
      () => new Members(this.triggers.all.filter((trigger) => trigger.type.text === "http")),
    );
  }

  /** The declared async invocation configs. */
  public get asyncInvokeConfigs(): Members<FunctionConfigNode> {
    return this.members("alicloud_fcv3_async_invoke_config", FunctionConfigNode);
  }

  /** The declared provision configs. */
  public get provisionConfigs(): Members<FunctionConfigNode> {
    return this.members("alicloud_fcv3_provision_config", FunctionConfigNode);
  }

  /** The declared records of public and private DNS zones. */
  public get dnsRecords(): readonly DnsRecordNode[] {
    return this.once("dns records", () =>
      DNS_RECORD_TYPES.flatMap((type) => this.nodes(type, DnsRecordNode)),
    );
  }

  /** The declared custom domains. */
  public get customDomains(): readonly CustomDomainNode[] {
    return this.nodes("alicloud_fcv3_custom_domain", CustomDomainNode);
  }

  /** What belongs together in API Gateway. */
  public get gateway(): Gateway {
    return this.once("gateway", () => new Gateway(this));
  }

  /** The declared groups of APIs, and behind them those of which only APIs are declared. */
  public get gatewayGroups(): readonly GatewayGroupNode[] {
    return this.gateway.groups;
  }

  /** The declared APIs. */
  public get gatewayApis(): readonly GatewayApiNode[] {
    return this.gateway.apis;
  }

  /** The declared plugins. */
  public get gatewayPlugins(): readonly GatewayPluginNode[] {
    return this.gateway.plugins;
  }

  /** The attachments of plugins, to APIs and to groups. */
  public get pluginAttachments(): readonly PluginAttachmentNode[] {
    return this.gateway.attachments;
  }

  /** The apps that may call an API. */
  public get appAttachments(): readonly AppAttachmentNode[] {
    return this.gateway.appAttachments;
  }

  /** The declared gateway instances. */
  public get gatewayInstances(): readonly Resource[] {
    return this.ofType("alicloud_api_gateway_instance");
  }

  /** The declared backends. */
  public get gatewayBackends(): readonly GatewayBackendNode[] {
    return this.gateway.backends;
  }

  /** What the declared backends forward to, stage by stage. */
  public get backendModels(): readonly BackendModelNode[] {
    return this.gateway.backendModels;
  }

  /** The declared stages beside RELEASE, PRE and TEST. */
  public get stageModels(): readonly Resource[] {
    return this.ofType("alicloud_api_gateway_stage_model");
  }

  /** The declared function that a name stands for, seen from a resource that uses the name. */
  public functionOf(user: Resource, name: Value): FunctionNode | undefined {
    for (const id of name.origin.declaredBy) {
      this.functionsById ??= new Map(this.functions.map((node) => [node.resource.id, node]));
      const node = this.functionsById.get(id);
      if (node) return node;
    }
    if (name.isNull) return undefined;
    // By key: a name that is the same expression on both sides is the same name, known or not.
    const byName = this.once(
      "functions by name",
      () =>
        new Map(
          this.functions
            .filter((node) => !node.name.isNull)
            .map((node) => [scopedName(node.resource, node.name.key), node]),
        ),
    );
    return byName.get(scopedName(user, name.key));
  }

  /** A text that two users share exactly when they surely mean one function; undefined where it is not known. */
  public functionKey(user: Resource, name: Value): string | undefined {
    const declared = this.functionOf(user, name);
    if (declared) return declared.resource.id;
    return name.text === undefined ? undefined : scopedName(user, name.text);
  }

  /** Who refers to a resource, and by which reference. */
  public usesOf(resource: Resource): readonly Use[] {
    return this.uses.get(resource) ?? [];
  }

  /** Whether a resource is created after another one, by references or `depends_on`, directly or through others. */
  public dependsOn(user: Resource, needed: Resource): boolean {
    if (this.targetsOf(user).some(({ id }) => id === needed.id)) return true;
    const seen = new Set<string>();
    const queue = [user];
    for (let at = queue.pop(); at; at = queue.pop()) {
      for (const target of this.targetsOf(at)) {
        if (target.id === needed.id) return true;
        if (seen.has(target.id)) continue;
        seen.add(target.id);
        queue.push(target);
      }
    }
    return false;
  }

  /** The resources and data sources that one refers to directly. */
  public targetsOf(resource: Resource): readonly Resource[] {
    let targets = this.targets.get(resource);
    if (!targets) {
      const module = this.moduleOf(resource);
      targets = resource.references.flatMap((reference) => module.targets(reference));
      this.targets.set(resource, targets);
    }
    return targets;
  }

  private get uses(): ReadonlyMap<Resource, readonly Use[]> {
    return this.once("uses", () => {
      const uses = new Map<Resource, Use[]>();
      const note = (module: Module, user: Resource | Output): void => {
        for (const reference of user.references) {
          for (const target of module.targets(reference)) {
            const known = uses.get(target);
            if (known) known.push({ user, reference });
            else uses.set(target, [{ user, reference }]);
          }
        }
      };
      for (const module of this.modules) {
        for (const resource of module.resources) note(module, resource);
        for (const output of module.outputs) note(module, output);
      }
      return uses;
    });
  }

  private nodes<T>(type: string, Node: new (graph: ResourceGraph, resource: Resource) => T): T[] {
    return this.once(`nodes ${type}`, () =>
      this.ofType(type).map((resource) => new Node(this, resource)),
    );
  }

  private members<T extends FunctionMember>(
    type: string,
    Node: new (graph: ResourceGraph, resource: Resource) => T,
  ): Members<T> {
    return this.once(`members ${type}`, () => new Members(this.nodes(type, Node)));
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.cache.has(key)) this.cache.set(key, make());
    return this.cache.get(key) as T;
  }
}

/** One name means one function in one stack and one provider configuration (account and region). */
function scopedName(user: Resource, name: string): string {
  return `${user.stack}/${user.provider}/${name}`;
}

/** What cdktf makes of a construct path in the name of a remote state. */
function remoteStateName(path: string): string {
  return path.replaceAll("/", "--").replace(/[^A-Za-z0-9_-]/g, "");
}
