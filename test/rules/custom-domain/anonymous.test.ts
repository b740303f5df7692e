import { anonymous } from "../../../lib/rules/custom-domain/anonymous";
import { judged, testPage } from "../../support/rule";

const judge = (auth: unknown) =>
  judged(anonymous, {
    variable: { auth: {}, type: { default: "anonymous" } },
    resource: { alicloud_fcv3_custom_domain: { d: { auth_config: auth } } },
  } as never);
const right = { violated: [], undecided: [] };

describe("custom-domain/anonymous", () => {
  testPage(anonymous);

  test.each<[unknown, string]>([
    [{ auth_type: "anonymous" }, '"anonymous"'],
    [[{ auth_type: "anonymous" }], '"anonymous"'],
    [{ auth_type: "${var.type}" }, '"anonymous" (by the default of var.type)'],
    [{ auth_info: "" }, "no authentication"],
    [{}, "no authentication"],
    [[{}], "no authentication"],
    [null, "no authentication"],
  ])("%j asks nobody", (auth, got) => {
    const { violated, undecided } = judge(auth);
    expect(violated.join()).toMatch(`  got       ${got}\n`);
    expect(undecided).toEqual([]);
  });

  test.each([
    [{ auth_type: "jwt" }],
    [{ auth_type: "function" }],
    [{ auth_type: "Anonymous" }],
    [{ auth_info: "{}" }],
    [{ auth_type: 1 }],
  ])("%j is an authentication, or for custom-domain/auth to say", (auth) => {
    expect(judge(auth)).toEqual(right);
  });

  test("a block that is not known is undecided", () => {
    expect(judge("${var.auth}").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d auth_config.auth_type: needs var.auth",
    ]);
  });
});
