import { type Issue, listIssues, textIssues } from "./issue";
import { nearest } from "./nearest";
import type { Problem } from "./problem";

/** The versions of TLS, oldest first. Source: the provider's page on alicloud_fcv3_custom_domain, `min_version`. */
export const TLS_VERSIONS = ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;

/** The oldest version that is not known to be broken. */
export const LEAST_SAFE_TLS_VERSION = "TLSv1.2";

/** The protocols of a custom domain. Source: CreateCustomDomain, `protocol`. */
export const DOMAIN_PROTOCOLS: readonly string[] = ["HTTP", "HTTPS", "HTTP,HTTPS"];

/** What is wrong with the protocol of a custom domain: it is another text, also the two in another order. */
export function domainProtocolProblem(protocol: string): Problem | undefined {
  if (DOMAIN_PROTOCOLS.includes(protocol)) return undefined;
  const words = protocol.toUpperCase().match(/\bHTTPS?\b/g) ?? [];
  const meant = [...new Set(words)].sort().join(",");
  return {
    got: JSON.stringify(protocol),
    expected: 'one of "HTTP", "HTTPS" and "HTTP,HTTPS"',
    fix: meant === "" ? "write one of these" : `write ${JSON.stringify(meant)}`,
  };
}

const CIPHERS: Readonly<Record<string, readonly string[]>> = {
  TLS_RSA: [
    "RC4_128_SHA",
    "3DES_EDE_CBC_SHA",
    "AES_128_CBC_SHA",
    "AES_256_CBC_SHA",
    "AES_128_CBC_SHA256",
    "AES_128_GCM_SHA256",
    "AES_256_GCM_SHA384",
  ],
  TLS_ECDHE_ECDSA: [
    "RC4_128_SHA",
    "AES_128_CBC_SHA",
    "AES_256_CBC_SHA",
    "AES_128_CBC_SHA256",
    "AES_128_GCM_SHA256",
    "AES_256_GCM_SHA384",
    "CHACHA20_POLY1305",
  ],
  TLS_ECDHE_RSA: [
    "RC4_128_SHA",
    "3DES_EDE_CBC_SHA",
    "AES_128_CBC_SHA",
    "AES_256_CBC_SHA",
    "AES_128_CBC_SHA256",
    "AES_128_GCM_SHA256",
    "AES_256_GCM_SHA384",
    "CHACHA20_POLY1305",
  ],
};

/** The cipher suites of custom domains. Source: the schema of the vendor's tool for them (fc3-domain). */
export const CIPHER_SUITES: readonly string[] = Object.entries(CIPHERS).flatMap(
  ([exchange, ciphers]) => ciphers.map((cipher) => `${exchange}_WITH_${cipher}`),
);

/** Suites that there are, and that the vendor does not name. */
const UNNAMED_CIPHER_SUITES = [
  "TLS_AES_128_GCM_SHA256",
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_CCM_SHA256",
  "TLS_AES_128_CCM_8_SHA256",
  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
  "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
];

/** What is wrong with a version of TLS. */
export function tlsVersionProblem(version: string): Problem | undefined {
  if ((TLS_VERSIONS as readonly string[]).includes(version)) return undefined;
  const digits = /1[._]?([0-3])/.exec(version)?.[1];
  return {
    got: JSON.stringify(version),
    expected: `one of ${TLS_VERSIONS.join(", ")}`,
    fix: digits === undefined ? "write one of these" : `write "TLSv1.${digits}"`,
  };
}

/** What is wrong with two versions together: the least is newer than the greatest. */
export function tlsRangeProblem(
  least: string,
  most: string,
  [leastName, mostName] = ["min_version", "max_version"],
): Problem | undefined {
  const [from, to] = [least, most].map((version) =>
    (TLS_VERSIONS as readonly string[]).indexOf(version),
  );
  if (from < 0 || to < 0 || from <= to) return undefined;
  return {
    got: `${leastName} ${least} above ${mostName} ${most}`,
    expected: `a ${leastName} that is not newer than ${mostName}`,
    fix: `swap the two, or leave ${mostName} out`,
  };
}

/** What is wrong with a least version: one older than 1.2. What is no version is for another check to say. */
export function weakTlsProblem(least: string): Problem | undefined {
  const versions: readonly string[] = TLS_VERSIONS;
  const index = versions.indexOf(least);
  if (index < 0 || index >= versions.indexOf(LEAST_SAFE_TLS_VERSION)) return undefined;
  return {
    got: JSON.stringify(least),
    expected: `${LEAST_SAFE_TLS_VERSION} or TLSv1.3`,
    fix: `write "${LEAST_SAFE_TLS_VERSION}"`,
  };
}

/** What is wrong with a cipher suite: there is none of that name. */
export function cipherSuiteProblem(suite: string): Problem | undefined {
  if (CIPHER_SUITES.includes(suite) || UNNAMED_CIPHER_SUITES.includes(suite)) return undefined;
  const meant =
    CIPHER_SUITES.find((known) => bare(known) === bare(suite)) ?? nearest(suite, CIPHER_SUITES);
  return {
    got: JSON.stringify(suite),
    expected: `a cipher suite that custom domains have, such as ${LIKELY}`,
    fix: meant === undefined ? "name one of them, or remove it" : `write ${JSON.stringify(meant)}`,
  };
}

/** What is wrong with a list of cipher suites: none, or one that there is not. */
export function cipherSuitesIssues(
  suites: unknown,
  problemOf: (suite: string) => Problem | undefined = cipherSuiteProblem,
): readonly Issue[] {
  const bounds = { expected: "a list of at least one cipher suite", least: 1 };
  return listIssues(suites, bounds, (suite) => textIssues(suite, "a cipher suite", problemOf));
}

/** What speaks against a cipher suite: the vendor does not name it. */
export function cipherSuiteDoubt(suite: string): Problem | undefined {
  if (!UNNAMED_CIPHER_SUITES.includes(suite)) return undefined;
  const short = suite.replace(/_SHA256$/, "");
  return {
    got: JSON.stringify(suite),
    expected: `a cipher suite that the vendor names, such as ${LIKELY}`,
    fix: CIPHER_SUITES.includes(short)
      ? `write ${JSON.stringify(short)}`
      : "remove it: the suites of TLS 1.3 come with that version",
  };
}

const LIKELY = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

/** Without what other notations leave out: OpenSSL writes `ECDHE-RSA-AES128-GCM-SHA256`. */
function bare(suite: string): string {
  return suite.toUpperCase().replace(/TLS_|WITH_|[^A-Z0-9]/g, "");
}
