/** The resource graph: what a configuration declares, as values that are known or unknown. */
export * from "./graph";
export * from "./metadata";
export * from "./module";
export * from "./nodes/alias";
export * from "./nodes/custom-domain";
export * from "./nodes/dns-record";
export * from "./nodes/function";
export * from "./nodes/function-config";
export * from "./nodes/member";
export * from "./nodes/members";
export * from "./nodes/qualifier";
export * from "./nodes/trigger";
export * from "./nodes/version";
export * from "./resource";
export * from "./terraform-json";
export * from "./value";
