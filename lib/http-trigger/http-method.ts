/**
 * The methods with which a function can be called.
 *
 * Source: HTTP trigger overview, "Limits on HTTP/HTTPS".
 */
export enum HttpMethod {
  /** DELETE. */
  DELETE = "DELETE",
  /** GET. WebSocket needs it. */
  GET = "GET",
  /** HEAD. */
  HEAD = "HEAD",
  /** OPTIONS. A browser's preflight request uses it. */
  OPTIONS = "OPTIONS",
  /** PATCH. */
  PATCH = "PATCH",
  /** POST. gRPC needs it. */
  POST = "POST",
  /** PUT. */
  PUT = "PUT",
}

/** Lists of methods. */
export class HttpMethods {
  /** All seven: what `ANY` means elsewhere. */
  public static all(): HttpMethod[] {
    return Object.values(HttpMethod);
  }

  private constructor() {}
}
