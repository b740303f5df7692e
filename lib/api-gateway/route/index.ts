/** Routes of a gateway. */
export * from "./api-route";
export * from "./api-route-props";
export * from "./mock-response";
export * from "./open-api/open-api-options";
export * from "./open-api/part";
export * from "./parameters";
export * from "./words";
