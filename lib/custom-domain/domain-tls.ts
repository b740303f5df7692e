/**
 * The versions of TLS.
 *
 * Source: CreateCustomDomain, `tlsConfig`.
 */
export enum TlsVersion {
  /** TLS 1.0, which is broken. */
  TLS_1_0 = "TLSv1.0",
  /** TLS 1.1, which is broken. */
  TLS_1_1 = "TLSv1.1",
  /** TLS 1.2. */
  TLS_1_2 = "TLSv1.2",
  /** TLS 1.3. */
  TLS_1_3 = "TLSv1.3",
}

/**
 * The cipher suites of custom domains. Those of TLS 1.3 come with that version, and have no name here.
 *
 * Source: the schema of the vendor's tool for custom domains (fc3-domain), `cipherSuites`.
 */
export enum TlsCipherSuite {
  /** RSA key exchange without forward secrecy, RC4, which is broken. */
  TLS_RSA_WITH_RC4_128_SHA = "TLS_RSA_WITH_RC4_128_SHA",
  /** RSA key exchange without forward secrecy, 3DES, which is broken. */
  TLS_RSA_WITH_3DES_EDE_CBC_SHA = "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
  /** RSA key exchange without forward secrecy, AES-128 in CBC mode with SHA-1. */
  TLS_RSA_WITH_AES_128_CBC_SHA = "TLS_RSA_WITH_AES_128_CBC_SHA",
  /** RSA key exchange without forward secrecy, AES-256 in CBC mode with SHA-1. */
  TLS_RSA_WITH_AES_256_CBC_SHA = "TLS_RSA_WITH_AES_256_CBC_SHA",
  /** RSA key exchange without forward secrecy, AES-128 in CBC mode with SHA-256. */
  TLS_RSA_WITH_AES_128_CBC_SHA256 = "TLS_RSA_WITH_AES_128_CBC_SHA256",
  /** RSA key exchange without forward secrecy, AES-128-GCM. */
  TLS_RSA_WITH_AES_128_GCM_SHA256 = "TLS_RSA_WITH_AES_128_GCM_SHA256",
  /** RSA key exchange without forward secrecy, AES-256-GCM. */
  TLS_RSA_WITH_AES_256_GCM_SHA384 = "TLS_RSA_WITH_AES_256_GCM_SHA384",
  /** ECDHE with an EC key, RC4, which is broken. */
  TLS_ECDHE_ECDSA_WITH_RC4_128_SHA = "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA",
  /** ECDHE with an EC key, AES-128 in CBC mode with SHA-1. */
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
  /** ECDHE with an EC key, AES-256 in CBC mode with SHA-1. */
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA = "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
  /** ECDHE with an EC key, AES-128 in CBC mode with SHA-256. */
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
  /** ECDHE with an EC key, AES-128-GCM. */
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  /** ECDHE with an EC key, AES-256-GCM. */
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
  /** ECDHE with an EC key, ChaCha20-Poly1305. */
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305 = "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
  /** ECDHE with an RSA key, RC4, which is broken. */
  TLS_ECDHE_RSA_WITH_RC4_128_SHA = "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
  /** ECDHE with an RSA key, 3DES, which is broken. */
  TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA = "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
  /** ECDHE with an RSA key, AES-128 in CBC mode with SHA-1. */
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
  /** ECDHE with an RSA key, AES-256 in CBC mode with SHA-1. */
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
  /** ECDHE with an RSA key, AES-128 in CBC mode with SHA-256. */
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
  /** ECDHE with an RSA key, AES-128-GCM. */
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  /** ECDHE with an RSA key, AES-256-GCM. */
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
  /** ECDHE with an RSA key, ChaCha20-Poly1305. */
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305 = "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
}

/** Which TLS a custom domain speaks. */
export interface DomainTls {
  /**
   * The least version.
   *
   * @default TlsVersion.TLS_1_2
   */
  readonly minVersion?: TlsVersion;
  /**
   * The greatest version.
   *
   * @default - not stated: the greatest that the service has
   */
  readonly maxVersion?: TlsVersion;
  /**
   * The cipher suites, at least one.
   *
   * @default - those with forward secrecy and authenticated encryption: ECDHE with AES-GCM or ChaCha20-Poly1305, for RSA and for EC keys; for a least version below 1.2, which has none of them, also ECDHE with AES-CBC
   */
  readonly cipherSuites?: TlsCipherSuite[];
}
