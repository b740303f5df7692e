import { tlsMinimum } from "../../../lib/rules/custom-domain/tls-minimum";
import { TLS, judgedDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

describe("custom-domain/tls-minimum", () => {
  testPage(tlsMinimum);

  test.each(["TLSv1.2", "TLSv1.3", "${local.least}"])("%s is right", (min_version) => {
    const locals = { least: "TLSv1.2" };
    expect(judgedDomain(tlsMinimum, { tls_config: { ...TLS, min_version } }, { locals })).toEqual(
      SATISFIED,
    );
    expect(judgedDomain(tlsMinimum, { tls_config: [{ ...TLS, min_version }] }, { locals })).toEqual(
      SATISFIED,
    );
  });

  test.each([
    [{ ...TLS, min_version: "TLSv1.0" }, '"TLSv1.0"'],
    [{ ...TLS, min_version: "TLSv1.1" }, '"TLSv1.1"'],
    [{ ...TLS, min_version: "${var.old}" }, '"TLSv1.1" (by the default of var.old)'],
    [{ ...TLS, min_version: null }, "tls_config without min_version"],
    [null, "no tls_config"],
    [[{}], "no tls_config"],
  ])("%j is a warning", (tls_config, got) => {
    const variable = { old: { default: "TLSv1.1" } };
    const { violated } = judgedDomain(tlsMinimum, { tls_config }, { variable });
    expect(linesOf(violated, "got")).toEqual([got]);
  });

  test("without HTTPS there is nothing to say", () => {
    for (const protocol of ["HTTP", null, ""]) {
      expect(judgedDomain(tlsMinimum, { protocol, tls_config: null })).toEqual(SATISFIED);
    }
    expect(
      judgedDomain(tlsMinimum, { protocol: "HTTP,HTTPS", tls_config: null }).violated,
    ).toHaveLength(1);
  });

  test("what is not known is undecided, where it decides", () => {
    const open = "${var.text}";
    const undecided = (args: object) =>
      judgedDomain(tlsMinimum, args as never).undecided.map((text) => text.split(": ")[1]);
    expect(undecided({ protocol: open })).toEqual([]);
    expect(undecided({ protocol: open, tls_config: null })).toEqual(["needs var.text"]);
    expect(undecided({ tls_config: open })).toEqual(["needs var.text"]);
  });

  test("a version that there is not is for custom-domain/tls to say", () => {
    expect(judgedDomain(tlsMinimum, { tls_config: { ...TLS, min_version: "SSLv3" } })).toEqual(
      SATISFIED,
    );
  });

  test("strange settings do no harm", () => {
    for (const value of STRANGE) {
      judgedDomain(tlsMinimum, { tls_config: value });
      judgedDomain(tlsMinimum, { tls_config: { min_version: value }, protocol: value });
    }
  });
});
