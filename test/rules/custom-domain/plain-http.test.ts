import { plainHttp } from "../../../lib/rules/custom-domain/plain-http";
import { judgedDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const variable = { plain: { default: "HTTP" } };
const judge = (protocol: string | null, cert_config?: null) =>
  judgedDomain(
    plainHttp,
    { protocol, ...(cert_config === null ? { cert_config } : {}) },
    { variable },
  );

describe("custom-domain/plain-http", () => {
  testPage(plainHttp);

  test.each(["HTTPS", "HTTP,HTTPS", "${var.text},HTTPS"])("%s is right", (protocol) => {
    expect(judge(protocol)).toEqual(SATISFIED);
  });

  test("HTTP alone is a warning, by a default too", () => {
    expect(linesOf(judge("HTTP").violated, "got")).toEqual(['"HTTP"']);
    expect(linesOf(judge("${var.plain}").violated, "got")).toEqual([
      '"HTTP" (by the default of var.plain)',
    ]);
  });

  test("without protocol and certificate it can only be HTTP; beside a certificate another rule asks", () => {
    expect(linesOf(judge(null, null).violated, "got")).toEqual([
      "no protocol, and no certificate for HTTPS",
    ]);
    expect(judge(null)).toEqual(SATISFIED);
  });

  test("a protocol that is not known is undecided", () => {
    expect(judge("${var.text}").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d protocol: needs var.text",
    ]);
  });

  test("strange protocols do no harm", () => {
    for (const protocol of STRANGE) judgedDomain(plainHttp, { protocol });
  });
});
