import { emitted } from "./fixtures";

describe("a custom domain", () => {
  test("with nothing else said speaks HTTPS, asks for a signature, and states its defaults", () => {
    expect(emitted(() => ({}))).toEqual({
      custom_domain_name: "api.example.com",
      protocol: "HTTPS",
      auth_config: { auth_type: "function" },
      cert_config: {
        cert_name: "prod-Api",
        certificate: "${var.certificate}",
        private_key: "${var.private_key}",
      },
      tls_config: {
        min_version: "TLSv1.2",
        cipher_suites: [
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
        ],
      },
      route_config: { routes: [{ path: "/*", function_name: "orders", qualifier: "LATEST" }] },
    });
  });
});
