import { ImportableResource, TerraformDataSource, TerraformResource } from "cdktf";
import type { TerraformMetaArguments, TerraformProvider, TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";
import { bind, type Owner, type Values } from "./bound-field";
import { readFields } from "./field";
import { giveMembers, start, valueOf } from "./owner";
import { writeHcl, writer } from "./write";

type Provider = TerraformResourceConfig["terraformGeneratorMetadata"];

/** Exports the class of a resource with this table of fields, and those of its blocks. */
export function resource(
  module: object,
  name: string,
  type: string,
  provider: Provider,
  table: string,
) {
  define(TerraformResource, module, name, type, provider, table);
}

/** The same for a data source. */
export function dataSource(
  module: object,
  name: string,
  type: string,
  provider: Provider,
  table: string,
) {
  // Its own type knows no provisioners; the generator hands them over all the same.
  const Base = TerraformDataSource as unknown as typeof TerraformResource;
  define(Base, module, name, type, provider, table);
}

function define(
  Base: typeof TerraformResource,
  module: object,
  name: string,
  type: string,
  terraformGeneratorMetadata: Provider,
  table: string,
) {
  const fields = bind(readFields(table), name, module);
  const write = writer(fields);
  const isConfigOptional = !fields.some((field) => field.required);

  const { [name]: Class } = {
    [name]: class extends Base {
      static readonly tfResourceType: string = type;

      static generateConfigForImport(
        scope: Construct,
        importToId: string,
        importId: string,
        provider?: TerraformProvider,
      ) {
        const what = { terraformResourceType: type, importId, provider };
        return new ImportableResource(scope, importToId, what);
      }

      constructor(scope: Construct, id: string, given?: TerraformMetaArguments) {
        // Without a configuration that has to be there this throws, as the generator's class does.
        const config = (isConfigOptional ? (given ?? {}) : given) as TerraformMetaArguments;
        super(scope, id, {
          terraformResourceType: type,
          terraformGeneratorMetadata,
          provider: config.provider,
          dependsOn: config.dependsOn,
          count: config.count,
          lifecycle: config.lifecycle,
          provisioners: config.provisioners,
          connection: config.connection,
          forEach: config.forEach,
        });
        start(ownerOf(this), fields, config as Values);
      }

      protected synthesizeAttributes() {
        return write((field) => valueOf(ownerOf(this), field));
      }

      protected synthesizeHclAttributes() {
        return writeHcl(fields, (field) => valueOf(ownerOf(this), field));
      }
    },
  };
  giveMembers(Class.prototype, fields);
  Object.assign(module, { [name]: Class });
}

const ownerOf = (object: object) => object as Owner;
