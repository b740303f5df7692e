import * as cdktf from "cdktf";
import { blockOf } from "./block";
import { capital, type Field } from "./field";

/** A resource, a data source or a block: it gives references, and keeps values under its fields' names. */
export type Owner = cdktf.IInterpolatingParent & {
  readonly [read in Field["kind"]["read"]]: (name: string) => string[];
} & { [stored: `_${string}`]: unknown };

/** What is set, by the names in the binding. */
export interface Values {
  readonly [member: string]: unknown;
}

/** What an owner keeps for a block. */
export interface Kept {
  internalValue?: unknown;
}

/** How what was set becomes Terraform JSON, and HCL. */
export interface Writer {
  readonly write: (value: unknown) => unknown;
  readonly writeHcl: (value: unknown) => unknown;
  readonly hcl: {
    readonly isBlock: boolean;
    readonly type: string;
    readonly storageClassType: string;
  };
}

/** A field with what cdktf has for its kind, or with the classes of its block. */
export interface BoundField extends Field, Writer {
  /** Makes what the owner keeps for it; absent where it keeps the value itself. */
  readonly keep?: (owner: Owner) => Kept;
}

/** The fields of the class of this name. The classes of their blocks become exports of the module. */
export const bind = (fields: readonly Field[], name: string, module: object) =>
  fields.map((field): BoundField => {
    if (field.block) {
      return { ...field, ...blockOf(field, field.block, name + capital(field.member), module) };
    }
    const isMap = field.computed && field.kind.type === "map";
    const keep = (owner: Owner) => new cdktf.StringMap(owner, field.name) as Kept;
    return { ...field, ...writerOf(field), ...(isMap && { keep }) };
  });

function writerOf({ kind: { type, of, storage } }: Field): Writer {
  const write = cdktf[`${of}ToTerraform`];
  const writeHcl = cdktf[`${of}ToHclTerraform`];
  const hcl = { isBlock: false, type, storageClassType: storage };
  switch (type) {
    case "simple":
      return { hcl, write, writeHcl };
    case "map":
      return { hcl, write: cdktf.hashMapper(write), writeHcl: cdktf.hashMapperHcl(writeHcl) };
    default:
      return {
        hcl,
        write: cdktf.listMapper(write, false),
        writeHcl: cdktf.listMapperHcl(writeHcl, false),
      };
  }
}
