import * as bindings from "../../lib/alicloud";
import { pinnedSchema } from "../support/conformance";

const [schema] = Object.values(pinnedSchema.provider_schemas);

/** The Terraform type of every class in the bindings. */
const bound = Object.values(bindings)
  .flatMap((module) => Object.values(module))
  .map((member) => (member as { tfResourceType?: string }).tfResourceType)
  .filter((type) => type !== undefined);

it("there is a binding for everything in the pinned schema, and for nothing else", () => {
  const dataSources = Object.keys(schema.data_source_schemas!);
  const resources = Object.keys(schema.resource_schemas!);
  expect(bound.sort()).toEqual([...dataSources, ...resources, "alicloud"].sort());
});

it("the names are those that `cdktf get` gives", () => {
  expect(bindings.fcv3Trigger.Fcv3Trigger.tfResourceType).toBe("alicloud_fcv3_trigger");
  expect(bindings.dataAlicloudAccount.DataAlicloudAccount.tfResourceType).toBe("alicloud_account");
  expect(bindings.provider.AlicloudProvider.tfResourceType).toBe("alicloud");
});
