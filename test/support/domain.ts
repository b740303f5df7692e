import type { Json, JsonObject, TerraformJson } from "../../lib/graph";
import type { Rule } from "../../lib/rules";
import { type Judged, judged } from "./rule";

/** References for a certificate and its key. */
export const CERTIFICATE: JsonObject = {
  cert_name: "orders_2026",
  certificate: "${var.tls_certificate}",
  private_key: "${var.tls_private_key}",
};

/** TLS settings that nothing is wrong with. */
export const TLS: JsonObject = {
  min_version: "TLSv1.2",
  max_version: "TLSv1.3",
  cipher_suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"],
};

/** A configuration with one custom domain, `alicloud_fcv3_custom_domain.d`, that nothing is wrong with, and what a test changes of it; null takes an argument away. */
export function withDomain(args: JsonObject, more: TerraformJson = {}): TerraformJson {
  const domain: Record<string, Json | undefined> = {
    custom_domain_name: "api.example.com",
    protocol: "HTTPS",
    cert_config: CERTIFICATE,
    tls_config: TLS,
    route_config: { routes: [{ path: "/*", function_name: "orders" }] },
    ...args,
  };
  return {
    ...more,
    variable: {
      text: {},
      list: {},
      tls_certificate: {},
      tls_private_key: { sensitive: true },
      ...(more.variable as JsonObject | undefined),
    },
    resource: {
      ...(more.resource as JsonObject | undefined),
      alicloud_fcv3_custom_domain: { d: domain },
    },
  };
}

/** What a rule says of one custom domain. */
export function judgedDomain(
  rule: Rule,
  args: JsonObject,
  more?: TerraformJson,
  date?: string,
): Judged {
  return judged(rule, withDomain(args, more), date);
}

/** What a rule says of routes. */
export function judgedRoutes(rule: Rule, routes: Json, more?: TerraformJson): Judged {
  return judgedDomain(rule, { route_config: { routes } }, more);
}
