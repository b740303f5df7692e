import { signatureSecret } from "../../../lib/rules/api-gateway/signature-secret";
import { judged, testPage } from "../../support/rule";

const judge = (data: unknown, type = "backendSignature") =>
  judged(signatureSecret, {
    variable: {
      key: { sensitive: true },
      secret: { sensitive: true },
      plain: {},
      default: { sensitive: true, default: "not-a-real-secret" },
    },
    resource: {
      alicloud_api_gateway_plugin: {
        s: {
          plugin_name: "signature",
          plugin_type: type,
          plugin_data: typeof data === "string" ? data : JSON.stringify(data),
        },
      },
    },
  } as never);
const right = { violated: [], undecided: [] };
const where = (texts: readonly string[]) =>
  texts.map((text) => /resource +.+ \((.+)\)/.exec(text)?.[1]);

describe("api-gateway/signature-secret", () => {
  testPage(signatureSecret);

  test.each([
    { key: "${var.key}", secret: "${var.secret}" },
    { key: "${nonsensitive(var.key)}", secret: "${sensitive(var.secret)}" },
    { key: "${alicloud_ram_access_key.k.id}", secret: "${alicloud_ram_access_key.k.secret}" },
    { key: "${data.alicloud_kms_secrets.s.secrets[0].secret_data}", secret: "a-${var.secret}" },
    '${jsonencode({type = "APIGW_BACKEND", key = var.key, secret = var.secret})}',
    '${file("signature.json")}',
    "${var.secret}",
    "type: APIGW_BACKEND\nkey: ${var.key}\nsecret: ${var.secret}\n",
    {},
  ])("%j holds references", (data) => {
    expect(judge(data)).toEqual(right);
  });

  test.each<[unknown, string[]]>([
    [{ key: "k", secret: "${var.secret}" }, ["plugin_data.key"]],
    [{ key: "${var.key}", secret: "s" }, ["plugin_data.secret"]],
    [{ key: "${var.plain}", secret: "${var.default}" }, ["plugin_data.key", "plugin_data.secret"]],
    ["type: APIGW_BACKEND\nkey: abc\nsecret: ${var.secret}\n", ["plugin_data.key"]],
    ["${var.plain}", ["plugin_data"]],
    [{ key: 1, secret: { a: "b" } }, ["plugin_data.key", "plugin_data.secret"]],
  ])("%j holds a literal, or what is not sensitive", (data, places) => {
    const { violated, undecided } = judge(data);
    expect(where(violated)).toEqual(places);
    expect(undecided).toEqual([]);
    expect(violated.join()).not.toContain("not-a-real-secret");
  });

  test("what is not known leaves it undecided", () => {
    expect(judge({ key: "${var.elsewhere}", secret: "${each.value}" }).undecided).toEqual([
      "alicloud_api_gateway_plugin.s plugin_data.key: needs var.elsewhere",
      "alicloud_api_gateway_plugin.s plugin_data.secret: needs alicloud_api_gateway_plugin.s: each.value",
    ]);
    expect(judge({ key: "k", secret: "s" }, "${var.plain}").undecided).toEqual([
      "alicloud_api_gateway_plugin.s plugin_data: needs var.plain",
    ]);
  });

  test.each(["jwtAuth", "basicAuth"])("a plugin of type %s is none of its own", (type) => {
    expect(judge({ key: "k", secret: "s" }, type)).toEqual(right);
  });

  test.each(["", "[1]", "{", "1", "null", "a: b: c"])(
    "%j is for api-gateway/plugin-data to say",
    (data) => {
      expect(judge(data)).toEqual(right);
    },
  );
});
