import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayApi } from "../alicloud/api-gateway-api";
import { ApiGatewayAppAttachment } from "../alicloud/api-gateway-app-attachment";
import type { IQualifiedFunction } from "../function/function-ref";
import { type Part, makeResource, metaArguments, withoutStacks } from "../synth";
import type { ApiAuth } from "./api-auth";
import type { IApiApp } from "./app";
import type { BoundBackend } from "./backend/source";
import {
  type MadePlugin,
  attachPlugin,
  holdsOn,
  makePlugins,
  places,
  resourcesOf,
} from "./plugins/attach/attach";
import type { RouteApi } from "./route/apis";
import type { BoundStage } from "./stages";

const DIGEST_CHARACTERS = 8;

/** What all APIs of a front have in common. */
export interface Front extends Part {
  /** The id of the group. */
  readonly groupId: string;
  /** The stages of the front. */
  readonly stages: readonly BoundStage[];
  /** How the gateway tells who calls, where a route does not say it. */
  readonly auth: ApiAuth;
  /** What the gateway calls. */
  readonly target: IQualifiedFunction;
  /** How it calls it. */
  readonly backend: BoundBackend;
  /** The plugins that each API gets for itself, since the group is not the front's own. */
  readonly plugins: readonly MadePlugin[];
}

/**
 * Makes one API, publishes it, and attaches to it what is for it alone: one after another, since
 * nothing tries again where the service locks the API.
 *
 * @param scope the front's construct
 * @param front what its APIs have in common
 * @param api the API
 * @returns a reference to its id
 */
export function makeApi(scope: Construct, front: Front, api: RouteApi): string {
  const { groupId, trace, provider, target, backend } = front;
  const own = new Construct(scope, api.id);
  const stages = front.stages.filter(({ stage }) => holdsOn(api, stage));
  const auth = api.auth ?? front.auth;
  const plugins = makePlugins(own, api.plugins, { provider, trace }, target);
  // Where a plugin cannot be made, no API is left published without it.
  const first = resourcesOf([...front.plugins, ...plugins]);
  const resource = makeResource(
    ApiGatewayApi,
    own,
    trace,
    {
      ...metaArguments({ provider, dependsOn: [...(front.dependsOn ?? []), ...first] }),
      groupId,
      name: api.apiName,
      description: api.description,
      authType: auth.authType,
      requestConfig: api.requestConfig,
      requestParameters: api.requestParameters,
      constantParameters: api.constantParameters,
      systemParameters: api.systemParameters,
      forceNonceCheck: api.forceNonceCheck,
      stageNames: stages.map(({ name }) => name),
      ...backend.service(api),
    },
    { notMapped: api.notMapped },
  );
  const apiId = withoutStacks(() => resource.apiId);
  let last: ITerraformDependable | undefined;
  const next = (): Part => ({ provider, trace, dependsOn: last && [last] });

  for (const place of places([...front.plugins, ...plugins], stages)) {
    const { plugin, stage } = place;
    if (front.plugins.includes(plugin) && plugins.some(isInPlaceOf(plugin, stage))) continue;
    last = attachPlugin(own, place, next(), { groupId, apiId });
  }

  for (const app of auth.apps) {
    for (const { stage, name: stageName } of stages) {
      const scoped = new Construct(own, `App-${nameOf(app, auth.apps)}-${stage.stageName}`);
      last = makeResource(ApiGatewayAppAttachment, scoped, trace, {
        ...metaArguments(next()),
        ...{ groupId, apiId, appId: app.appId, stageName },
      });
    }
  }
  return apiId;
}

/** How an app is called in addresses: not by its place in the list, which an app before it would change. */
function nameOf({ node }: IApiApp, apps: readonly IApiApp[]): string {
  const isAlone = apps.filter((one) => one.node.id === node.id).length === 1;
  return isAlone ? node.id : `${node.id}-${node.addr.slice(-DIGEST_CHARACTERS)}`;
}

/** A plugin of the API's own takes the place of one of the same type that every API gets. */
function isInPlaceOf({ type }: MadePlugin, { stage }: BoundStage): (own: MadePlugin) => boolean {
  return (own) => own.type === type && holdsOn(own, stage);
}
