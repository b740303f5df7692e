/** How an API Gateway API lets callers in. Source: CreateApi, `AuthType`; ALIYUN::ApiGateway::Api. */
export const API_AUTH_TYPES: readonly string[] = ["APP", "ANONYMOUS", "APPOPENID"];

/** The methods of an API's requests. Source: ALIYUN::ApiGateway::Api, `RequestConfig.RequestHttpMethod`. */
export const REQUEST_METHODS: readonly string[] = [
  "GET",
  "POST",
  "DELETE",
  "PUT",
  "HEAD",
  "TRACE",
  "PATCH",
  "CONNECT",
  "OPTIONS",
  "ANY",
];

/** What becomes of an API's requests. Source: CreateApi, `RequestConfig.RequestMode`; "RequestConfig" for the last. */
export const REQUEST_MODES: readonly string[] = ["MAPPING", "PASSTHROUGH", "MAPPING_PASSTHROUGH"];
