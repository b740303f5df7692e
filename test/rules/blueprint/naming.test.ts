import type { TerraformJson } from "../../../lib/graph";
import { naming } from "../../../lib/rules/blueprint/naming";
import { STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";

function under(blueprints: unknown, resource: object): TerraformJson {
  return { "//": { "fc-frontdoor": { blueprints } }, resource } as unknown as TerraformJson;
}

const acme = (target: string, pattern: unknown = "^acme-", more: object = {}): object => ({
  name: "acme",
  version: "2.1.0",
  scope: "",
  naming: [{ target, pattern }],
  ...more,
});

/** What is found: `address got, fix`. */
function found(json: TerraformJson): readonly string[] {
  return judged(naming, json).violated.map((text) => {
    const line = (label: string): string =>
      new RegExp(`^ {2}${label} +(.*)$`, "m").exec(text)?.[1] ?? "";
    return `${line("resource")}: ${line("got")}, ${line("fix")}`;
  });
}

describe("blueprint/naming", () => {
  testPage(naming);

  test.each([
    [
      "HttpTrigger",
      "alicloud_fcv3_trigger",
      { trigger_name: "http", trigger_type: "http" },
      'alicloud_fcv3_trigger.x (trigger_name): "http", give another trigger_name (triggerName of HttpTrigger)',
    ],
    [
      "CustomDomain",
      "alicloud_fcv3_custom_domain",
      { custom_domain_name: "api.example.com" },
      'alicloud_fcv3_custom_domain.x (custom_domain_name): "api.example.com", give another custom_domain_name (domainName of CustomDomain)',
    ],
    [
      "ApiGatewayFronted",
      "alicloud_api_gateway_group",
      { name: "shop" },
      'alicloud_api_gateway_group.x (name): "shop", give another name (group.groupName of ApiGatewayFronted)',
    ],
  ])("looks at the names of %s", (target, type, args, expected) => {
    expect(found(under([acme(target)], { [type]: { x: args } }))).toEqual([expected]);
    const right = Object.fromEntries(
      Object.entries(args).map(([key, text]) => [
        key,
        key.includes("name") ? `acme-${text}` : text,
      ]),
    );
    expect(found(under([acme(target)], { [type]: { x: right } }))).toEqual([]);
  });

  test("is not about triggers of other types", () => {
    const oss = { trigger_name: "upload", trigger_type: "oss" };
    expect(found(under([acme("HttpTrigger")], { alicloud_fcv3_trigger: { x: oss } }))).toEqual([]);
  });

  test("follows the default of a variable, and says so", () => {
    const json = under([acme("WebFunction")], {
      alicloud_fcv3_function: { f: { function_name: "${var.name}" } },
    });
    const withDefault = { ...json, variable: { name: { default: "orders" } } } as TerraformJson;
    expect(found(withDefault)).toEqual([
      'alicloud_fcv3_function.f (function_name): "orders" (by the default of var.name), give another function_name (functionName of WebFunction)',
    ]);
  });

  test("holds every pattern of every blueprint, and a blueprint of two scopes once", () => {
    const twice = [acme("WebFunction"), acme("WebFunction"), acme("WebFunction", "-prod$")];
    const json = under(twice, { alicloud_fcv3_function: { f: { function_name: "orders" } } });
    expect(found(json)).toHaveLength(2);
  });

  test("is silent where there is no name, and about a pattern that is none", () => {
    expect(found(under([acme("WebFunction")], { alicloud_fcv3_function: { f: {} } }))).toEqual([]);
    const f = { function_name: "orders" };
    expect(found(under([acme("WebFunction", "(")], { alicloud_fcv3_function: { f } }))).toEqual([]);
    expect(found(under([acme("Nothing")], { alicloud_fcv3_function: { f } }))).toEqual([]);
  });

  test.each(STRANGE.map((value) => [value]))("does not stumble over %j", (value) => {
    const resource = { alicloud_fcv3_function: { f: { function_name: value } } };
    expect(() => judged(naming, under([acme("WebFunction")], resource))).not.toThrow();
    expect(() => judged(naming, under([acme("WebFunction", value)], resource))).not.toThrow();
    expect(() => judged(naming, under([{ naming: value }], resource))).not.toThrow();
  });
});
