import type { ConstructProps } from "../../synth/construct-props";

/** What a group writes into its access logs beside the calls themselves. At least one has to be stated. */
export interface ApiGroupLogging {
  /**
   * The bodies of requests.
   *
   * @default false
   */
  readonly requestBody?: boolean;
  /**
   * The bodies of responses.
   *
   * @default false
   */
  readonly responseBody?: boolean;
  /**
   * Names of query parameters; `*` for all.
   *
   * @default - none
   */
  readonly queryString?: string[];
  /**
   * Names of request headers; `*` for all.
   *
   * @default - none
   */
  readonly requestHeaders?: string[];
  /**
   * Names of response headers; `*` for all.
   *
   * @default - none
   */
  readonly responseHeaders?: string[];
  /**
   * Names of claims of a JWT; `*` for all.
   *
   * @default - none
   */
  readonly jwtClaims?: string[];
}

/** How a group is made. */
export interface ApiGroupOptions {
  /**
   * The group's name: 4 to 128 letters, digits, `_`, `-`, `.` and spaces, the first a letter; at
   * most 50, without dots and spaces, is what every document of the vendor allows.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly groupName?: string;
  /**
   * What it is for, at most 180 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * What the paths of all its APIs begin with for callers; the function does not see it.
   *
   * @default "/"
   */
  readonly basePath?: string;
  /**
   * The id of a dedicated instance. Another one replaces the group.
   *
   * @default - the shared instance of the region
   */
  readonly instanceId?: string;
  /**
   * Whether the group gets a second-level domain inside VPCs too, `vpcDomain`.
   *
   * @default - not stated: false
   */
  readonly vpcIntranetEnable?: boolean;
  /**
   * What access logs have beside the calls themselves. Where they are written is said once for a
   * region, by `alicloud_api_gateway_log_config`.
   *
   * @default - nothing
   */
  readonly logging?: ApiGroupLogging;
}

/** Props of an `ApiGroup`. */
export interface ApiGroupProps extends ConstructProps, ApiGroupOptions {}
