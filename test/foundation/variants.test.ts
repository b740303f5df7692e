import { AlicloudProvider } from "../../lib/alicloud/provider";
import { TerraformProvider, TerraformStack, Testing } from "cdktf";

const packageOf = (name: string): string => require(`${name}/package.json`).name;

describe(`on ${CDKTF_VARIANT}`, () => {
  it("imports the package that the variant is named after", () => {
    const expected = CDKTF_VARIANT === "cdktf" ? "cdktf" : "cdktn";
    expect(packageOf("cdktf")).toBe(expected);
  });

  it("has a second copy in the library only where it stands beside", () => {
    const shared = Object.getPrototypeOf(AlicloudProvider) === TerraformProvider;
    expect(shared).toBe(CDKTF_VARIANT !== "cdktn-beside");
  });

  it("synthesises a binding", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });

    const { provider, terraform } = JSON.parse(Testing.synth(stack));
    expect(provider).toEqual({ alicloud: [{ region: "cn-hangzhou" }] });
    expect(terraform.required_providers.alicloud).toEqual({
      source: "aliyun/alicloud",
      version: ">= 1.289.0, < 2.0.0",
    });
  });
});
