/** What a protocol asks of the trigger and the function that speak it. */
export interface ProtocolNeeds {
  /** The method that has to be among the trigger's. */
  readonly method?: "GET" | "POST";
  /** Only a custom runtime or a container speaks it. */
  readonly ownServer: boolean;
  /** A connection lasts as long as one call of the function, so its timeout ends it. */
  readonly longLived: boolean;
}

/**
 * The protocols that a trigger can declare, and what each needs.
 *
 * Source: HTTP trigger overview, "Limits on WebSocket", "Limits on gRPC" and the FAQ on SSE.
 */
export const PROTOCOLS: Readonly<Record<string, ProtocolNeeds>> = {
  HTTP: { ownServer: false, longLived: false },
  WebSocket: { method: "GET", ownServer: true, longLived: true },
  gRPC: { method: "POST", ownServer: true, longLived: true },
  SSE: { ownServer: true, longLived: false },
};
