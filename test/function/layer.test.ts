import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AlicloudProvider, Layer, WebFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const layersOf = (stack: TerraformStack): unknown =>
  resourcesOf(stack).alicloud_fcv3_function.Orders.layers;
const arnIn = (region: string): string => `acs:fc:${region}:official:layers/Nodejs20/versions/3`;
const layers = [Layer.official("Nodejs20", 3)];

test("a layer by its ARN is written as it is", () => {
  const stack = stackOf();
  const own = "acs:fc:cn-hangzhou:1234567890123456:layers/tools/versions/1";
  new WebFunction(stack, "Orders", { ...minimal, layers: [Layer.fromArn(own)] });
  expect(layersOf(stack)).toEqual([own]);
});

describe("an official layer is the one in the region", () => {
  test("of the provider, also where that is made later", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    new WebFunction(stack, "Orders", { ...minimal, layers });
    new AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });
    expect(layersOf(stack)).toEqual([arnIn("ap-southeast-1")]);
  });

  test("of the function's own provider", () => {
    const stack = stackOf();
    const provider = new AlicloudProvider(stack, "far", { region: "us-east-1", alias: "far" });
    new WebFunction(stack, "Orders", { ...minimal, layers, provider });
    expect(layersOf(stack)).toEqual([arnIn("us-east-1")]);
  });

  test("of a variable", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    const region = new TerraformVariable(stack, "region", { type: "string" }).stringValue;
    new AlicloudProvider(stack, "alicloud", { region });
    new WebFunction(stack, "Orders", { ...minimal, layers });
    expect(layersOf(stack)).toEqual([arnIn("${var.region}")]);
  });

  test("that is given", () => {
    const stack = stackOf();
    new WebFunction(stack, "Orders", {
      ...minimal,
      layers: [Layer.official("Nodejs20", 3, "cn-beijing")],
    });
    expect(layersOf(stack)).toEqual([arnIn("cn-beijing")]);
  });

  test("and asked for where nobody names it", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    new AlicloudProvider(stack, "alicloud");
    new WebFunction(stack, "Orders", { ...minimal, layers });
    const message = `the region of the layer Nodejs20 is not known
  expected  a region in the provider configuration, or with the layer
  fix       write Layer.official("Nodejs20", 3, "cn-hangzhou"), with your region`;
    expect(thrownBy(() => resourcesOf(stack))).toContain(`[prod/Orders] ${message}`);
    expect(thrownBy(() => Testing.synth(stack))).toContain(`prod/Orders: ${message}`);
  });
});
