/** Certificates of custom domains. */
export * from "./certificate-props";
export * from "./domain-certificate";
