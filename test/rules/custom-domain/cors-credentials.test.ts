import { corsCredentials } from "../../../lib/rules/custom-domain/cors-credentials";
import { judged, testPage } from "../../support/rule";

const judge = (cors: unknown) =>
  judged(corsCredentials, {
    variable: { allow: { type: "bool" }, origins: { default: ["*"] } },
    resource: { alicloud_fcv3_custom_domain: { d: { cors_config: cors } } },
  } as never);
const right = { violated: [], undecided: [] };

describe("custom-domain/cors-credentials", () => {
  testPage(corsCredentials);

  test("the block is found as a list of one too, and the star among other origins", () => {
    const cors = { allow_credentials: "true", allow_origins: ["https://a.example.com", "*"] };
    expect(judge([cors]).violated).toEqual(judge(cors).violated);
    expect(judge(cors).violated[0]).toContain("(cors_config.allow_origins[1])");
  });

  test.each([
    [{ allow_credentials: false, allow_origins: ["*"] }],
    [{ allow_origins: ["*"] }],
    [{ allow_credentials: true }],
    [{ allow_credentials: true, allow_origins: ["https://*.example.com"] }],
    [{ allowCredentials: true, allowOrigins: ["*"] }],
    [{ allow_credentials: [true], allow_origins: ["*"] }],
    [[]],
    ["*"],
    [null],
  ])("%j is right, or for another rule to say", (cors) => {
    expect(judge(cors)).toEqual(right);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge({ allow_credentials: true, allow_origins: "${var.origins}" });
    expect(violated[0]).toContain("(by the default of var.origins)");
  });

  test("what is not known is undecided", () => {
    expect(judge({ allow_credentials: "${var.allow}", allow_origins: ["*"] }).undecided).toEqual([
      "alicloud_fcv3_custom_domain.d cors_config.allow_origins[0]: needs var.allow",
    ]);
  });
});
