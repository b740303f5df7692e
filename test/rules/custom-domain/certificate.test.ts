import type { Json, JsonObject, TerraformJson } from "../../../lib/graph";
import { certificate } from "../../../lib/rules/custom-domain/certificate";
import { pem } from "../../support/certificates";
import { CERTIFICATE, TLS, judgedDomain, withDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { judgedAsPlan, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const variable = {
  empty: { default: "" },
  none: { default: null },
  hidden: { default: pem("san-other.pem"), sensitive: true },
  other: { default: pem("san-other.pem") },
};
const judge = (args: JsonObject, date?: string) =>
  judgedDomain(certificate, args, { variable } as TerraformJson, date);
/** The pair of files, with what a test changes of the block. */
const block = (cert: JsonObject): JsonObject => ({
  cert_name: "orders",
  certificate: pem("ec.pem"),
  private_key: pem("ec.key"),
  ...cert,
});
const withCert = (cert: JsonObject, args: JsonObject = {}, date?: string) =>
  judge({ cert_config: block(cert), ...args }, date);
const got = (...args: Parameters<typeof withCert>) => linesOf(withCert(...args).violated, "got");

const withoutLines = (text: string, from: number, count: number) =>
  text
    .split("\n")
    .filter((_, index) => index < from || index >= from + count)
    .join("\n");

describe("custom-domain/certificate", () => {
  testPage(certificate, { variables: { tls_private_key: pem("ec.key") } });

  describe("HTTPS exactly where there is a complete certificate", () => {
    test.each(["HTTPS", "HTTP,HTTPS"])("%s with one is right", (protocol) => {
      expect(withCert({}, { protocol })).toEqual(SATISFIED);
      expect(judge({ protocol, cert_config: [block({})] })).toEqual(SATISFIED);
    });

    test.each(["HTTPS", "HTTP,HTTPS"])("%s without one is refused", (protocol) => {
      for (const cert_config of [null, [], {}, [{}], { cert_name: null }]) {
        expect(linesOf(judge({ protocol, cert_config }).violated, "got")).toEqual([
          "no cert_config",
        ]);
      }
    });

    test.each([
      ["cert_name", null],
      ["certificate", null],
      ["private_key", null],
      ["private_key", ""],
      ["certificate", "${var.empty}"],
    ])("one without %s (%j) is refused", (member, value) => {
      const { violated } = judge({ cert_config: { ...CERTIFICATE, [member]: value } });
      const rests = value === "${var.empty}" ? " (by the default of var.empty)" : "";
      expect(linesOf(violated, "got")).toEqual([`no ${member}${rests}`]);
      expect(linesOf(violated, "fix")).toEqual([`give ${member}`]);
    });

    test("all that is missing is named at once", () => {
      const { violated } = judge({ cert_config: { cert_name: "orders" } });
      expect(linesOf(violated, "got")).toEqual(["no certificate, no private_key"]);
    });

    test("HTTP with one is refused, without one it is right", () => {
      expect(judge({ protocol: "HTTP" }).violated).toEqual([
        [
          "error  custom-domain/certificate: a certificate is for HTTPS",
          "  resource  alicloud_fcv3_custom_domain.d (protocol)",
          '  got       "HTTP" beside cert_config',
          '  expected  "HTTPS" or "HTTP,HTTPS", or no cert_config',
          '  fix       write "HTTPS", or remove cert_config and tls_config',
          "  see       docs/rules/custom-domain/certificate.md",
        ].join("\n"),
      ]);
      for (const cert_config of [
        null,
        [],
        {},
        [{}],
        { cert_name: "", certificate: "${var.empty}" },
      ]) {
        const { violated } = judge({ protocol: "HTTP", cert_config });
        expect(violated).toEqual([]);
      }
    });

    test("one without a protocol is refused, neither is right", () => {
      expect(linesOf(judge({ protocol: null }).violated, "got")).toEqual([
        "no protocol beside cert_config",
      ]);
      expect(judge({ protocol: null, cert_config: null })).toEqual(SATISFIED);
    });

    test("what may be null beside HTTP is undecided", () => {
      const cert_config = { cert_name: "${var.text}", certificate: "${var.none}" };
      expect(judge({ protocol: "HTTP", cert_config }).undecided).toEqual([
        "alicloud_fcv3_custom_domain.d cert_config: needs var.text, var.none",
      ]);
    });

    test("a protocol or a block that is not known is undecided", () => {
      expect(judge({ protocol: "${var.text}", cert_config: null }).undecided).toEqual([
        "alicloud_fcv3_custom_domain.d cert_config: needs var.text",
      ]);
      expect(withCert({}, { protocol: "${var.text}" }).undecided).toEqual([
        "alicloud_fcv3_custom_domain.d protocol: needs var.text",
      ]);
      expect(judge({ cert_config: "${var.list}" }).undecided).toEqual([
        "alicloud_fcv3_custom_domain.d cert_config: needs var.list",
      ]);
      // Wrong with HTTPS and wrong without it.
      expect(got({ certificate: pem("expired.pem") }, { protocol: "${var.text}" })).toHaveLength(1);
    });

    test("the name of the certificate has 1 to 128 characters", () => {
      expect(withCert({ cert_name: "x".repeat(128) })).toEqual(SATISFIED);
      expect(got({ cert_name: "x".repeat(129) })).toEqual(["129 characters"]);
    });
  });

  describe("what is not known", () => {
    test("references count as given; what the text would tell is undecided, in one question", () => {
      expect(judge({})).toEqual({
        violated: [],
        undecided: [
          "alicloud_fcv3_custom_domain.d cert_config.certificate: needs var.tls_certificate, var.tls_private_key",
        ],
      });
      expect(
        judge({ cert_config: { ...CERTIFICATE, certificate: "${var.none}" } }).violated,
      ).toEqual([]);
    });

    test("file() is a reference", () => {
      const { violated, undecided } = withCert({
        certificate: '${file("site.pem")}',
        private_key: '${file("site.key")}',
      });
      expect(violated).toEqual([]);
      expect(undecided).toEqual([
        'alicloud_fcv3_custom_domain.d cert_config.certificate: needs file("site.pem"), file("site.key")',
      ]);
    });

    test("beside a reference the other one is judged alone", () => {
      const key = { private_key: "${var.tls_private_key}" };
      expect(withCert(key)).toEqual({
        violated: [],
        undecided: [
          "alicloud_fcv3_custom_domain.d cert_config.private_key: needs var.tls_private_key",
        ],
      });
      expect(withCert({ ...key, certificate: pem("expired.pem") })).toMatchObject({
        violated: [expect.stringContaining("not valid today")],
        undecided: [],
      });
      const { violated } = withCert({
        certificate: "${var.tls_certificate}",
        private_key: pem("public.key"),
      });
      expect(linesOf(violated, "got")).toEqual(["a public key"]);
    });

    test("of a chain whose end is not known the first certificate is judged", () => {
      const certificateOf = (name: string) => `${pem(name)}\${file("chain.pem")}`;
      expect(got({ certificate: certificateOf("expired.pem") })).toHaveLength(1);
      expect(got({ certificate: certificateOf("san-other.pem") })).toHaveLength(1);
      expect(got({ certificate: certificateOf("rsa.pem") })).toHaveLength(1);
      expect(withCert({ certificate: certificateOf("ec.pem") })).toEqual({
        violated: [],
        undecided: [
          'alicloud_fcv3_custom_domain.d cert_config.certificate: needs file("chain.pem")',
        ],
      });
    });

    test("a default is followed, and named; of a sensitive one nothing is shown", () => {
      expect(got({ certificate: "${var.other}" })).toEqual([
        "a certificate for shop.example.org, www.example.org (by the default of var.other)",
      ]);
      expect(got({ certificate: "${var.hidden}" })).toEqual([
        "a sensitive value (by the default of var.hidden)",
      ]);
    });
  });

  describe("the certificate", () => {
    test.each([
      [pem("request.csr"), "a certificate signing request"],
      [pem("public.key"), "a public key"],
      [pem("ec.key"), "a private key"],
      [pem("encrypted.key"), "an encrypted private key"],
      ["./certs/site.pem", "the path of a file"],
      ["site.pem", "the path of a file"],
      ["certificate", "text that is not PEM"],
      [pem("ec.pem").replaceAll("\n", "\\n"), "PEM text with \\n as two characters"],
      [pem("ec.pem").replaceAll("\n", " "), "PEM text on one line"],
      [pem("ec.pem").slice(0, 300), "PEM text without its END line"],
      [
        pem("ec.pem").replace(/-----.*-----\n/g, ""),
        "the text of a PEM file without its BEGIN and END lines",
      ],
      [
        withoutLines(pem("ec.pem"), 3, 2),
        "a certificate that cannot be read: it is cut off or damaged",
      ],
      [
        pem("ec.pem") + "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "certificate 2, which cannot be read: it is cut off or damaged",
      ],
    ])("%# is none: %j", (text, what) => {
      const { violated } = withCert({ certificate: text });
      expect(linesOf(violated, "got")).toEqual([what]);
      expect(violated[0]).toContain("this is no certificate");
    });

    test.each([
      ["with Windows line breaks", pem("ec.pem").replaceAll("\n", "\r\n")],
      ["with text around it", `subject=CN = api.example.com\n${pem("ec.pem")}\n\n`],
      ["without a line break at its end", pem("ec.pem").trimEnd()],
      ["with its issuers", pem("ec.pem", "intermediate.pem", "root.pem")],
      ["issued by itself", pem("self-signed.pem")],
      // The key is for custom-domain/inline-key to say.
      ["with its key in one text", pem("ec.pem", "ec.key")],
    ])("one %s is right", (_, text) => {
      expect(withCert({ certificate: text })).toEqual(SATISFIED);
    });

    test("it has at most 20480 bytes, the key 4096", () => {
      const filled = (text: string, bytes: number) => text.padEnd(bytes, "\n");
      expect(withCert({ certificate: filled(pem("ec.pem"), 20480) })).toEqual(SATISFIED);
      expect(got({ certificate: filled(pem("ec.pem"), 20481) })).toEqual(["20481 bytes"]);
      expect(withCert({ private_key: filled(pem("ec.key"), 4096) })).toEqual(SATISFIED);
      expect(got({ private_key: filled(pem("ec.key"), 4097) })).toEqual(["4097 bytes"]);
    });

    test("the domain's own comes first", () => {
      for (const chain of [
        pem("intermediate.pem", "ec.pem"),
        pem("root.pem", "intermediate.pem", "ec.pem"),
      ]) {
        const { violated } = withCert({ certificate: chain });
        expect(linesOf(violated, "got")).toEqual(["the certificate of an issuer first"]);
        expect(violated[0]).toMatch(/^error/);
      }
    });

    test.each([
      [pem("ec.pem", "root.pem", "intermediate.pem"), "certificate 1 not issued by certificate 2"],
      [pem("ec.pem", "root.pem"), "certificate 1 not issued by certificate 2"],
      [pem("ec.pem", "intermediate.pem", "rsa.pem"), "certificate 2 not issued by certificate 3"],
      [pem("ec.pem", "ec.pem"), "certificate 1 not issued by certificate 2"],
      [
        pem("ec.pem", "expired-intermediate.pem"),
        "certificate 2, which ended 2021-01-01 12:00 UTC",
      ],
    ])("a chain that some clients refuse is a warning: %#", (chain, what) => {
      const { violated } = withCert({ certificate: chain });
      expect(linesOf(violated, "got")).toEqual([what]);
      expect(violated[0]).toMatch(/^warning/);
    });
  });

  describe("the domain", () => {
    const covers = (file: string, custom_domain_name: Json) =>
      withCert({ certificate: pem(file) }, { custom_domain_name });

    test.each([
      ["ec.pem", "API.example.com"],
      ["wildcard.pem", "api.example.com"],
      ["wildcard.pem", "*.example.com"],
      ["cn-only.pem", "api.example.com"],
      ["san-other.pem", "www.example.org"],
    ])("%s covers %s", (file, domain) => {
      expect(covers(file, domain)).toEqual(SATISFIED);
    });

    test.each([
      ["wildcard.pem", "example.com", "*.example.com"],
      ["wildcard.pem", "a.b.example.com", "*.example.com"],
      ["ec.pem", "*.example.com", "api.example.com"],
      ["ec.pem", "xapi.example.com", "api.example.com"],
      ["ec.pem", "api-example.com", "api.example.com"],
      // The common name does not count beside alternative names.
      ["san-other.pem", "api.example.com", "shop.example.org, www.example.org"],
    ])("%s does not cover %s", (file, domain, names) => {
      const { violated } = covers(file, domain);
      expect(linesOf(violated, "got")).toEqual([`a certificate for ${names}`]);
      expect(linesOf(violated, "expected")).toEqual([`one for ${domain}`]);
    });

    test("of a name that is known in part it is judged whether the rest can make it right", () => {
      const needs = ["alicloud_fcv3_custom_domain.d cert_config.certificate: needs var.text"];
      for (const [file, name] of [
        ["wildcard.pem", "${var.text}.example.com"],
        ["wildcard.pem", "api.${var.text}"],
        ["wildcard.pem", "a${var.text}"],
        ["wildcard.pem", "api.exa${var.text}"],
        ["ec.pem", "${var.text}.example.com"],
        ["ec.pem", "${var.text}"],
      ]) {
        expect(covers(file, name)).toEqual({ violated: [], undecided: needs });
      }
      for (const [file, name] of [
        ["wildcard.pem", "${var.text}.example.org"],
        ["wildcard.pem", "api.exo${var.text}"],
        ["wildcard.pem", "${var.text}.api.example.com"],
        ["ec.pem", "shop.${var.text}"],
      ]) {
        expect(covers(file, name).violated).toHaveLength(1);
      }
    });

    test("a name that is none is for custom-domain/name to say", () => {
      for (const name of [null, "", "a_b.example.org", "x.fcapp.run", "a_b.${var.text}"]) {
        expect(covers("ec.pem", name)).toEqual(SATISFIED);
      }
    });
  });

  describe("the dates, by whole days in UTC", () => {
    const on = (file: string, date: string) => withCert({ certificate: pem(file) }, {}, date);

    test("it is right until the day on which it ends, and not on the next", () => {
      expect(linesOf(on("expired.pem", "2021-01-01").violated, "got")).toEqual([
        "one that ends 2021-01-01 12:00 UTC, today",
      ]);
      expect(linesOf(on("expired.pem", "2021-01-02").violated, "got")).toEqual([
        "one that ended 2021-01-01 12:00 UTC",
      ]);
      expect(on("expired.pem", "2021-01-01").violated[0]).toMatch(/^warning/);
      expect(on("expired.pem", "2021-01-02").violated[0]).toMatch(/^error/);
    });

    test("it is right from the day on which it begins, and not on the day before", () => {
      expect(on("not-yet.pem", "2040-01-01")).toEqual(SATISFIED);
      expect(linesOf(on("not-yet.pem", "2039-12-31").violated, "got")).toEqual([
        "one that begins 2040-01-01 12:00 UTC",
      ]);
    });

    test("less than 30 days from the beginning of the day are a warning", () => {
      // It ends at noon, so 30 days before the day of its end there are 30 and a half.
      expect(on("ends-2026-12-10.pem", "2026-11-10")).toEqual(SATISFIED);
      expect(on("ends-2026-12-10.pem", "2026-11-11").violated).toEqual([
        [
          "warning  custom-domain/certificate: the certificate ends soon",
          "  resource  alicloud_fcv3_custom_domain.d (cert_config.certificate)",
          "  got       one that ends 2026-12-10 12:00 UTC, in 29 days",
          "  expected  at least 30 days left on 2026-11-11",
          "  fix       give a new certificate before this one ends",
          "  see       docs/rules/custom-domain/certificate.md",
        ].join("\n"),
      ]);
      expect(linesOf(on("ends-2026-12-10.pem", "2026-12-09").violated, "got")).toEqual([
        "one that ends 2026-12-10 12:00 UTC, in a day",
      ]);
    });

    test("a warning hides no question", () => {
      const { violated, undecided } = withCert({
        certificate: pem("ends-2026-12-10.pem"),
        private_key: "${var.tls_private_key}",
      });
      expect([violated.length, undecided.length]).toEqual([1, 1]);
    });
  });

  describe("the private key", () => {
    test.each([
      ["ec.pem", "ec.key"],
      ["ec.pem", "ec.sec1.key"],
      ["rsa.pem", "rsa.key"],
      ["rsa.pem", "rsa.pkcs1.key"],
    ])("of %s is %s", (own, key) => {
      expect(withCert({ certificate: pem(own), private_key: pem(key) })).toEqual(SATISFIED);
    });

    test("a key of another certificate or of another type is refused", () => {
      expect(got({ certificate: pem("rsa.pem") })).toEqual([
        "a key of type EC, and a certificate for one of type RSA",
      ]);
      // Of the same type: the issuer's certificate has a key of its own.
      expect(got({ certificate: pem("intermediate.pem") }, { custom_domain_name: null })).toEqual([
        "the key of another certificate",
      ]);
    });

    test.each([
      [pem("encrypted.key"), "an encrypted private key"],
      [pem("encrypted.sec1.key"), "an encrypted private key"],
      [pem("public.key"), "a public key"],
      [pem("request.csr"), "a certificate signing request"],
      [pem("ec.pem"), "a certificate"],
      [pem("ec.key").replaceAll("PRIVATE", "OPENSSH PRIVATE"), "a private key for SSH"],
      ["site.key", "the path of a file"],
      ["secret", "text that is not PEM"],
      [
        withoutLines(pem("rsa.key"), 5, 3),
        "a private key that cannot be read: it is cut off or damaged",
      ],
    ])("%# is none", (text, what) => {
      const { violated } = withCert({ private_key: text });
      expect(linesOf(violated, "got")).toEqual([what]);
      expect(violated[0]).not.toMatch(/secret|MI[A-Z]/);
    });
  });

  describe("what was seen of a file at synth", () => {
    const file = { certificate: '${file("api.pem")}', private_key: '${file("api.key")}' };
    const dates = { begins: "2020-01-01T00:00:00Z", ends: "2026-12-10T12:00:00Z" };
    const seen = (certificate: Json, date?: string, more: JsonObject = {}) =>
      judge(
        {
          cert_config: { cert_name: "orders", ...file, ...more },
          "//": { "fc-frontdoor": { certificate } },
        },
        date,
      );
    const open = (needs: string) =>
      `alicloud_fcv3_custom_domain.d cert_config.certificate: needs ${needs}`;
    const UNDECIDED = [open('file("api.pem"), file("api.key")')];

    test("is judged by the day: it ends soon, has ended, has not begun", () => {
      expect(seen(dates, "2026-10-01")).toEqual({ violated: [], undecided: UNDECIDED });
      const ending = seen(dates);
      expect(ending.undecided).toEqual(UNDECIDED);
      expect(ending.violated).toEqual([
        `warning  custom-domain/certificate: the certificate ends soon
  resource  alicloud_fcv3_custom_domain.d (cert_config.certificate)
  got       one that ends 2026-12-10 12:00 UTC, in 18 days
  expected  at least 30 days left on 2026-11-22
  fix       give a new certificate before this one ends
  see       docs/rules/custom-domain/certificate.md`,
      ]);
      expect(linesOf(seen(dates, "2027-01-01").violated, "got")).toEqual([
        "one that ended 2026-12-10 12:00 UTC",
      ]);
      expect(linesOf(seen(dates, "2019-01-01").violated, "got")).toEqual([
        "one that begins 2020-01-01 00:00 UTC",
      ]);
    });

    test("has what spoke against its chain", () => {
      const doubt = { got: "certificate 1 not issued by certificate 2", expected: "x", fix: "y" };
      const { violated } = seen({ ...dates, doubt }, "2026-10-01");
      expect(violated).toHaveLength(1);
      expect(violated[0]).toContain(
        "warning  custom-domain/certificate: some clients do not accept",
      );
      expect(linesOf(violated, "got")).toEqual([doubt.got]);
    });

    test("is nothing beside a text that is known", () => {
      const text = { certificate: pem("ec.pem"), private_key: pem("ec.key") };
      expect(seen(dates, "2027-01-01", text)).toEqual(SATISFIED);
    });

    test("is known on a plan from the synth output", () => {
      const json = withDomain({
        cert_config: { cert_name: "orders", ...file },
        "//": { "fc-frontdoor": { certificate: dates } },
      });
      expect(linesOf(judgedAsPlan(certificate, json).violated, "got")).toEqual([
        "one that ends 2026-12-10 12:00 UTC, in 18 days",
      ]);
    });

    test("is passed over where it is not of its shape", () => {
      const strange = [...STRANGE, { begins: 1, ends: 2 }, { begins: "x", ends: "y" }, dates.ends];
      for (const json of strange) {
        expect(seen(json as Json)).toEqual({ violated: [], undecided: UNDECIDED });
      }
      for (const doubt of [...STRANGE, { got: 1 }]) {
        expect(seen({ ...dates, doubt: doubt as Json }, "2026-10-01").violated).toEqual([]);
      }
    });
  });

  describe("on a plan", () => {
    const planned = (cert: JsonObject, values: Readonly<Record<string, Json>>) =>
      judgedAsPlan(certificate, withDomain({ cert_config: { ...CERTIFICATE, ...cert } }), values);
    const key = { tls_private_key: pem("ec.key") };

    test("what a variable has is read", () => {
      expect(planned({}, { tls_certificate: pem("ec.pem"), ...key })).toEqual(SATISFIED);
      expect(
        linesOf(planned({}, { tls_certificate: pem("rsa.pem"), ...key }).violated, "got"),
      ).toEqual(["a key of type EC, and a certificate for one of type RSA"]);
    });

    test("text that stands in for a secret says nothing of what will be applied", () => {
      const at = "alicloud_fcv3_custom_domain.d cert_config.";
      expect(planned({}, { tls_certificate: "dummy", tls_private_key: "dummy" })).toEqual({
        violated: [],
        undecided: [`${at}certificate: needs var.tls_certificate, var.tls_private_key`],
      });
      expect(planned({}, { tls_certificate: pem("ec.pem"), tls_private_key: "dummy" })).toEqual({
        violated: [],
        undecided: [`${at}private_key: needs var.tls_private_key`],
      });
    });

    test("a text of the configuration, the path of a file and half a PEM are no such text", () => {
      const wrong = (cert: JsonObject, values: Readonly<Record<string, Json>>) =>
        linesOf(planned(cert, { ...key, ...values }).violated, "got");
      expect(wrong({ certificate: "dummy" }, {})).toEqual(["text that is not PEM"]);
      expect(wrong({}, { tls_certificate: "site.pem" })).toEqual(["the path of a file"]);
      expect(wrong({}, { tls_certificate: "-----BEGIN CERTIFICATE-----\nMII" })).toEqual([
        "PEM text without its END line",
      ]);
    });
  });

  test("strange blocks and members do no harm", () => {
    for (const value of STRANGE) {
      judge({ cert_config: value, tls_config: TLS });
      judge({ protocol: value });
      judge({ custom_domain_name: value, cert_config: block({}) });
      withCert({ cert_name: value, certificate: value, private_key: value });
      withCert({ certificate: value });
      withCert({ private_key: value });
    }
    expect(got({ certificate: [] })).toEqual(["an empty list"]);
  });
});
