/** Parts of an OpenAPI document that API Gateway has no place for, or not with Function Compute behind it. */
export enum OpenApiPart {
  /** Who may call: security requirements and their schemes. */
  SECURITY = "security",
  /** Cookies that a request has. */
  COOKIE = "cookie",
  /** What a parameter is beyond its simple type: lists, objects, bounds, patterns, words; with PASSTHROUGH its type too, and its default. */
  PARAMETER = "parameter",
  /** A form beside other kinds of body, or a body of GET, HEAD, DELETE and OPTIONS. */
  BODY = "body",
  /** Servers of single paths and operations, and servers with another path than the first. */
  SERVER = "server",
  /** Requests that the API itself sends as a part of an operation. */
  CALLBACK = "callback",
  /** Requests that the API itself sends. */
  WEBHOOK = "webhook",
  /** TRACE. */
  METHOD = "method",
}
