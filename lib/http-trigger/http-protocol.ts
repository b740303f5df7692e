/**
 * What clients speak to a function. A trigger passes all of them on; declaring them lets the rules
 * say what each needs of the methods, the runtime and the timeout.
 *
 * Source: HTTP trigger overview, "Limits on WebSocket", "Limits on gRPC" and the FAQ on SSE.
 */
export enum HttpProtocol {
  /** HTTP and HTTPS requests. */
  HTTP = "HTTP",
  /** WebSocket: needs GET, and a custom runtime or a container; ends at the function's timeout. */
  WEBSOCKET = "WebSocket",
  /** GRPC: needs POST, and a custom runtime or a container; ends at the function's timeout. */
  GRPC = "gRPC",
  /** Server-Sent Events: needs a custom runtime or a container. */
  SSE = "SSE",
}
