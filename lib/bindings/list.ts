import { ComplexList } from "cdktf";
import type { ComplexObject, IInterpolatingParent } from "cdktf";
import type { Kept } from "./bound-field";

/** The class of one block. */
export type ReferenceClass = new (
  parent: IInterpolatingParent,
  attribute: string,
  index?: number,
  isFromSet?: boolean,
) => ComplexObject & Kept;

/** The class of a block that may stand several times. */
export type ListClass = new (
  parent: IInterpolatingParent,
  attribute: string,
  wrapsSet: boolean,
) => ComplexList & Kept;

/** Makes such a class: it keeps what is set, and gives one by its index. */
export function listClass(name: string, Reference: ReferenceClass, computed: boolean): ListClass {
  const className = `${name}List`;
  const { [className]: List } = {
    [className]: class extends ComplexList {
      declare internalValue?: unknown;

      constructor(parent: IInterpolatingParent, attribute: string, wrapsSet: boolean) {
        super(parent, attribute, wrapsSet);
        if (!computed) this.internalValue = undefined;
      }

      get(index: number) {
        return new Reference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
      }
    },
  };
  return List;
}
