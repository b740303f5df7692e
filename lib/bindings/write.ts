import type { BoundField } from "./bound-field";

interface HclValue {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

/** Gives what makes Terraform JSON of the fields that can be set. */
export function writer(fields: readonly BoundField[]) {
  const settable = fields.filter((field) => !field.computed);
  // To copy an object and fill it is faster for V8 than to add one property after the other.
  const empty = Object.fromEntries(settable.map(({ name }) => [name, undefined as unknown]));
  return (valueOf: (field: BoundField) => unknown) => {
    const written = { ...empty };
    for (const field of settable) written[field.name] = field.write(valueOf(field));
    return written;
  };
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
