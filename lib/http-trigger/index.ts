/** HTTP triggers, and the other types of triggers beside them. */
export * from "./event-trigger";
export * from "./http-auth";
export * from "./http-auth-props";
export * from "./http-cors";
export * from "./http-method";
export * from "./http-protocol";
export * from "./http-trigger";
export * from "./http-trigger-defaults";
export * from "./http-trigger-props";
export * from "./http-trigger-ref";
export * from "./jwks";
export * from "./jwt-places";
export * from "./test-commands";
