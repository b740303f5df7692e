import type { Json } from "../../../lib/graph";
import { pluginData } from "../../../lib/rules/api-gateway/plugin-data";
import { STRANGE } from "../../support/function";
import { plugin, pluginWith } from "../../support/plugin";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf } from "../../support/trigger";

const office = (blocks: unknown) => ({ type: "ALLOW", items: [{ blocks }] });
const got = (json: ReturnType<typeof plugin>) => linesOf(judged(pluginData, json).violated, "got");
const secrets = {
  variable: { key: { sensitive: true }, secret: { sensitive: true }, open: {} },
};

describe("api-gateway/plugin-data", () => {
  testPage(pluginData);

  test("data whose secrets are references is right, however it is written", () => {
    for (const data of [
      '{"type":"APIGW_BACKEND","key":"${var.key}","secret":"${var.secret}"}',
      '${jsonencode({ type = "APIGW_BACKEND", key = var.key, secret = var.secret })}',
      "type: APIGW_BACKEND\nkey: ${var.key}\nsecret: ${var.secret}\n",
      '---\n"type": "APIGW_BACKEND" # fixed\n"key": "a-${var.key}"\n"secret": ${var.secret}',
      "{type: APIGW_BACKEND, key: ${var.key}, secret: '${var.secret}'}",
      '${yamlencode({ type = "APIGW_BACKEND", key = "a", secret = "b" })}',
    ]) {
      const { violated } = judged(pluginData, plugin("backendSignature", data, secrets));
      expect([data, violated]).toEqual([data, []]);
    }
    const json = plugin(
      "backendSignature",
      '{"type":"APIGW_BACKEND","key":"${var.key}","secret":"${var.secret}"}',
      secrets,
    );
    expect(judged(pluginData, json)).toEqual(SATISFIED);
  });

  test("the same is found in YAML as in JSON", () => {
    const yaml = "type: ALOW\nitems:\n- block:\n  - 203.0.113.0/24\n";
    const json = JSON.stringify({ type: "ALOW", items: [{ block: ["203.0.113.0/24"] }] });
    expect(judged(pluginData, plugin("ipControl", yaml))).toEqual(
      judged(pluginData, plugin("ipControl", json)),
    );
    expect(got(plugin("ipControl", yaml))).toHaveLength(2);
  });

  test("text that is neither is refused, and not shown", () => {
    expect(got(plugin("ipControl", '{"type":"ALLOW",'))).toEqual([
      expect.stringMatching(/^text that is not JSON: /),
    ]);
    expect(got(plugin("ipControl", "a: b: c\n- d"))).toEqual([
      "text that is neither JSON nor YAML",
    ]);
    expect(got(plugin("ipControl", "a: *x"))).toEqual(["text that is neither JSON nor YAML"]);
    expect(got(plugin("ipControl", "just text"))).toEqual(["a text"]);
    expect(got(plugin("ipControl", "[]"))).toEqual(["an empty list"]);
    expect(got(plugin("ipControl", ""))).toEqual(["an empty text"]);
    expect(got(pluginWith({ plugin_data: null }))).toEqual(["nothing"]);
    expect(got(pluginWith({ plugin_data: office([]) as Json }))).toEqual(["an object, not text"]);
    const { violated } = judged(pluginData, plugin("basicAuth", '{"users":[{"password":"s3cret"'));
    expect(violated.join()).not.toContain("s3cret");
  });

  test("more than 50 KB is refused", () => {
    const long = (count: number) => JSON.stringify(office(["10.0.0.1"])).padEnd(count, " ");
    expect(judged(pluginData, plugin("ipControl", long(50 * 1024)))).toEqual(SATISFIED);
    expect(got(plugin("ipControl", long(50 * 1024 + 1)))).toEqual(["51201 bytes"]);
    expect(got(plugin("ipControl", `${long(60000)}\${var.open}`, secrets))).toEqual([
      "at least 60000 bytes",
    ]);
  });

  test("a type is asked for, and its default followed", () => {
    expect(got(plugin(null, office(["10.0.0.1"])))).toEqual(["nothing"]);
    expect(got(plugin(["ipControl"], office(["10.0.0.1"])))).toEqual(['["ipControl"]']);
    expect(judged(pluginData, plugin("${var.open}", office(["x"]), secrets))).toEqual({
      violated: [],
      undecided: ["alicloud_api_gateway_plugin.p plugin_type: needs var.open"],
    });
    const variable = { type: { default: "ipcontrol" } };
    expect(got(plugin("${var.type}", office(["10.0.0.1"]), { variable }))).toEqual([
      '"ipcontrol" (by the default of var.type)',
    ]);
  });

  test("data that is not known is undecided, a part of it where something depends on it", () => {
    const undecided = (data: unknown) =>
      judged(pluginData, plugin("ipControl", data, secrets)).undecided;
    expect(undecided("${var.open}")).toEqual([
      "alicloud_api_gateway_plugin.p plugin_data: needs var.open",
    ]);
    expect(undecided('${file("office.json")}')).toHaveLength(1);
    expect(undecided('${jsonencode({ type = "ALLOW", items = var.open })}')).toEqual([
      "alicloud_api_gateway_plugin.p plugin_data.items: needs var.open",
    ]);
    expect(undecided('type: ALLOW\nitems: [{blocks: ["${var.open}"]}]')).toEqual([
      "alicloud_api_gateway_plugin.p plugin_data.items[0].blocks[0]: needs var.open",
    ]);
    // What is wrong for sure is not hidden by it.
    expect(got(plugin("ipControl", office(["${var.open}", "x"]), secrets))).toEqual(['"x"']);
  });

  test("what Terraform refuses is left to template-escape", () => {
    for (const data of [
      '{"successCondition":"${statusCode}"}',
      '${jsonencode({ successCondition = "${statusCode}" })}',
      "successCondition: ${statusCode}",
    ]) {
      expect(judged(pluginData, plugin("remoteAuth", data))).toEqual(SATISFIED);
    }
  });

  test("what works and is hardly meant is a warning", () => {
    const [finding] = judged(
      pluginData,
      plugin("cors", { allowOrigins: "*", allowCredentials: true }),
    ).violated;
    expect(finding).toMatch(/^warning {2}api-gateway\/plugin-data: this data works otherwise/);
  });

  test("of sensitive data nothing is shown", () => {
    const variable = {
      data: {
        sensitive: true,
        default: '{"type":"s3cret","items":[{"blocks":["s3cret"]}],"s3cret":1,"itemz":2}',
      },
    };
    const { violated } = judged(pluginData, plugin("ipControl", "${var.data}", { variable }));
    expect(violated.length).toBeGreaterThan(0);
    expect(violated.join()).not.toContain("s3cret");
  });

  test("strange input is found or asked for, without a crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(pluginData, pluginWith({ plugin_data: value }))).not.toThrow();
      expect(() => judged(pluginData, pluginWith({ plugin_type: value }))).not.toThrow();
    }
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefg"
      .split("")
      .map((name, i) => `${name}: &${name} [${`*${"abcdefg"[i]},`.repeat(9)}]`)
      .join("\n")}`;
    expect(got(plugin("ipControl", bomb))).toEqual(["text that is neither JSON nor YAML"]);
  });
});
