/** Routes from OpenAPI documents. */
export * from "./open-api-options";
export * from "./part";
