/** Apps: callers of APIs. */
export * from "./api-app";
export * from "./api-app-props";
export * from "./api-app-ref";
