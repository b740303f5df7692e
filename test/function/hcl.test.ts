import { Testing } from "cdktf";
import { WebFunction } from "../../lib";
import { stackOf } from "../support/synth";
import { server } from "./fixtures";

test("HCL has what the JSON has, the current version's digest included", () => {
  const build = () => {
    const stack = stackOf();
    new WebFunction(stack, "Orders", server).addAlias("live");
    return stack;
  };
  const { resource } = JSON.parse(Testing.synth(build(), true));
  const { description } = Object.values<Record<string, string>>(
    resource.alicloud_fcv3_function_version,
  )[0];
  const hcl = Testing.synthHcl(build(), true);
  expect(hcl).toContain(`description = "${description}"`);
  expect(hcl).toMatch(/args = \[\s*"server\.js"\s*\]/);
});
