import { type DomainTls, TlsCipherSuite, TlsVersion } from "./domain-tls";

/** `tls_config`. The service asks for `minVersion` and `cipherSuites` together. */
export function tlsConfig(tls: DomainTls = {}) {
  const { minVersion = TlsVersion.TLS_1_2, maxVersion } = tls;
  return { minVersion, maxVersion, cipherSuites: tls.cipherSuites ?? suitesFor(minVersion) };
}

/** With forward secrecy and authenticated encryption: TLS 1.2 has them. */
const MODERN = [
  TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
  TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
  TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305,
  TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
  TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
  TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305,
];

/** What older versions have of forward secrecy. */
const OLD = [
  TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
  TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
  TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
  TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
];

function suitesFor(minVersion: TlsVersion): TlsCipherSuite[] {
  const isOld = minVersion === TlsVersion.TLS_1_0 || minVersion === TlsVersion.TLS_1_1;
  return isOld ? [...MODERN, ...OLD] : MODERN;
}
