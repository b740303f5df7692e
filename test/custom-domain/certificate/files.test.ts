import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { type App, TerraformVariable, Testing } from "cdktf";
import { type CertificateFiles, CustomDomain, DomainCertificate, DomainRoute } from "../../../lib";
import { Project, thrownBy } from "../../support/app";
import { pem } from "../../support/certificates";
import { orders } from "../../support/given";
import { stackOf } from "../../support/synth";
import { domainIn, refusal } from "../fixtures";

const FIXTURES = "test/fixtures/certificates";

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
});
afterEach(() => {
  jest.useRealTimers();
});

/** What is said of fixtures, relative to the project's folder; null for a file that is not there. */
const said = (
  certificate: string,
  privateKey: string | null = null,
  domainName = "api.example.com",
) =>
  refusal(() => ({
    domainName,
    certificate: DomainCertificate.fromFiles({
      certificate: `${FIXTURES}/${certificate}`,
      privateKey: privateKey === null ? "not/there.key" : `${FIXTURES}/${privateKey}`,
    }),
  }));

/** The same as that of one prop, without its name. */
const saidOf = (prop: "certificate" | "privateKey", ...args: Parameters<typeof said>) =>
  said(...args).replace(`CustomDomain: a prop is wrong\n  certificate.${prop}\n`, "");

/** A project of one's own with files in it, and what it synthesises in a folder inside it. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "frontdoor-files-"));
  for (const [name, content] of Object.entries({ "cdktf.json": "{}", ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const outdir = path.join(folder, "cdktf.out");
  const app = (more = {}) =>
    new Project().app({
      outdir,
      context: { cdktfJsonPath: path.join(folder, "cdktf.json") },
      ...more,
    });
  return { folder, outdir, app };
}

const FILES: CertificateFiles = { certificate: "certs/api.pem", privateKey: "certs/api.key" };
const CONTENT = { "certs/api.pem": pem("ec.pem"), "certs/api.key": pem("ec.key") };

function domainOf(app: App, files = FILES): CustomDomain {
  return domainIn(stackOf("prod", app), { certificate: DomainCertificate.fromFiles(files) });
}

function writtenIn(outdir: string) {
  const file = path.join(outdir, "stacks/prod/cdk.tf.json");
  const text = readFileSync(file, "utf8");
  return { text, json: JSON.parse(text).resource.alicloud_fcv3_custom_domain.Api };
}

describe("what is written", () => {
  test("are expressions that Terraform reads the files by, relative to the stack's folder", () => {
    const { app: make, outdir, folder } = project(CONTENT);
    const app = make();
    domainOf(app);
    app.synth();
    const { cert_config: config } = writtenIn(outdir).json;
    expect(config).toEqual({
      cert_name: "prod-Api",
      certificate: '${file("${path.module}/../../../certs/api.pem")}',
      private_key: '${file("${path.module}/../../../certs/api.key")}',
    });
    const module = path.join(outdir, "stacks/prod");
    expect(path.resolve(module, "../../../certs/api.key")).toBe(
      path.join(folder, FILES.privateKey),
    );
  });

  test("is the same whether the files are there or not, but for what is seen of the certificate", () => {
    const [there, missing] = [CONTENT, {}].map((content) => {
      const { app: make, outdir } = project(content);
      const app = make();
      domainOf(app);
      app.synth();
      return writtenIn(outdir).json;
    });
    expect(missing["//"]["fc-frontdoor"]).not.toHaveProperty("certificate");
    expect(there["//"]["fc-frontdoor"].certificate).toEqual({
      begins: "2020-01-01T00:00:00Z",
      ends: "2050-01-01T00:00:00Z",
    });
    expect({ ...there, "//": 0 }).toEqual({ ...missing, "//": 0 });
  });

  test("has nothing of the two files, wherever it is written", () => {
    const { app: make, outdir } = project(CONTENT);
    const app = make();
    domainOf(app);
    app.synth();
    const { text } = writtenIn(outdir);
    for (const content of Object.values(CONTENT)) {
      for (const line of content.split("\n").filter((one) => one.length > 20)) {
        expect(text).not.toContain(line);
      }
    }
  });

  test("finds the files from an output folder behind a link, and keeps links of the files", () => {
    const { app: make, folder } = project();
    const elsewhere = mkdtempSync(path.join(tmpdir(), "frontdoor-out-"));
    symlinkSync(elsewhere, path.join(folder, "out"));
    mkdirSync(path.join(folder, "live"));
    symlinkSync("../archive/api1.pem", path.join(folder, "live/api.pem"));
    const stack = stackOf("prod", make({ outdir: path.join(folder, "out") }));
    domainIn(stack, {
      certificate: DomainCertificate.fromFiles({ ...FILES, certificate: "live/api.pem" }),
    });
    const { certificate } = JSON.parse(Testing.synth(stack)).resource.alicloud_fcv3_custom_domain
      .Api.cert_config;
    const [, relative] = /^\$\{file\("\$\{path\.module\}\/(.*)"\)\}$/.exec(certificate)!;
    expect(path.resolve(elsewhere, "stacks/prod", relative)).toBe(
      path.join(folder, "live/api.pem"),
    );
  });

  test("takes an absolute path as it is", () => {
    const app = project().app();
    const stack = stackOf("prod", app);
    domainIn(stack, {
      certificate: DomainCertificate.fromFiles({
        certificate: "/etc/tls/api.pem",
        privateKey: '/etc/tls/"${api}".key',
        name: "api_2026",
      }),
    });
    expect(JSON.parse(Testing.synth(stack)).resource.alicloud_fcv3_custom_domain.Api).toMatchObject(
      {
        cert_config: {
          cert_name: "api_2026",
          certificate: '${file("/etc/tls/api.pem")}',
          private_key: '${file("/etc/tls/\\"$${api}\\".key")}',
        },
      },
    );
  });

  test("is the same as HCL", () => {
    const stack = stackOf("prod", project().app());
    domainIn(stack, { certificate: DomainCertificate.fromFiles(FILES) });
    const { hcl } = stack.toHclTerraform() as { hcl: string };
    expect(hcl).toContain('private_key = "${file("${path.module}/../../../certs/api.key")}"');
  });

  test("takes names with characters that mean something to Terraform", () => {
    const stack = stackOf("prod", project().app());
    domainIn(stack, {
      certificate: DomainCertificate.fromFiles({ ...FILES, certificate: 'a "b" ${c}%{d}.pem' }),
    });
    const { certificate } = JSON.parse(Testing.synth(stack)).resource.alicloud_fcv3_custom_domain
      .Api.cert_config;
    expect(certificate).toBe('${file("${path.module}/../../../a \\"b\\" $${c}%%{d}.pem")}');
  });
});

describe("certificates that are right", () => {
  test.each([
    ["rsa.pem", "rsa.key", "api.example.com"],
    ["rsa.pem", "rsa.pkcs1.key", "WWW.example.com"],
    ["ec.pem", "ec.key", "api.example.com"],
    ["ec.pem", "ec.sec1.key", "api.example.com"],
    ["wildcard.pem", "ec.key", "api.example.com"],
    ["wildcard.pem", "ec.key", "*.example.com"],
    ["cn-only.pem", "ec.key", "api.example.com"],
    ["self-signed.pem", "ec.key", "api.example.com"],
  ])("%s with %s for %s", (certificate, privateKey, domainName) => {
    expect(() => said(certificate, privateKey, domainName)).toThrow("it threw nothing");
  });

  test("a whole chain", () => {
    const { app } = project({ ...CONTENT, "certs/api.pem": pem("ec.pem", "intermediate.pem") });
    expect(() => domainOf(app())).not.toThrow();
  });

  test("one for any name, of a domain whose name is not known", () => {
    const stack = stackOf();
    const certificate = DomainCertificate.fromFiles({
      certificate: `${FIXTURES}/san-other.pem`,
      privateKey: `${FIXTURES}/ec.key`,
    });
    const domainName = new TerraformVariable(stack, "name", {}).stringValue;
    expect(() => domainIn(stack, { domainName, certificate })).not.toThrow();
  });
});

describe("certificates that are wrong", () => {
  test.each([
    [
      "expired.pem",
      "one that ended 2021-01-01 12:00 UTC",
      "a certificate that is valid on 2026-11-22",
      "give a new certificate",
    ],
    [
      "not-yet.pem",
      "one that begins 2040-01-01 12:00 UTC",
      "a certificate that is valid on 2026-11-22",
      "give the one that is valid now, or wait until then",
    ],
    [
      "request.csr",
      "a certificate signing request",
      "the PEM text of a certificate, then those of its issuers",
      "give what the authority issued: it begins with -----BEGIN CERTIFICATE-----",
    ],
    [
      "public.key",
      "a public key",
      "the PEM text of a certificate, then those of its issuers",
      "give what the authority issued: it begins with -----BEGIN CERTIFICATE-----",
    ],
    [
      "ec.key",
      "a private key",
      "the PEM text of a certificate, then those of its issuers",
      "give what the authority issued: it begins with -----BEGIN CERTIFICATE-----",
    ],
    [
      "san-other.pem",
      "a certificate for shop.example.org, www.example.org",
      "one for api.example.com",
      "give the certificate that was issued for this domain",
    ],
  ])("%s", (file, got, expected, fix) => {
    expect(saidOf("certificate", file)).toBe(
      [
        `    got       in "${FIXTURES}/${file}": ${got}`,
        `    expected  ${expected}`,
        `    fix       ${fix}`,
      ].join("\n"),
    );
  });

  test.each([
    ["rsa.pem", "*.example.com"],
    ["wildcard.pem", "example.com"],
    ["wildcard.pem", "a.b.example.com"],
  ])("%s for %s", (file, domainName) => {
    expect(saidOf("certificate", file, null, domainName)).toContain(`one for ${domainName}`);
  });

  test.each([
    [
      "rsa.key",
      "a key of type RSA, and a certificate for one of type EC",
      "the key that the certificate was requested with",
      "give the key and the certificate of one request; the domain's own certificate stands first",
    ],
    [
      "encrypted.key",
      "an encrypted private key",
      "the PEM text of a private key without a password",
      "take the password off: openssl pkey -in key.pem -out plain.pem",
    ],
    [
      "encrypted.sec1.key",
      "an encrypted private key",
      "the PEM text of a private key without a password",
      "take the password off: openssl pkey -in key.pem -out plain.pem",
    ],
    [
      "public.key",
      "a public key",
      "the PEM text of a private key without a password",
      "give the key that the certificate was requested with",
    ],
    [
      "ec.pem",
      "a certificate",
      "the PEM text of a private key without a password",
      "give the key that the certificate was requested with",
    ],
  ])("the key %s beside ec.pem", (file, got, expected, fix) => {
    expect(saidOf("privateKey", "ec.pem", file)).toBe(
      [
        `    got       in "${FIXTURES}/${file}": ${got}`,
        `    expected  ${expected}`,
        `    fix       ${fix}`,
      ].join("\n"),
    );
  });

  const ofContent = (content: Record<string, string>): string =>
    thrownBy(() => domainOf(project({ ...CONTENT, ...content }).app())).replace(
      /^ {2}at .*\n/m,
      "",
    );

  test("a chain in the wrong order", () => {
    expect(ofContent({ "certs/api.pem": pem("intermediate.pem", "ec.pem") }))
      .toBe(`CustomDomain: a prop is wrong
  certificate.certificate
    got       in "certs/api.pem": the certificate of an issuer first
    expected  the domain's own certificate, then each followed by its issuer
    fix       put the domain's own certificate first, then its issuer, then the issuer's issuer`);
  });

  test("one with its key in the same file, which plans would show", () => {
    const text = ofContent({ "certs/api.pem": pem("ec.pem", "ec.key") });
    expect(text).toBe(`CustomDomain: a prop is wrong
  certificate.certificate
    got       in "certs/api.pem": a private key beside the certificate, which every plan would show
    expected  certificates alone
    fix       keep the key in a file or variable of its own`);
  });

  test("texts that are too long", () => {
    const long = (text: string, bytes: number): string =>
      `${"#".repeat(bytes - text.length)}${text}`;
    expect(
      ofContent({
        "certs/api.pem": long(pem("ec.pem"), 20481),
        "certs/api.key": long(pem("ec.key"), 4097),
      }),
    ).toBe(`CustomDomain: 2 props are wrong
  certificate.certificate
    got       in "certs/api.pem": 20481 bytes
    expected  at most 20480 bytes
    fix       leave out what clients have: the root
  certificate.privateKey
    got       in "certs/api.key": 4097 bytes
    expected  at most 4096 bytes
    fix       take a key of 2048 bits, or an EC key`);
  });

  test("a key that is cut off, of which nothing is shown", () => {
    const cut = pem("ec.key").replace(/\n.*/, "");
    const text = ofContent({ "certs/api.key": cut });
    expect(text).toContain("a private key that cannot be read: it is cut off or damaged");
    for (const line of pem("ec.key").split("\n").slice(1, 3)) expect(text).not.toContain(line);
  });

  test("several things at once: the certificate, its key, and the other props", () => {
    const certificate = DomainCertificate.fromFiles({
      certificate: `${FIXTURES}/expired.pem`,
      privateKey: `${FIXTURES}/rsa.key`,
    });
    const text = refusal(() => ({ domainName: "shop.example.com", waf: 1, certificate }) as object);
    expect(text).toContain("CustomDomain: 4 props are wrong");
    expect(text).toContain("one that ended 2021-01-01 12:00 UTC");
    expect(text).toContain("one for shop.example.com");
    expect(text).toContain("a key of type RSA");
  });

  test("binary files", () => {
    const { app: make, folder } = project();
    const der = Buffer.from(pem("ec.pem").replace(/-----.*-----|\s/g, ""), "base64");
    writeFileSync(path.join(folder, "api.cer"), der);
    const files = { certificate: "api.cer", privateKey: "api.key" };
    expect(thrownBy(() => domainOf(make(), files))).toContain(
      `got       in "api.cer": a binary file
    expected  a PEM file
    fix       convert it: openssl x509 -inform der, openssl pkey -inform der, or openssl pkcs12 -nodes`,
    );
  });

  test("a folder", () => {
    const { app: make } = project(CONTENT);
    expect(thrownBy(() => domainOf(make(), { ...FILES, privateKey: "certs" }))).toContain(
      'got       in "certs": no file',
    );
  });
});

describe("paths that are none", () => {
  test("are refused; of a key that was given itself nothing is shown", () => {
    const key = pem("ec.key");
    const files = { certificate: "", privateKey: key, name: "", folder: "certs" } as never;
    const text = refusal(() => ({ certificate: DomainCertificate.fromFiles(files) }));
    expect(text).toBe(`CustomDomain: 4 props are wrong
  certificate.folder
    got       a prop of an unknown name
    expected  one of certificate, privateKey, name
    fix       remove it
  certificate.certificate
    got       an empty text
    expected  the path of a PEM file
    fix       write its path
  certificate.privateKey
    got       PEM text, which would be readable in the program
    expected  the path of a PEM file
    fix       keep the text in a file that is not in version control, and write its path; replace the key, which has been in the program
  certificate.name
    got       an empty text
    expected  a name of 1 to 128 characters
    fix       give it a name`);
  });

  test.each([
    ["of a PEM file", (key: string) => Buffer.from(key).toString("base64")],
    ["inside the PEM text", (key: string) => key.replace(/-----.*-----|\n/g, "")],
    ["inside the PEM text, in lines", (key: string) => key.replace(/-----.*-----\n/g, "")],
  ])("the base64 %s of a key is shown nowhere, and no path", (_, of) => {
    for (const name of ["ec.key", "ec.sec1.key", "rsa.key", "rsa.pkcs1.key"]) {
      const privateKey = of(pem(name).slice(pem(name).lastIndexOf("-----BEGIN ")));
      const text = refusal(() => ({
        certificate: DomainCertificate.fromFiles({ certificate: "api.pem", privateKey }),
      }));
      expect(text).toContain("got       base64 text, which would be readable in the program\n");
      expect(text).not.toContain(privateKey.slice(10, 40));
    }
  });

  test("base64 in the place of the certificate's path is shown nowhere either", () => {
    const certificate = pem("ec.key").replace(/-----.*-----|\n/g, "");
    const files = { certificate, privateKey: "certs/api.key" };
    expect(refusal(() => ({ certificate: DomainCertificate.fromFiles(files) })))
      .toBe(`CustomDomain: a prop is wrong
  certificate.certificate
    got       base64 text
    expected  the path of a PEM file
    fix       write its path`);
  });

  test("a name that no file has is refused, and not shown", () => {
    const files = { certificate: "api.pem", privateKey: `certs/${"0af1".repeat(100)}` };
    expect(refusal(() => ({ certificate: DomainCertificate.fromFiles(files) }))).toContain(
      "got       a name of 400 characters\n    expected  the path of a PEM file\n",
    );
  });

  test("a path that nobody can look at is as one that is not there", () => {
    const files = { certificate: "api.pem", privateKey: "a\0b" };
    expect(() => refusal(() => ({ certificate: DomainCertificate.fromFiles(files) }))).toThrow(
      "it threw nothing",
    );
  });

  test.each([[null], [undefined], ["certs/api.pem"], [[]]])("%j is refused", (files) => {
    const certificate = DomainCertificate.fromFiles(files as never);
    expect(refusal(() => ({ certificate }))).toContain("expected  an object");
  });
});

describe("the rule on certificates, at synth", () => {
  const printed = (content: Record<string, string>): readonly string[] => {
    const { app: make, outdir } = project({ ...CONTENT, ...content });
    const app = make();
    domainOf(app);
    app.synth();
    const { stacks } = JSON.parse(readFileSync(path.join(outdir, "manifest.json"), "utf8"));
    return (stacks.prod.annotations as { level: string; message: string }[])
      .filter(({ level }) => level.endsWith("warn"))
      .map(({ message }) => message);
  };

  test("says nothing of one that has time", () => {
    expect(printed({})).toEqual([]);
  });

  test("warns of one that ends within 30 days", () => {
    expect(printed({ "certs/api.pem": pem("ends-2026-12-10.pem") })).toEqual([
      expect.stringMatching(
        /custom-domain\/certificate.*the certificate ends soon.*one that ends 2026-12-10 12:00 UTC, in 18 days/,
      ),
    ]);
  });

  test("warns of a chain that some clients do not accept", () => {
    const chain = pem("ec.pem", "expired-intermediate.pem");
    expect(printed({ "certs/api.pem": chain })).toEqual([
      expect.stringMatching(/some clients do not accept.*certificate 2, which ended 2021/),
    ]);
  });
});

test("one certificate is for several domains, each of which it has to cover", () => {
  const { app: make, folder } = project();
  copyFileSync(path.join(FIXTURES, "wildcard.pem"), path.join(folder, "a.pem"));
  const certificate = DomainCertificate.fromFiles({ certificate: "a.pem", privateKey: "a.key" });
  const stack = stackOf("prod", make());
  const routes = [DomainRoute.to(orders(stack))];
  const make1 = (id: string, domainName: string) =>
    new CustomDomain(stack, id, { domainName, routes, certificate });
  expect(() => make1("A", "a.example.com")).not.toThrow();
  expect(thrownBy(() => make1("B", "b.example.org"))).toContain("one for b.example.org");
});
