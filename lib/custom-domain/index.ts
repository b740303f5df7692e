/** Names of one's own for functions. */
export * from "./certificate";
export * from "./custom-domain";
export * from "./custom-domain-defaults";
export * from "./custom-domain-props";
export * from "./custom-domain-ref";
export * from "./dns";
export * from "./domain-protocol";
export * from "./domain-route";
export * from "./domain-tls";
export * from "./route-rewrite";
