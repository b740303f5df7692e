/** What a blueprint's bounds and names are about. */
export enum BlueprintTarget {
  /** `WebFunction`; by its name `alicloud_fcv3_function`. */
  WEB_FUNCTION = "WebFunction",
  /** `HttpTrigger`; by its name `alicloud_fcv3_trigger` of type `http`. */
  HTTP_TRIGGER = "HttpTrigger",
  /** `CustomDomain`; by its name `alicloud_fcv3_custom_domain`. */
  CUSTOM_DOMAIN = "CustomDomain",
  /** `ApiGatewayFronted`; by its name `alicloud_api_gateway_group`. */
  API_GATEWAY_FRONTED = "ApiGatewayFronted",
}
