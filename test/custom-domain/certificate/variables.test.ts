import { TerraformVariable } from "cdktf";
import { DomainCertificate } from "../../../lib";
import { thrownBy } from "../../support/app";
import { pem } from "../../support/certificates";
import { secretIn } from "../../support/given";
import { resourcesOf, stackOf } from "../../support/synth";
import { domainIn, emitted, refusal } from "../fixtures";

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
});
afterEach(() => {
  jest.useRealTimers();
});

/** What is said of the text of a certificate beside a reference to its key. */
const said = (certificate: string, domainName = "api.example.com") =>
  refusal((stack) => ({
    domainName,
    certificate: DomainCertificate.fromVariables({ certificate, privateKey: secretIn(stack) }),
  }));

test("references are written as they are", () => {
  const { cert_config: config } = emitted((stack) => ({
    certificate: DomainCertificate.fromVariables({
      certificate: new TerraformVariable(stack, "pem", {}).stringValue,
      privateKey: secretIn(stack, "key"),
      name: "api_2026",
    }),
  }));
  expect(config).toEqual({
    cert_name: "api_2026",
    certificate: "${var.pem}",
    private_key: "${var.key}",
  });
});

test("the text of a certificate is no secret, and may be written", () => {
  const { cert_config: config } = emitted((stack) => ({
    certificate: DomainCertificate.fromVariables({
      certificate: pem("rsa.pem"),
      privateKey: secretIn(stack),
    }),
  }));
  expect(config).toMatchObject({ certificate: pem("rsa.pem"), private_key: "${var.secret}" });
});

test("a key that is written itself is refused, and not shown", () => {
  const key = pem("rsa.key");
  const certificate = DomainCertificate.fromVariables({
    certificate: pem("rsa.pem"),
    privateKey: key,
  });
  const text = refusal(() => ({ certificate }));
  expect(text).toBe(`CustomDomain: a prop is wrong
  certificate.privateKey
    got       a literal, which would be readable in the synthesised file and in the state
    expected  a reference to a sensitive value
    fix       pass the value of a TerraformVariable with sensitive: true, or of a secret's data source`);
});

test("a variable that is not sensitive is refused by the rules", () => {
  const stack = stackOf();
  const privateKey = new TerraformVariable(stack, "key", {}).stringValue;
  domainIn(stack, {
    certificate: DomainCertificate.fromVariables({ certificate: pem("rsa.pem"), privateKey }),
  });
  const text = thrownBy(() => resourcesOf(stack));
  expect(text).toContain("custom-domain/inline-key");
  expect(text).toContain("a reference to var.key, which is not sensitive");
});

test.each([
  ["expired.pem", "one that ended 2021-01-01 12:00 UTC"],
  ["not-yet.pem", "one that begins 2040-01-01 12:00 UTC"],
  ["san-other.pem", "a certificate for shop.example.org, www.example.org"],
  ["request.csr", "a certificate signing request"],
  ["encrypted.key", "an encrypted private key"],
])("the text of %s is refused", (file, got) => {
  const text = said(pem(file));
  expect(text).toContain(
    `CustomDomain: a prop is wrong\n  certificate.certificate\n    got       ${got}\n`,
  );
});

test("a chain in the wrong order is refused", () => {
  expect(said(pem("intermediate.pem", "ec.pem"))).toContain("the certificate of an issuer first");
});

test("a key beside the certificate is refused, and not shown", () => {
  const text = said(pem("ec.pem", "ec.key"));
  expect(text).toContain("a private key beside the certificate, which every plan would show");
  for (const line of pem("ec.key").split("\n").slice(1, 3)) expect(text).not.toContain(line);
});

test("a path leads to the method for files", () => {
  expect(said("certs/api.pem")).toBe(`CustomDomain: a prop is wrong
  certificate.certificate
    got       the path of a file
    expected  the PEM text of a certificate, then those of its issuers
    fix       take DomainCertificate.fromFiles({ … })`);
});

test("what is missing, or of another type, is said with the rest", () => {
  const wrong = { certificate: pem("expired.pem"), privateKey: 1, name: "n".repeat(129) } as never;
  const text = refusal(() => ({ certificate: DomainCertificate.fromVariables(wrong) }));
  expect(text).toBe(`CustomDomain: 3 props are wrong
  certificate.certificate
    got       one that ended 2021-01-01 12:00 UTC
    expected  a certificate that is valid on 2026-11-22
    fix       give a new certificate
  certificate.privateKey
    got       the number 1
    expected  a reference to a secret
    fix       give a reference to a secret
  certificate.name
    got       129 characters
    expected  a name of 1 to 128 characters
    fix       shorten it`);
  const nothing = DomainCertificate.fromVariables(null as never);
  expect(refusal(() => ({ certificate: nothing }))).toContain("expected  an object");
});
