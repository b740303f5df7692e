/** DNS records of custom domains. */
export * from "./domain-dns";
