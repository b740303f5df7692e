import type { JsonObject } from "../../../lib/graph";
import { CIPHER_SUITES } from "../../../lib/facts/tls";
import { tls } from "../../../lib/rules/custom-domain/tls";
import { TLS, judgedDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const judge = (settings: JsonObject, more: JsonObject = {}) =>
  judgedDomain(tls, { tls_config: { ...TLS, ...settings }, ...more });

describe("custom-domain/tls", () => {
  testPage(tls);

  test.each([
    { min_version: "TLSv1.0", max_version: "TLSv1.0" },
    { min_version: "TLSv1.1", max_version: "TLSv1.3" },
    { max_version: null },
    { max_version: "" },
    { cipher_suites: CIPHER_SUITES },
  ])("%j is right", (settings) => {
    expect(judge(settings)).toEqual(SATISFIED);
  });

  test("the vendor names 22 cipher suites", () => {
    expect(new Set(CIPHER_SUITES).size).toBe(22);
  });

  test.each([
    [{ min_version: "TLS1.2" }, 'write "TLSv1.2"'],
    [{ max_version: "TLSv1_3" }, 'write "TLSv1.3"'],
    [{ max_version: "SSLv3" }, "write one of these"],
    [{ min_version: null }, 'write min_version = "TLSv1.2"'],
    [{ min_version: "TLSv1.3", max_version: "TLSv1.2" }, "swap the two, or leave max_version out"],
    [{ cipher_suites: null }, "give a list of at least one cipher suite"],
    [{ cipher_suites: [] }, "give a list of at least one cipher suite"],
    [{ cipher_suites: "TLS_RSA_WITH_AES_128_CBC_SHA" }, "give a list of at least one cipher suite"],
    [
      { cipher_suites: ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA385"] },
      'write "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"',
    ],
    [{ cipher_suites: ["HIGH"] }, "name one of them, or remove it"],
    [{ cipher_suites: ["AES256-SHA256"] }, "name one of them, or remove it"],
  ])("%j is refused", (settings, fix) => {
    const { violated } = judge(settings);
    expect(linesOf(violated, "fix")).toEqual([fix]);
    expect(violated[0]).toMatch(/^error/);
  });

  test("a suite that there is and that the vendor does not name is a warning", () => {
    const { violated } = judge({
      cipher_suites: [
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
      ],
    });
    expect(violated.map((text) => text.split(" ")[0])).toEqual(["warning", "warning"]);
    expect(linesOf(violated, "fix")).toEqual([
      "remove it: the suites of TLS 1.3 come with that version",
      'write "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305"',
    ]);
  });

  test("the settings are for HTTPS", () => {
    const got = (more: JsonObject) => linesOf(judge({}, more).violated, "got");
    expect(got({ protocol: "HTTP" })).toEqual(['protocol "HTTP" beside tls_config']);
    expect(got({ protocol: null, cert_config: null })).toEqual(["no protocol beside tls_config"]);
    // The missing protocol is for custom-domain/certificate to say.
    expect(judge({}, { protocol: null })).toEqual(SATISFIED);
    expect(judge({}, { protocol: "HTTP,HTTPS" })).toEqual(SATISFIED);
    expect(judgedDomain(tls, { protocol: "HTTP", tls_config: null })).toEqual(SATISFIED);
    expect(judgedDomain(tls, { protocol: "HTTP", tls_config: [{}] })).toEqual(SATISFIED);
  });

  test("what is not known is undecided, where a violation does not hide it", () => {
    const open = "${var.text}";
    expect(judge({ min_version: open }).undecided).toEqual([
      "alicloud_fcv3_custom_domain.d tls_config.min_version: needs var.text",
    ]);
    expect(judge({ cipher_suites: [open, TLS_SUITE] }).undecided).toEqual([
      "alicloud_fcv3_custom_domain.d tls_config.cipher_suites[0]: needs var.text",
    ]);
    expect(judge({ cipher_suites: [open, "HIGH"] }).undecided).toEqual([]);
    expect(judge({}, { protocol: open })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_custom_domain.d tls_config: needs var.text"],
    });
    expect(judge({ min_version: "1" }, { protocol: open }).undecided).toEqual([]);
    expect(judgedDomain(tls, { tls_config: open }).undecided).toHaveLength(1);
    expect(
      judgedDomain(tls, { protocol: "HTTP", tls_config: { min_version: open } }).undecided,
    ).toHaveLength(1);
  });

  test("a list of one block is read", () => {
    expect(judgedDomain(tls, { tls_config: [TLS] })).toEqual(SATISFIED);
    expect(
      judgedDomain(tls, { tls_config: [{ ...TLS, min_version: "1.2" }] }).violated,
    ).toHaveLength(1);
  });

  test("strange settings do no harm", () => {
    for (const value of STRANGE) {
      judgedDomain(tls, { tls_config: value });
      judge({ min_version: value, max_version: value, cipher_suites: value }, { protocol: value });
      judge({ cipher_suites: [value] });
    }
  });
});

const TLS_SUITE = CIPHER_SUITES[0];
