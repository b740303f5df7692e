import { Fn } from "cdktf";
import type { BoundField, Kept, Owner, Values } from "./bound-field";
import { capital } from "./field";

/**
 * Gives an owner a property for each field that it keeps something for, with the values set.
 * Defined, not assigned: V8 makes an object slow that is assigned many properties by computed names.
 */
export function start(owner: Owner, fields: readonly BoundField[], values?: Values) {
  for (const field of fields) {
    const { stored, member, keep, computed } = field;
    if (computed && !keep) continue;
    Object.defineProperty(owner, stored, { ...property, value: undefined });
    if (values && !computed) setValue(owner, field, values[member]);
  }
}

const property = { configurable: true, enumerable: true, writable: true };

/** The block of an owner, made when it is first asked for: each takes cdktf a stack trace to make. */
const kept = (owner: Owner, { stored, keep }: BoundField) =>
  (owner[stored] ??= keep?.(owner)) as Kept;

/** What an owner has for a field that can be set. */
export const valueOf = (owner: Owner, { stored, keep }: BoundField) =>
  keep ? (owner[stored] as Kept | undefined)?.internalValue : owner[stored];

/** Changes what an owner has for a field. */
export function setValue(owner: Owner, field: BoundField, value: unknown) {
  const { stored, keep } = field;
  if (!keep) owner[stored] = value;
  else if (value !== undefined || owner[stored]) kept(owner, field).internalValue = value;
}

/** Gives a class its getters, setters and methods for the fields, as a class body would. */
export function giveMembers(prototype: object, fields: readonly BoundField[]) {
  for (const field of fields) {
    const { member, keep, computed, required } = field;
    const get = keep
      ? function (this: Owner) {
          return kept(this, field);
        }
      : reader(field);
    const set = function (this: Owner, value: unknown) {
      setValue(this, field, value);
    };
    if (computed) {
      accessor(prototype, member, get);
      continue;
    }

    accessor(prototype, member, get, keep ? undefined : set);
    if (keep) method(prototype, `put${capital(member)}`, set);
    if (!required) {
      method(prototype, `reset${capital(member)}`, function () {
        setValue(this, field, undefined);
      });
    }
    accessor(prototype, `${member}Input`, function () {
      return valueOf(this, field);
    });
  }
}

type Getter = (this: Owner) => unknown;
type Setter = (this: Owner, value: unknown) => void;

function reader({ name, kind: { read, type } }: BoundField): Getter {
  if (type === "set") {
    return function () {
      return Fn.tolist(this.getListAttribute(name));
    };
  }
  return function () {
    return this[read](name);
  };
}

/** Gives a class a getter, and where it has one a setter. */
function accessor(prototype: object, name: string, get: Getter, set?: Setter) {
  Object.defineProperty(prototype, name, { get, set, configurable: true });
}

function method(prototype: object, name: string, value: Setter) {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
