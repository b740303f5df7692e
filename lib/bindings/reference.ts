import { ComplexObject, Tokenization } from "cdktf";
import type { IInterpolatingParent } from "cdktf";
import type { BoundField, Kept, Owner, Values } from "./bound-field";
import type { Shape } from "./field";
import type { ReferenceClass } from "./list";
import { giveMembers, setValue, start, valueOf } from "./owner";

/** Makes the class of one block: it keeps what is set in it, and gives references to what is in it. */
export function referenceClass(
  name: string,
  fields: readonly BoundField[],
  shape: Shape,
  computed: boolean,
): ReferenceClass {
  // Where a list has at most one, cdktf takes no token for it.
  const takesToken = shape !== "(" && !computed;
  const settable = fields.filter((field) => !field.computed);
  const className = `${name}OutputReference`;

  const { [className]: Reference } = {
    [className]: class extends ComplexObject implements Kept {
      isEmptyObject = false;
      declare resolvableValue?: unknown;

      constructor(
        parent: IInterpolatingParent,
        attribute: string,
        index?: number,
        isFromSet = false,
      ) {
        super(parent, attribute, isFromSet, shape === "(" ? 0 : index);
        if (takesToken) this.resolvableValue = undefined;
        start(ownerOf(this), fields);
      }

      get internalValue(): unknown {
        if (takesToken && this.resolvableValue) return this.resolvableValue;
        const result: { [member: string]: unknown } = {};
        let hasAnyValues = this.isEmptyObject;
        for (const field of settable) {
          const value = valueOf(ownerOf(this), field);
          if (value === undefined) continue;
          hasAnyValues = true;
          result[field.member] = value;
        }
        return hasAnyValues ? result : undefined;
      }

      set internalValue(value: Values | undefined) {
        this.isEmptyObject = false;
        if (takesToken) {
          const isToken = value !== undefined && Tokenization.isResolvable(value);
          this.resolvableValue = isToken ? value : undefined;
          if (isToken) return;
        }
        if (value !== undefined) this.isEmptyObject = Object.keys(value).length === 0;
        for (const field of settable) setValue(ownerOf(this), field, value?.[field.member]);
      }
    },
  };
  giveMembers(Reference.prototype, fields);
  return Reference;
}

const ownerOf = (reference: object) => reference as Owner;
