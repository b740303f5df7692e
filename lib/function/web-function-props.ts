import type { ConstructProps } from "../synth";
import type { Code } from "./code/code";
import type { WebFunctionDefaults } from "./web-function-defaults";

/** Props of a `WebFunction`. */
export interface WebFunctionProps extends ConstructProps, WebFunctionDefaults {
  /** Its code: for `Runtime.CUSTOM_CONTAINER` an image, for all others a zip file or a folder. */
  readonly code: Code;
  /**
   * The function's name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`.
   *
   * @default - the ids of the stack and the constructs down to this one, joined by `-`
   */
  readonly functionName?: string;
}
