import { credentialsDrift } from "../../../lib/rules/custom-domain/credentials-drift";
import { judged, testPage } from "../../support/rule";

const judge = (cors: unknown) =>
  judged(credentialsDrift, {
    variable: { cors: {}, allow: { default: true } },
    resource: { alicloud_fcv3_custom_domain: { d: { cors_config: cors } } },
  } as never);

describe("custom-domain/credentials-drift", () => {
  testPage(credentialsDrift);

  test("the block is found as a list of one, and true as a text", () => {
    expect(judge([{ allow_credentials: "true" }]).violated).toHaveLength(1);
  });

  test.each([
    [{ allow_credentials: false }],
    [{ allow_credentials: null }],
    [{ allow_credentials: "yes" }],
    [{}],
    [[]],
    [true],
    [null],
  ])("%j is right", (cors) => {
    expect(judge(cors)).toEqual({ violated: [], undecided: [] });
  });

  test("a default is followed, and named", () => {
    const { violated } = judge({ allow_credentials: "${var.allow}" });
    expect(violated[0]).toContain("true (by the default of var.allow)");
  });

  test("a block that is not known is undecided", () => {
    expect(judge("${var.cors}").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d cors_config.allow_credentials: needs var.cors",
    ]);
  });
});
