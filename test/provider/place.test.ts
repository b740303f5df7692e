import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AlicloudProvider, type AlicloudProviderConfig } from "../../lib";
import { accountOf, regionOf } from "../../lib/provider/place";

const ACCOUNT = "${data.alicloud_account.FrontDoorAccount.id}";
const REGION = "${data.alicloud_regions.FrontDoorRegions.regions[0].id}";

function placeIn(
  stated: AlicloudProviderConfig | undefined,
  own?: AlicloudProviderConfig,
  times = 1,
): unknown {
  const stack = new TerraformStack(Testing.app(), "prod");
  if (stated) new AlicloudProvider(stack, "alicloud", stated);
  const provider = own && new AlicloudProvider(stack, "own", own);
  let found: readonly string[] = [];
  for (let time = 0; time < times; time += 1) {
    found = [accountOf(stack, provider), regionOf(stack, provider)];
  }
  return written(stack, found);
}

function written(stack: TerraformStack, texts: readonly string[]): unknown[] {
  const value = [...texts];
  new TerraformOutput(stack, "out", { value, staticId: true });
  const { output, data = {} } = JSON.parse(Testing.synth(stack));
  return [...output.out.value, data];
}

test("account and region are as the provider states them", () => {
  expect(placeIn({ region: "cn-beijing", accountId: "123" })).toEqual(["123", "cn-beijing", {}]);
});

test("they are variables where the provider has variables", () => {
  const stack = new TerraformStack(Testing.app(), "prod");
  const region = new TerraformVariable(stack, "region", {}).stringValue;
  new AlicloudProvider(stack, "alicloud", { region });
  expect(written(stack, [regionOf(stack, undefined)])).toEqual(["${var.region}", {}]);
});

test.each([[{}], [undefined]])("they are asked for once where it does not: %j", (stated) => {
  expect(placeIn(stated, undefined, 3)).toEqual([
    ACCOUNT,
    REGION,
    {
      alicloud_account: { FrontDoorAccount: {} },
      alicloud_regions: { FrontDoorRegions: { current: true } },
    },
  ]);
});

test("each configuration has its own", () => {
  const stated = { region: "cn-beijing", accountId: "123" };
  expect(placeIn(stated, { alias: "b", region: "cn-hongkong" })).toEqual([
    "${data.alicloud_account.FrontDoorAccount-b.id}",
    "cn-hongkong",
    { alicloud_account: { "FrontDoorAccount-b": { provider: "alicloud.b" } } },
  ]);
});

test("an empty text is nothing that was stated", () => {
  expect(placeIn({ region: "", accountId: "" })).toMatchObject([ACCOUNT, REGION, {}]);
});
