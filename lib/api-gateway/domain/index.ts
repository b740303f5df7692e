/** Domains of gateways. */
export * from "./bind-domain";
export * from "./domain-binding";
export * from "./domain-check";
export * from "./gateway-domain";
