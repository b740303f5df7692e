import { type KeyObject, X509Certificate, createPrivateKey } from "node:crypto";
import { type PemBlock, pemKind, readPem } from "./pem";
import type { Problem } from "./problem";
import { literally } from "./regular-expression";

/** The most bytes of a certificate with its chain. Source: CreateCustomDomain, `certificate`. */
export const MOST_CERTIFICATE_BYTES = 20480;

/** The most bytes of a private key. Source: CreateCustomDomain, `privateKey`. */
export const MOST_PRIVATE_KEY_BYTES = 4096;

/** The most characters of a certificate's name. Source: CreateCustomDomain, `certName`. */
export const MOST_CERTIFICATE_NAME_CHARACTERS = 128;

/** With fewer days left than this it is time for a new certificate. */
export const LEAST_DAYS_LEFT = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate and what stands behind it, in order of the text. The first is the server's own. */
export type Chain = readonly [X509Certificate, ...X509Certificate[]];

/** What is wrong with the name of a certificate: 1 to 128 characters. */
export function certificateNameProblem(name: string): Problem | undefined {
  if (name !== "" && name.length <= MOST_CERTIFICATE_NAME_CHARACTERS) return undefined;
  return {
    got: name === "" ? "an empty text" : `${name.length} characters`,
    expected: `a name of 1 to ${MOST_CERTIFICATE_NAME_CHARACTERS} characters`,
    fix: name === "" ? "give it a name" : "shorten it",
  };
}

/** Reads a certificate with its chain out of PEM text, or says why it is none. A private key in it is passed over. */
export function readChain(pem: string): { readonly chain: Chain } | { readonly problem: Problem } {
  const expected = "the PEM text of a certificate, then those of its issuers";
  const read = readPem(pem);
  if ("broken" in read) return { problem: { ...read.broken, expected } };
  const blocks = read.blocks.filter(({ label }) => label.endsWith("CERTIFICATE"));
  if (blocks.length === 0) {
    const fix = "give what the authority issued: it begins with -----BEGIN CERTIFICATE-----";
    return { problem: { got: pemKind(read.blocks[0].label), expected, fix } };
  }
  const chain = blocks.map(certificateOf);
  const unreadable = chain.indexOf(undefined);
  if (unreadable >= 0) {
    const which = blocks.length === 1 ? "a certificate" : `certificate ${unreadable + 1}, which`;
    return {
      problem: {
        got: `${which}${blocks.length === 1 ? " that" : ""} cannot be read: it is cut off or damaged`,
        expected,
        fix: "give the file again as the authority issued it",
      },
    };
  }
  return { chain: chain as readonly X509Certificate[] as Chain };
}

/** What is wrong with the length of a certificate with its chain. */
export function certificateLengthProblem(pem: string): Problem | undefined {
  return lengthProblem(pem, MOST_CERTIFICATE_BYTES, "leave out what clients have: the root");
}

/** What is wrong with the length of a private key. */
export function privateKeyLengthProblem(pem: string): Problem | undefined {
  return lengthProblem(pem, MOST_PRIVATE_KEY_BYTES, "take a key of 2048 bits, or an EC key");
}

function lengthProblem(pem: string, most: number, fix: string): Problem | undefined {
  const bytes = Buffer.byteLength(pem);
  return bytes <= most
    ? undefined
    : { got: `${bytes} bytes`, expected: `at most ${most} bytes`, fix };
}

/** Reads a private key out of PEM text, or says why it is none. No problem shows any of it. */
export function readPrivateKey(
  pem: string,
): { readonly key: KeyObject } | { readonly problem: Problem } {
  const expected = "the PEM text of a private key without a password";
  const read = readPem(pem);
  if ("broken" in read) return { problem: { ...read.broken, expected } };
  const block = read.blocks.find(({ label }) => label.endsWith("PRIVATE KEY"));
  if (!block) {
    const fix = "give the key that the certificate was requested with";
    return { problem: { got: pemKind(read.blocks[0].label), expected, fix } };
  }
  if (block.label === "ENCRYPTED PRIVATE KEY" || /^Proc-Type: *4,ENCRYPTED/m.test(block.text)) {
    const fix = "take the password off: openssl pkey -in key.pem -out plain.pem";
    return { problem: { got: "an encrypted private key", expected, fix } };
  }
  if (block.label === "OPENSSH PRIVATE KEY") {
    const fix = "convert it: ssh-keygen -p -m PEM -f key";
    return { problem: { got: pemKind(block.label), expected, fix } };
  }
  try {
    return { key: createPrivateKey(block.text) };
  } catch {
    const got = "a private key that cannot be read: it is cut off or damaged";
    return { problem: { got, expected, fix: "give the whole PEM file again" } };
  }
}

/** What is wrong with a key for a certificate: it is of another one. */
export function keyMatchProblem([own]: Chain, key: KeyObject): Problem | undefined {
  if (isKeyOf(own, key)) return undefined;
  const types = [own.publicKey, key].map(({ asymmetricKeyType = "other" }) =>
    asymmetricKeyType.toUpperCase(),
  );
  return {
    got:
      types[0] === types[1]
        ? "the key of another certificate"
        : `a key of type ${types[1]}, and a certificate for one of type ${types[0]}`,
    expected: "the key that the certificate was requested with",
    fix: "give the key and the certificate of one request; the domain's own certificate stands first",
  };
}

function isKeyOf(own: X509Certificate, key: KeyObject): boolean {
  try {
    return own.checkPrivateKey(key);
  } catch {
    // An algorithm that Node does not know.
    return true;
  }
}

/** The names that a certificate is for: its alternative names, and the common name only where it has none. */
export function namesOf([own]: Chain): readonly string[] {
  const names = [
    ...(own.subjectAltName ?? "").matchAll(/(?:^|, )DNS:("(?:[^"\\]|\\.)*"|[^,]*)/g),
  ].map(([, name]) => name);
  if (names.length > 0) return names;
  const common = /^CN=(.*)$/m.exec(own.subject ?? "")?.[1];
  return common === undefined ? [] : [common];
}

/**
 * What is wrong with a certificate for a domain: it is for other names. A `*` stands for one label
 * and covers the domain of that `*` too.
 *
 * @param domain the domain's name in pieces, `undefined` for one that is not known: then only what no name can mend is wrong
 */
export function coverageProblem(
  chain: Chain,
  domain: readonly (string | undefined)[],
): Problem | undefined {
  const names = namesOf(chain);
  if (names.some((name) => mayCover(name, domain))) return undefined;
  const wanted = domain.map((piece) => piece ?? "…").join("");
  return {
    got: `a certificate for ${listed(names)}`,
    expected: `one for ${wanted}`,
    fix: "give the certificate that was issued for this domain",
  };
}

function mayCover(name: string, domain: readonly (string | undefined)[]): boolean {
  const pattern = domain.map((piece) => (piece === undefined ? "[^]*" : literally(piece))).join("");
  if (new RegExp(`^${pattern}$`, "i").test(name)) return true;
  if (!name.startsWith("*.")) return false;
  const rest = name.slice(1).toLowerCase();
  const begin = (domain[0] ?? "").toLowerCase();
  const end = (domain[domain.length - 1] ?? "").toLowerCase();
  const beforeRest = end.endsWith(rest) ? end.slice(0, -rest.length) : undefined;
  if (domain.length === 1) return beforeRest !== undefined && /^[^.*]+$/.test(beforeRest);
  const dot = begin.indexOf(".");
  const mayBegin = dot < 0 || (dot > 0 && rest.startsWith(begin.slice(dot)));
  return mayBegin && (beforeRest === undefined ? rest.endsWith(end) : !beforeRest.includes("."));
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "no name";
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `${names.slice(0, 3).join(", ")}${more}`;
}

/** When a certificate begins and when it ends, in milliseconds since 1970. */
export interface Validity {
  readonly from: number;
  readonly to: number;
}

/** When the first certificate of a chain begins and ends. */
export function validityOf([own]: Chain): Validity {
  return datesOf(own);
}

/**
 * What is wrong with the dates of a certificate on a day: it has ended before the day began, or
 * begins only after it. A day is a whole day in UTC, so one that begins or ends in the course of
 * the day is valid on it.
 *
 * @param date `YYYY-MM-DD`
 */
export function validityProblem({ from, to }: Validity, date: string): Problem | undefined {
  const start = startOf(date);
  const expected = `a certificate that is valid on ${date}`;
  if (to < start) {
    return { got: `one that ended ${moment(to)}`, expected, fix: "give a new certificate" };
  }
  if (from >= start + DAY_MS) {
    const fix = "give the one that is valid now, or wait until then";
    return { got: `one that begins ${moment(from)}`, expected, fix };
  }
  return undefined;
}

/**
 * What speaks against the dates of a certificate that is valid on a day: it ends less than 30 days
 * after the day began.
 *
 * @param date `YYYY-MM-DD`
 */
export function validityDoubt({ to }: Validity, date: string): Problem | undefined {
  const left = to - startOf(date);
  if (!(left >= 0 && left < LEAST_DAYS_LEFT * DAY_MS)) return undefined;
  const days = Math.floor(left / DAY_MS);
  return {
    got: `one that ends ${moment(to)}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}`,
    expected: `at least ${LEAST_DAYS_LEFT} days left on ${date}`,
    fix: "give a new certificate before this one ends",
  };
}

/**
 * What is wrong with the order of a chain: the first is the issuer of another one. Servers take
 * the first for the domain's own.
 */
export function firstOfChainProblem(chain: Chain): Problem | undefined {
  const [own, ...others] = chain;
  if (!others.some((other) => !isSame(own, other) && isIssuedBy(other, own))) return undefined;
  return {
    got: "the certificate of an issuer first",
    expected: ORDER,
    fix: "put the domain's own certificate first, then its issuer, then the issuer's issuer",
  };
}

/**
 * What speaks against a chain: some clients accept only one in which each is issued by the next,
 * all of them valid.
 *
 * @param date `YYYY-MM-DD`
 */
export function chainDoubt(chain: Chain, date: string): Problem | undefined {
  const broken = chain.findIndex(
    (certificate, index) => index > 0 && !isIssuedBy(chain[index - 1], certificate),
  );
  if (broken > 0) {
    return {
      got: `certificate ${broken} not issued by certificate ${broken + 1}`,
      expected: ORDER,
      fix: "put the certificates into that order, and remove what does not belong to them",
    };
  }
  const ended = chain.findIndex((own, index) => index > 0 && datesOf(own).to < startOf(date));
  if (ended < 0) return undefined;
  return {
    got: `certificate ${ended + 1}, which ended ${moment(datesOf(chain[ended]).to)}`,
    expected: `issuers that are valid on ${date}`,
    fix: "give the chain that the authority hands out now",
  };
}

const ORDER = "the domain's own certificate, then each followed by its issuer";

function isIssuedBy(own: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return own.checkIssued(issuer) && own.verify(issuer.publicKey);
  } catch {
    // An algorithm that Node does not know: the names have to do.
    return own.issuer === issuer.subject;
  }
}

function isSame(a: X509Certificate, b: X509Certificate): boolean {
  return a.raw.equals(b.raw);
}

function certificateOf({ der }: PemBlock): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

function datesOf(own: X509Certificate): Validity {
  return { from: Date.parse(own.validFrom), to: Date.parse(own.validTo) };
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** `2026-12-10 12:00 UTC`. */
function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
