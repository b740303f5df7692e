import { Construct } from "constructs";
import { ApiGatewayApp } from "../../alicloud/api-gateway-app";
import {
  MOST_APP_CHARACTERS,
  gatewayAppNameProblem,
  gatewayDescriptionProblem,
} from "../../facts/gateway-names";
import { constructProps } from "../../function/checks";
import { checkProps, map, object, optional, text } from "../../props";
import { NO_UNDERSCORE, Trace, guard, makeResource, metaArguments, uniqueName } from "../../synth";
import type { ApiAppProps } from "./api-app-props";
import type { ApiAppAttributes, IApiApp } from "./api-app-ref";
import { ImportedApiApp } from "./imported-api-app";

/**
 * An app, `alicloud_api_gateway_app`: a caller of APIs whose authentication is `ApiAuth.app(…)`.
 *
 * Its AppKey and AppSecret, with which the caller signs, are made by the service, and the provider
 * does not read them: they are in the console under Consume APIs, Apps, or the answer of
 * DescribeAppSecurity. So they are in no state, and in no file of this project.
 *
 * Refuses, all in one error: a name or a description that the service refuses.
 *
 * Source: CreateApp; the provider's page on alicloud_api_gateway_app.
 */
export class ApiApp extends Construct implements IApiApp {
  /**
   * An app that exists already.
   *
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param attributes what is known of it
   * @throws an error that names every wrong attribute
   */
  public static fromApiAppAttributes(
    scope: Construct,
    id: string,
    attributes: ApiAppAttributes,
  ): IApiApp {
    return new ImportedApiApp(scope, id, attributes);
  }

  /** A reference to its id. */
  public readonly appId: string;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see ApiAppProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: ApiAppProps = {}) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    props = checkProps(this, props, CHECK);
    const resource = makeResource(ApiGatewayApp, this, trace, {
      ...metaArguments(props),
      name: props.appName ?? nameOf(this),
      description: props.description,
      tags: props.tags,
    });
    this.appId = resource.id;
  }
}

const CHECK = object({
  ...constructProps,
  appName: optional(text(gatewayAppNameProblem)),
  description: optional(text(gatewayDescriptionProblem)),
  tags: optional(map(text())),
});

/** Letters, digits and `_`, the first a letter, at least four. */
function nameOf(app: Construct): string {
  const rules = { most: MOST_APP_CHARACTERS, forbidden: NO_UNDERSCORE };
  return uniqueName(app, rules).replaceAll("-", "_").padEnd(4, "_app");
}
