/** API Gateway in front of a function. */
export * from "./api-auth";
export * from "./api-gateway-fronted";
export * from "./api-gateway-fronted-defaults";
export * from "./api-gateway-fronted-props";
export * from "./app";
export * from "./backend";
export { DomainBinding, StackBindingOptions } from "./domain/domain-binding";
export { GatewayDomain } from "./domain/gateway-domain";
export * from "./duration";
export * from "./group";
export * from "./plugins";
export * from "./protection";
export * from "./route";
export * from "./stage";
export { GatewayTestOptions } from "./test-command";
