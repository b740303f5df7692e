import { Construct } from "constructs";
import { TerraformOutput, type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ApiApp } from "../../../lib/api-gateway/app";
import { gatewayAppNameProblem } from "../../../lib/facts/gateway-names";
import { thrownBy } from "../../support/app";
import { addressesOf, resourcesOf, stackOf } from "../../support/synth";

function outputOf(stack: TerraformStack, value: string): unknown {
  const { friendlyUniqueId } = new TerraformOutput(stack, "out", { value });
  return JSON.parse(Testing.synth(stack)).output[friendlyUniqueId].value;
}

describe("an app", () => {
  test("with nothing said has a name of its own", () => {
    const stack = stackOf();
    const app = new ApiApp(stack, "Partner");
    expect(resourcesOf(stack).alicloud_api_gateway_app.Partner).toEqual({ name: "prod_Partner" });
    const { appId } = app;
    expect(outputOf(stack, appId)).toBe("${alicloud_api_gateway_app.Partner.id}");
    expect(addressesOf(stack)).toEqual(["alicloud_api_gateway_app.Partner"]);
  });

  test("every prop arrives", () => {
    const stack = stackOf();
    new ApiApp(stack, "Partner", {
      appName: "acme_orders",
      description: "calls for Acme",
      tags: { team: "checkout" },
    });
    expect(resourcesOf(stack).alicloud_api_gateway_app.Partner).toEqual({
      name: "acme_orders",
      description: "calls for Acme",
      tags: { team: "checkout" },
    });
  });

  test.each([
    "P",
    "1",
    "a-b",
    "A very long name of a partner that has to be cut".replaceAll(" ", ""),
  ])("the name of %s is legal", (id) => {
    const stack = stackOf("s");
    new ApiApp(new Construct(stack, "x"), id);
    const [{ name }] = Object.values(resourcesOf(stack).alicloud_api_gateway_app);
    expect(gatewayAppNameProblem(name as string)).toBeUndefined();
  });

  test("all that is wrong is in one error", () => {
    const stack = stackOf();
    const props = { appName: "acme-orders", description: "x".repeat(181), secret: "s" } as never;
    expect(thrownBy(() => new ApiApp(stack, "Partner", props)).replace(/^ {2}at .*\n/m, "")).toBe(
      `ApiApp: 3 props are wrong
  secret
    got       a prop of an unknown name
    expected  one of provider, dependsOn, appName, description, tags
    fix       remove it
  appName
    got       "acme-orders"
    expected  4 to 26 letters, digits and "_", the first a letter
    fix       write "acme_orders"
  description
    got       181 characters
    expected  at most 180 characters
    fix       shorten it`,
    );
  });

  test.each([
    ["", '""', "give it a name"],
    ["abc", "3 characters", "make it longer"],
    ["a".repeat(27), "27 characters", "shorten it"],
    ["_abcd", '"_abcd"', 'begin with a letter, not with "_"'],
    ["a.bcd", '"a.bcd"', 'remove "."'],
  ])("a name %j", (name, got, fix) => {
    const expected = '4 to 26 letters, digits and "_", the first a letter';
    expect(gatewayAppNameProblem(name)).toEqual({ got, expected, fix });
  });

  test("a name with Chinese letters, which one document of the vendor takes", () => {
    expect(gatewayAppNameProblem("合作伙伴")).toBeUndefined();
  });
});

describe("an app that exists already", () => {
  test("has the id that was given", () => {
    const stack = stackOf();
    const app = ApiApp.fromApiAppAttributes(stack, "Partner", { appId: "110982419" });
    expect(app.appId).toBe("110982419");
    expect(addressesOf(stack)).toEqual([]);
    const variable = new TerraformVariable(stack, "app_id", { type: "string" });
    const appId = variable.stringValue;
    expect(ApiApp.fromApiAppAttributes(stack, "Other", { appId }).appId).toBe(appId);
  });

  test("needs an id", () => {
    const stack = stackOf();
    const make = (appId: unknown) => () =>
      ApiApp.fromApiAppAttributes(stack, `App${String(appId)}`, { appId } as never);
    expect(thrownBy(make("partner"))).toContain(`ApiApp.fromApiAppAttributes: a prop is wrong`);
    expect(thrownBy(make("name"))).toContain("write the id, not the name");
    expect(thrownBy(make(undefined))).toContain("give appId");
  });
});
