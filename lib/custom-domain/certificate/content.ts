import type { KeyObject } from "node:crypto";
import {
  type Chain,
  certificateLengthProblem,
  chainDoubt,
  coverageProblem,
  firstOfChainProblem,
  keyMatchProblem,
  privateKeyLengthProblem,
  readChain,
  readPrivateKey,
  validityOf,
  validityProblem,
} from "../../facts/certificate";
import { today } from "../../facts/date";
import type { Problem } from "../../facts/problem";
import type { SeenCertificate } from "../../graph";

/** What is known of a certificate's text and of its key's; each may be missing. */
export interface Content {
  readonly certificate?: string;
  readonly privateKey?: string;
}

/** What is wrong with the two. */
export interface ContentProblems {
  readonly certificate: readonly Problem[];
  readonly privateKey: readonly Problem[];
}

/**
 * What is wrong with a certificate and its key, each said once and nothing that follows from it.
 *
 * @param content the texts
 * @param domainName the domain; undefined where that is not known
 */
export function contentProblems(content: Content, domainName?: string): ContentProblems {
  const read = content.certificate === undefined ? undefined : chainOf(content.certificate);
  const key = content.privateKey === undefined ? undefined : keyOf(content.privateKey);
  const chain = read && "chain" in read ? read.chain : undefined;
  return {
    certificate: read ? ("problem" in read ? [read.problem] : ofChain(read.chain, domainName)) : [],
    privateKey: key
      ? "problem" in key
        ? [key.problem]
        : present(chain && keyMatchProblem(chain, key.key))
      : [],
  };
}

/** What everybody may see of a certificate, where it can be read. */
export function seenOf(certificate: string): SeenCertificate | undefined {
  const read = chainOf(certificate);
  if ("problem" in read) return undefined;
  const { from, to } = validityOf(read.chain);
  const doubt = chainDoubt(read.chain, today());
  return { begins: moment(from), ends: moment(to), ...(doubt && { doubt }) };
}

function chainOf(pem: string): { readonly chain: Chain } | { readonly problem: Problem } {
  const problem = certificateLengthProblem(pem);
  if (problem) return { problem };
  const read = readChain(pem);
  if ("problem" in read) return read;
  // The text of a certificate is no secret, and is shown in plans.
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    return {
      problem: {
        got: "a private key beside the certificate, which every plan would show",
        expected: "certificates alone",
        fix: "keep the key in a file or variable of its own",
      },
    };
  }
  const first = firstOfChainProblem(read.chain);
  return first ? { problem: first } : read;
}

function keyOf(pem: string): { readonly key: KeyObject } | { readonly problem: Problem } {
  const problem = privateKeyLengthProblem(pem);
  return problem ? { problem } : readPrivateKey(pem);
}

function ofChain(chain: Chain, domainName: string | undefined): readonly Problem[] {
  return [
    ...present(validityProblem(validityOf(chain), today())),
    ...present(domainName === undefined ? undefined : coverageProblem(chain, [domainName])),
  ];
}

function present(problem: Problem | undefined): readonly Problem[] {
  return problem ? [problem] : [];
}

function moment(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}
