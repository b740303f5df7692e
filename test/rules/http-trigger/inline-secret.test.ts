import { inlineSecret } from "../../../lib/rules/http-trigger/inline-secret";
import { plugin } from "../../support/plugin";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one, withConfig } from "../../support/trigger";

const DECLARED = {
  variable: {
    secret: { sensitive: true },
    nullable: { sensitive: true, default: null },
    plain: {},
    list: {},
    literal: { sensitive: true, default: "s3cret" },
    none: { sensitive: true, default: "" },
  },
  locals: { literal: "s3cret", secret: "${var.secret}" },
  data: { alicloud_kms_secret_versions: { s: {} } },
};

const withToken = (expression: string) =>
  one(
    withConfig(
      `\${jsonencode({authType = "bearer", authConfig = {tokens = [{tokenName = "a", tokenData = ${expression}}]}})}`,
    ),
    DECLARED,
  );
const withPassword = (expression: string) =>
  one(
    withConfig(
      `\${jsonencode({authType = "basic", authConfig = {users = [{username = "a", password = ${expression}}]}})}`,
    ),
    DECLARED,
  );

describe("http-trigger/inline-secret", () => {
  testPage(inlineSecret);

  test.each([
    "var.secret",
    "var.nullable",
    "local.secret",
    '"prefix-${var.secret}"',
    '"${var.plain}${var.secret}"',
    "sensitive(var.plain)",
    "upper(var.secret)",
    'file("token.txt")',
    'trimspace(file("token.txt"))',
    "random_password.token.result",
    "data.alicloud_kms_secret_versions.s.versions[0].secret_data",
    "jsondecode(data.alicloud_kms_secret_versions.s.versions[0].secret_data).token",
    "module.secrets.token",
    "var.none",
    "null",
  ])("%s keeps the secret", (expression) => {
    expect(judged(inlineSecret, withToken(expression))).toEqual(SATISFIED);
    expect(judged(inlineSecret, withPassword(expression))).toEqual(SATISFIED);
  });

  test.each([
    ['"s3cret"', "a literal"],
    ["local.literal", "a literal"],
    ["var.literal", "a literal (by the default of var.literal)"],
    ['"s3cret-${var.literal}"', "a literal (by the default of var.literal)"],
    ['sensitive("s3cret")', "a literal"],
    ['"s3cret-${terraform.workspace}"', "a literal"],
    ["var.plain", "a reference to var.plain, which is not sensitive"],
    ['"s3cret-${var.plain}"', "a reference to var.plain, which is not sensitive"],
    ['"${var.plain}${var.list}"', "a reference to var.plain and var.list, which are not sensitive"],
  ])("%s gives it away, and is not shown", (expression, what) => {
    for (const json of [withToken(expression), withPassword(expression)]) {
      const { violated, undecided } = judged(inlineSecret, json);
      expect(linesOf(violated, "got")).toEqual([what]);
      expect(violated.join()).not.toContain("s3cret");
      expect(undecided).toEqual([]);
    }
  });

  test("JSON text with the reference in it is read like jsonencode", () => {
    const tokens = (...data: string[]) =>
      one(
        http({
          authType: "bearer",
          authConfig: { tokens: data.map((tokenData) => ({ tokenData })) },
        }),
        DECLARED,
      );
    expect(judged(inlineSecret, tokens("${var.secret}"))).toEqual(SATISFIED);
    expect(judged(inlineSecret, tokens("${var.secret}", "s3cret")).violated).toHaveLength(1);
    expect(judged(inlineSecret, tokens("${var.secret}", "${var.plain}")).violated).toHaveLength(1);
  });

  test("a list or an authConfig that comes from one variable is judged by it", () => {
    const config = (authConfig: string, type = "bearer") =>
      one(
        withConfig(`\${jsonencode({authType = "${type}", authConfig = ${authConfig}})}`),
        DECLARED,
      );
    for (const authConfig of ["var.list", "{tokens = var.list}", "{users = [var.list]}"]) {
      expect(linesOf(judged(inlineSecret, config(authConfig)).violated, "got")).toEqual([
        "a reference to var.list, which is not sensitive",
      ]);
      expect(judged(inlineSecret, config(authConfig.replace("list", "secret")))).toEqual(SATISFIED);
    }
    expect(judged(inlineSecret, config("var.list", "jwt"))).toEqual(SATISFIED);
  });

  test("a literal is one whatever the authentication", () => {
    const literal = http({ AuthTipe: "bearer", authConfig: { tokens: [{ tokenData: "s3cret" }] } });
    expect(judged(inlineSecret, one(literal)).violated).toHaveLength(1);
  });

  test("what comes from elsewhere is undecided", () => {
    const undeclared = withToken("var.elsewhere");
    expect(judged(inlineSecret, undeclared).undecided).toEqual([
      "alicloud_fcv3_trigger.t trigger_config.authConfig.tokens[0].tokenData: needs var.elsewhere",
    ]);
    const whole = (name: string) =>
      judged(inlineSecret, one(withConfig(`\${var.${name}}`), DECLARED));
    expect(whole("plain").undecided).toHaveLength(1);
    expect(whole("secret")).toEqual(SATISFIED);
  });

  test("each.value of a collection that is not known is undecided, of a literal one a literal", () => {
    const config =
      '${jsonencode({authType = "bearer", authConfig = {tokens = [{tokenData = each.value}]}})}';
    const each = (for_each: unknown) => one(withConfig(config, { for_each }), DECLARED);
    expect(judged(inlineSecret, each("${toset(var.list)}")).undecided).toHaveLength(1);
    expect(judged(inlineSecret, each({ a: "s3cret" })).violated).toHaveLength(1);
  });

  test("a variable may be sensitive by the text for the boolean, as Terraform takes it", () => {
    const json = { ...withToken("var.secret"), variable: { secret: { sensitive: "true" } } };
    expect(judged(inlineSecret, json)).toEqual(SATISFIED);
  });

  describe("of the callers of a gateway", () => {
    const users = (password: string) =>
      judged(
        inlineSecret,
        plugin(
          "basicAuth",
          `\${jsonencode({users = [{username = "a", password = ${password}}]})}`,
          DECLARED,
        ),
      );

    test("a reference is right, and so are users of a data set", () => {
      expect(users("var.secret")).toEqual(SATISFIED);
      const known = plugin("basicAuth", '{"usersDatasetId":"1"}', DECLARED);
      expect(judged(inlineSecret, known)).toEqual(SATISFIED);
    });

    test.each([
      ['"s3cret"', "a literal"],
      ["123456", "a literal"],
      ["var.plain", "a reference to var.plain, which is not sensitive"],
    ])("%s is refused", (password, got) => {
      const { violated } = users(password);
      expect(linesOf(violated, "got")).toEqual([got]);
      expect(linesOf(violated, "resource")).toEqual([
        "alicloud_api_gateway_plugin.p (plugin_data.users[0].password)",
      ]);
    });

    test("data that are not known may hold none", () => {
      const { violated, undecided } = judged(
        inlineSecret,
        plugin("basicAuth", "${var.plain}", DECLARED),
      );
      expect(violated).toEqual([]);
      expect(undecided).toHaveLength(1);
    });

    test.each(["x", "[", "users: [", 5])("%j is for api-gateway/plugin-data to say", (data) => {
      expect(judged(inlineSecret, plugin("basicAuth", data, DECLARED))).toEqual(SATISFIED);
    });
  });
});
