import type { IConstruct } from "constructs";
import type { DomainCertificate } from "../../custom-domain/certificate";
import type { Problem } from "../../facts/problem";
import { uniqueName } from "../../synth";

const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 50;
const LETTER = "a-zA-Z\\u4E00-\\u9FA5";
const RIGHT = new RegExp(`^[${LETTER}][${LETTER}0-9_]*$`);

/**
 * What is wrong with the name of a certificate at a gateway: 4 to 50 letters, digits and `_`, the
 * first a letter.
 *
 * Source: ALIYUN::ApiGateway::CustomDomain, `CertificateName`.
 */
export function gatewayCertificateNameProblem(name: string): Problem | undefined {
  const expected = `a name of ${LEAST_CHARACTERS} to ${MOST_CHARACTERS} letters, digits and "_", the first a letter`;
  const { length } = name;
  if (length > MOST_CHARACTERS) return { got: `${length} characters`, expected, fix: "shorten it" };
  const got = JSON.stringify(name);
  if (!RIGHT.test(name)) return { got, expected, fix: "leave out all others" };
  return length < LEAST_CHARACTERS ? { got, expected, fix: "make it longer" } : undefined;
}

/** The name of a certificate at a gateway: its own, or one that no other construct gives. */
export function gatewayCertificateName(
  scope: IConstruct,
  certificate: DomainCertificate | undefined,
): string {
  const made = () => uniqueName(scope, { most: MOST_CHARACTERS - 1 }).replace(/-/g, "_");
  return certificate?._name ?? made().replace(/^_/, "f_");
}
