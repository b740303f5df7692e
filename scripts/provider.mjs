/** The provider that the library is written for: where it comes from and which versions serve. */
export const provider = {
  name: "alicloud",
  source: "aliyun/alicloud",
  version: ">= 1.289.0, < 2.0.0",
  fqn: "registry.terraform.io/aliyun/alicloud",
};
