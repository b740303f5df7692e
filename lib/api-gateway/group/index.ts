/** Groups of APIs. */
export * from "./api-group";
export * from "./api-group-props";
export * from "./api-group-ref";
