/** Certificates of custom domains. */
export * from "./domain-certificate";
