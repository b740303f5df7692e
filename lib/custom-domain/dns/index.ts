/** DNS records of custom domains. */
export * from "./dns-props";
export * from "./domain-dns";
