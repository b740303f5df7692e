import { Fn } from "cdktf";
import type { BoundField, Kept, Owner, Values } from "./bound-field";
import { capital } from "./field";

/** Gives an owner what it keeps for each field, in the order of the fields, with the values set. */
export function start(owner: Owner, fields: readonly BoundField[], values?: Values) {
  for (const field of fields) {
    const { stored, member, keep, computed } = field;
    if (keep) owner[stored] = keep(owner);
    else if (!computed) owner[stored] = undefined;
    if (values && !computed) setValue(owner, field, values[member]);
  }
}

/** What an owner has for a field that can be set. */
export const valueOf = (owner: Owner, { stored, keep }: BoundField) =>
  keep ? (owner[stored] as Kept).internalValue : owner[stored];

/** Changes what an owner has for a field. */
export function setValue(owner: Owner, { stored, keep }: BoundField, value: unknown) {
  if (keep) (owner[stored] as Kept).internalValue = value;
  else owner[stored] = value;
}

/** Gives a class its getters, setters and methods for the fields, as a class body would. */
export function giveMembers(prototype: object, fields: readonly BoundField[]) {
  for (const field of fields) {
    const { member, stored, keep, computed, required } = field;
    const get = keep
      ? function (this: Owner) {
          return this[stored];
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
export function accessor(prototype: object, name: string, get: Getter, set?: Setter) {
  Object.defineProperty(prototype, name, { get, set, configurable: true });
}

function method(prototype: object, name: string, value: Setter) {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
