/** A method of requests to a gateway. Source: ALIYUN::ApiGateway::Api, `RequestConfig.RequestHttpMethod`. */
export enum GatewayMethod {
  /** GET. */
  GET = "GET",
  /** POST. */
  POST = "POST",
  /** PUT. */
  PUT = "PUT",
  /** DELETE. */
  DELETE = "DELETE",
  /** HEAD. */
  HEAD = "HEAD",
  /** PATCH. */
  PATCH = "PATCH",
  /** OPTIONS. */
  OPTIONS = "OPTIONS",
  /** Every method: the trigger behind has to take all seven. */
  ANY = "ANY",
}

/** What callers speak to a gateway. Source: CreateApi, `RequestConfig.RequestProtocol`. */
export enum RequestProtocol {
  /** HTTPS alone. */
  HTTPS = "HTTPS",
  /** HTTP alone: what is sent can be read and changed on its way. */
  HTTP = "HTTP",
  /** Both. */
  HTTP_AND_HTTPS = "HTTP,HTTPS",
}

/** What becomes of a request's parameters. Source: CreateApi, `RequestConfig.RequestMode`. */
export enum RequestMode {
  /** All of them reach the function as they are; of declared ones only those of the path are looked at. */
  PASSTHROUGH = "PASSTHROUGH",
  /** Those that are declared reach the function, under the names that it knows them by. */
  MAPPING = "MAPPING",
  /** Those that are declared are mapped, and all others reach the function as they are. */
  MAPPING_PASSTHROUGH = "MAPPING_PASSTHROUGH",
}

/** What the body of a request is. Source: CreateApi, `RequestConfig.BodyFormat`. */
export enum RequestBodyFormat {
  /** Bytes, which are passed on as they are. */
  STREAM = "STREAM",
  /** A form, whose fields are parameters. */
  FORM = "FORM",
}
