import * as cdktf from "cdktf";
import { bind, type Kept, type Owner, type Values } from "./bound-field";
import type { Field, Shape } from "./field";
import { listClass } from "./list";
import { referenceClass } from "./reference";
import { writeHcl, writer } from "./write";

/** The classes of a block of this name, which become exports of the module, and what works with them. */
export function blockOf(
  { name: attribute, computed }: Field,
  { shape, fields }: { readonly shape: Shape; readonly fields: readonly Field[] },
  name: string,
  module: object,
) {
  const bound = bind(fields, name, module);
  const write = writer(bound);
  const toTerraform = ifObject((struct) => write(({ member }) => struct[member]));
  const toHcl = ifObject((struct) => writeHcl(bound, ({ member }) => struct[member]));
  const Reference = referenceClass(name, bound, shape, computed);
  const lower = name[0].toLowerCase() + name.slice(1);
  Object.assign(module, {
    [`${lower}ToTerraform`]: toTerraform,
    [`${lower}ToHclTerraform`]: toHcl,
    [Reference.name]: Reference,
  });

  const isMany = shape === "[" || shape === "<";
  const type = shape === "{" ? "struct" : shape === "<" ? "set" : "list";
  const hcl = { isBlock: true, type, storageClassType: shape === "{" ? name : `${name}List` };
  if (!isMany) {
    const keep = (owner: Owner): Kept => new Reference(owner, attribute);
    return { keep, hcl, write: toTerraform, writeHcl: toHcl };
  }
  const List = listClass(name, Reference, computed);
  Object.assign(module, { [List.name]: List });
  return {
    keep: (owner: Owner): Kept => new List(owner, attribute, shape === "<"),
    hcl,
    write: cdktf.listMapper(toTerraform, true),
    writeHcl: cdktf.listMapperHcl(toHcl, true),
  };
}

/** What is no object of the block's fields is left for cdktf to resolve. */
function ifObject(written: (struct: Values) => object) {
  return (struct?: unknown) => {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) return struct;
    if (cdktf.isComplexElement(struct)) {
      throw new Error(
        "A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration",
      );
    }
    return written(struct as Values);
  };
}
