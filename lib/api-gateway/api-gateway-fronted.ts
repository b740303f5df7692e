import { type ITerraformDependable, TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import type { Credentials } from "../http-trigger/auth/credentials";
import { HttpTrigger } from "../http-trigger/http-trigger";
import type { IHttpTrigger } from "../http-trigger/http-trigger-ref";
import { seenTrigger } from "../http-trigger/seen-trigger";
import { asPart, propsUnder } from "../blueprints/under";
import { checkProps } from "../props";
import { type Part, Trace, guard, refuse } from "../synth";
import { ApiAuth } from "./api-auth";
import type { ApiGatewayFrontedProps } from "./api-gateway-fronted-props";
import { GatewayBackend } from "./backend";
import { apiGatewayFrontedTarget } from "./api-gateway-fronted-target";
import { type BoundDomain, bindDomain } from "./domain";
import { ApiGroup } from "./group/api-group";
import type { IApiGroup } from "./group/api-group-ref";
import { type Front, makeApi } from "./front-api";
import {
  type MadePlugin,
  attachPlugin,
  holdsOn,
  makePlugins,
  places,
} from "./plugins/attach/attach";
import { GatewayPlugin } from "./plugins/gateway-plugin";
import { type RouteApi, apisOf, triggerMethods } from "./route/apis";
import { appCredentials, joined } from "./signing";
import { GatewayStage } from "./stage";
import { type BoundStage, bindStages } from "./stages";
import { type GatewayTestOptions, gatewayTestCheck, gatewayTestCommand } from "./test-command";
import { joinedUrl } from "./url";

/**
 * A function behind API Gateway: the protected way in.
 *
 * Makes an HTTP trigger whose internet URL is disabled, a group, one API for each method of each
 * route with the trigger's intranet URL as its backend, published to RELEASE, and the backend
 * signature plugin and every other plugin on the group, on each stage, before there is any API: no
 * API is published unsigned. A stage that is taken away loses them a moment before it loses its APIs.
 * With a domain it makes also its CNAME record, and then its binding.
 *
 * With nothing else said the trigger asks for signature authentication, callers speak HTTPS alone,
 * and the gateway has a RAM role that may invoke this function alone. That the trigger takes the
 * plugin's signature is nowhere documented, and neither is that it takes the role's: both are there.
 * Where neither is taken, give `auth: HttpAuth.anonymous()`: the internet URL stays disabled.
 *
 * In a group that is there already nothing is attached to the group, but to each API, one after
 * another, once it was published.
 *
 * Refuses, all in one error: a trigger whose internet URL answers, no route, routes that take the
 * same calls, a plugin that the service would refuse, two of one type for the same calls, a stage to
 * which nothing is published, a domain with a wrong certificate, and what its parts refuse.
 *
 * Source: "Configure an HTTP trigger", "Use API Gateway to protect the function"; "Plug-in overview";
 * "Attach a plug-in to an API group".
 */
export class ApiGatewayFronted extends Construct {
  /** The trigger that the gateway calls. */
  public readonly trigger: IHttpTrigger;
  /** The group that its APIs are in. */
  public readonly group: IApiGroup;

  private readonly props: ApiGatewayFrontedProps;
  private readonly apis: readonly RouteApi[];
  private readonly ids: { [apiName: string]: string } = {};
  private readonly bound?: BoundDomain;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see ApiGatewayFrontedProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: ApiGatewayFrontedProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    this.props = props = propsUnder(this, apiGatewayFrontedTarget, props);
    const { provider, dependsOn, domain } = props;
    const part: Part = { provider, dependsOn, trace };
    this.apis = apisOf(props.routes);
    this.trigger = props.trigger ?? this.makeTrigger();
    this.group =
      props.existingGroup ?? new ApiGroup(this, "Group", { ...props.group, provider, dependsOn });
    const { target, authType } = seenTrigger(this.trigger);
    const stages = bindStages(this, part, this.stages);
    // The signature first: nothing is attached before it.
    const plugins = makePlugins(this, [props.backendSignature, ...this.plugins], part, target);
    const onGroup = props.existingGroup ? [] : this.attachToGroup(part, plugins, stages);
    const backend = (props.backend ?? GatewayBackend.functionCompute())._bind(this, {
      ...part,
      trigger: this.trigger,
      target,
      authType,
    });
    const front: Front = {
      ...part,
      dependsOn: [...(dependsOn ?? []), ...onGroup, ...backend.after],
      groupId: this.groupId,
      stages,
      auth: this.auth,
      target,
      backend,
      plugins: props.existingGroup ? plugins : [],
    };
    for (const api of this.apis) this.ids[api.apiName] = makeApi(this, front, api);
    if (domain !== undefined) {
      this.bound = bindDomain(this, { ...part, group: this.group, routes: props.routes }, domain);
    }
  }

  /** A reference to the id of the group. */
  public get groupId(): string {
    return this.group.groupId;
  }

  /** A reference to the public second-level domain of the group, which is for tests. */
  public get subDomain(): string {
    return this.group.subDomain;
  }

  /**
   * A reference to the second-level domain of the group inside VPCs.
   *
   * @throws an error where the group has none, which takes `group: { vpcIntranetEnable: true }`
   */
  public get vpcDomain(): string {
    return this.group.vpcDomain;
  }

  /** References to the ids of its APIs, by their names. */
  public get apiIds(): { [apiName: string]: string } {
    return { ...this.ids };
  }

  /**
   * Its public URL with the base path of the group, without a slash at the end: by its domain, else
   * by the group's second-level domain. The function's own URL is not reachable from here.
   *
   * @throws an error of a wildcard domain, which has as many URLs as names
   */
  public get url(): string {
    return joinedUrl(this.bound?.url ?? this.groupUrl, this.group.basePath);
  }

  /**
   * Writes for each stage a curl call as an output, with what the gateway asks callers for. Secrets
   * are shell variables, as is the name that is meant of a wildcard domain. A stage other than RELEASE is named by the header `X-Ca-Stage`.
   *
   * @param options path and method
   * @returns the commands by the names of their stages
   * @throws an error that names every wrong option
   */
  public testCommands(options: GatewayTestOptions = {}): { [stageName: string]: string } {
    const checked = checkProps(this, options, gatewayTestCheck(this.apis));
    if (this.node.tryFindChild("Test")) {
      refuse(this, "testCommands: this front has its outputs already", [
        "  fix       call it once, and keep what it returns",
      ]);
    }
    const scope = new Construct(this, "Test");
    const { url, variables } = this.bound?.shellUrl ?? { url: this.groupUrl, variables: [] };
    const commands = this.stages.map((stage): [string, string] => {
      const { command, description } = gatewayTestCommand(this.apis, {
        url: joinedUrl(url, this.group.basePath),
        variables,
        basePath: this.group.basePath,
        options: checked,
        stage,
        credentials: (api) => this.credentialsOf(api, stage),
      });
      new TerraformOutput(scope, stage.stageName, { value: command, description });
      return [stage.stageName, command];
    });
    return Object.fromEntries(commands);
  }

  private credentialsOf(api: RouteApi, stage: GatewayStage): Credentials {
    const own = api.plugins.filter((plugin) => holdsOn(plugin._options, stage));
    const others = this.plugins.filter(
      (plugin) =>
        holdsOn(plugin._options, stage) &&
        own.every(({ pluginType }) => pluginType !== plugin.pluginType),
    );
    const { authType } = api.auth ?? this.auth;
    const asked = [...others, ...own].flatMap((plugin) => plugin._credentials() ?? []);
    return joined([...(authType === "APP" ? [appCredentials] : []), ...asked]);
  }

  private get groupUrl(): string {
    const isHttp = this.apis.every(({ requestConfig }) => requestConfig.protocol === "HTTP");
    return `${isHttp ? "http" : "https"}://${this.group.subDomain}`;
  }

  private get stages(): readonly GatewayStage[] {
    return this.props.stages ?? [GatewayStage.RELEASE];
  }

  private get plugins(): readonly GatewayPlugin[] {
    const { protect = [], plugins = [] } = this.props;
    return [...protect, ...plugins].filter((one) => one instanceof GatewayPlugin);
  }

  private makeTrigger(): HttpTrigger {
    const { target, auth, provider, dependsOn } = this.props;
    const props = {
      target: target!,
      methods: [...triggerMethods(this.apis)],
      auth,
      disableInternetUrl: true,
      provider,
      dependsOn,
    };
    return asPart(() => new HttpTrigger(this, "Trigger", props));
  }

  /** One after another: nothing tries again where the service locks the group. */
  private attachToGroup(
    part: Part,
    plugins: readonly MadePlugin[],
    stages: readonly BoundStage[],
  ): readonly ITerraformDependable[] {
    const { groupId } = this.group;
    let last: readonly ITerraformDependable[] = [];
    for (const place of places(plugins, stages)) {
      const after = { ...part, dependsOn: [...(part.dependsOn ?? []), ...last] };
      last = [attachPlugin(this, place, after, { groupId })];
    }
    return last;
  }

  private get auth(): ApiAuth {
    const given = this.props.protect?.find((one) => one instanceof ApiAuth);
    return given ?? ApiAuth.anonymous();
  }
}
