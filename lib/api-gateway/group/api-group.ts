import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayGroup } from "../../alicloud/api-gateway-group";
import { checkProps } from "../../props";
import {
  NO_UNDERSCORE,
  Trace,
  guard,
  makeResource,
  metaArguments,
  refuse,
  uniqueName,
  withoutStacks,
} from "../../synth";
import type { ApiGroupLogging, ApiGroupProps } from "./api-group-props";
import type { ApiGroupAttributes, IApiGroup } from "./api-group-ref";
import { apiGroupCheck } from "./checks";
import { ImportedApiGroup } from "./imported-api-group";

const MOST_NAME_CHARACTERS = 50;
const LEAST_NAME_CHARACTERS = 4;

/**
 * A group of APIs, `alicloud_api_gateway_group`. `ApiGatewayFronted` makes one of its own; make one
 * here for several of them to share, each of which then attaches its plugins to its own APIs.
 *
 * It always states its base path.
 *
 * Refuses, all in one error: a name or description that is too long, a base path that does not begin
 * with `/` or ends with it, logging without anything to log.
 *
 * Source: CreateApiGroup; the provider's page on alicloud_api_gateway_group.
 */
export class ApiGroup extends Construct implements IApiGroup {
  /**
   * A group that exists already.
   *
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param attributes what is known of it
   * @throws an error that names every wrong attribute
   */
  public static fromApiGroupAttributes(
    scope: Construct,
    id: string,
    attributes: ApiGroupAttributes,
  ): IApiGroup {
    return new ImportedApiGroup(scope, id, attributes);
  }

  /** What the paths of all its APIs begin with for callers; `/` for nothing. */
  public readonly basePath: string;

  private readonly resource: ApiGatewayGroup;
  private readonly props: ApiGroupProps;
  // One token each: a token costs at synth too.
  private id?: string;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see ApiGroupProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: ApiGroupProps = {}) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    this.props = props = checkProps(this, props, apiGroupCheck);
    this.basePath = props.basePath ?? "/";
    this.resource = makeResource(ApiGatewayGroup, this, trace, {
      ...metaArguments(props),
      name: props.groupName ?? nameOf(this),
      description: props.description,
      basePath: this.basePath,
      instanceId: props.instanceId,
      vpcIntranetEnable: props.vpcIntranetEnable,
      userLogConfig: props.logging && logConfig(props.logging),
    });
  }

  /** A reference to its id. */
  public get groupId(): string {
    return (this.id ??= withoutStacks(() => this.resource.id));
  }

  /**
   * A reference to its public second-level domain. For tests: it takes 1,000 calls a day in mainland
   * regions, 100 elsewhere.
   */
  public get subDomain(): string {
    return this.resource.subDomain;
  }

  /**
   * A reference to its second-level domain inside VPCs.
   *
   * @throws an error where it was not asked for with `vpcIntranetEnable`
   */
  public get vpcDomain(): string {
    if (this.props.vpcIntranetEnable !== undefined && this.props.vpcIntranetEnable !== false) {
      return this.resource.vpcDomain;
    }
    return refuse(this, "vpcDomain: the group has none", [
      "  fix       set vpcIntranetEnable: true",
    ]);
  }
}

/** Letters, digits and `-`, the first a letter, at least four: what every document allows. */
function nameOf(group: Construct): string {
  const name = uniqueName(group, { most: MOST_NAME_CHARACTERS, forbidden: NO_UNDERSCORE });
  return name.length < LEAST_NAME_CHARACTERS ? `${name}-group` : name;
}

function logConfig(logging: ApiGroupLogging) {
  const { requestBody, responseBody, ...lists } = logging;
  const joined = Object.entries(lists).map(([name, names]) => [
    name,
    Token.isUnresolved(names) ? Fn.join(",", names) : names?.join(","),
  ]);
  return {
    requestBody,
    responseBody,
    ...(Object.fromEntries(joined) as Record<keyof typeof lists, string>),
  };
}
