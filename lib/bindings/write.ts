import type { BoundField } from "./bound-field";

interface HclValue {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

/** Terraform JSON of the fields that can be set. */
export function write(fields: readonly BoundField[], valueOf: (field: BoundField) => unknown) {
  const written: { [name: string]: unknown } = {};
  for (const field of fields) {
    if (!field.computed) written[field.name] = field.write(valueOf(field));
  }
  return written;
}

/** What HCL is made of for the fields that are set. */
export function writeHcl(fields: readonly BoundField[], valueOf: (field: BoundField) => unknown) {
  const written: { [name: string]: HclValue } = {};
  for (const field of fields) {
    if (field.computed) continue;
    const value = field.writeHcl(valueOf(field));
    if (value !== undefined) written[field.name] = { value, ...field.hcl };
  }
  return written;
}
