import type { IQualifiedFunction } from "../function/function-ref";
import type { ConstructProps } from "../synth/construct-props";
import type { HttpMethod } from "./http-method";
import type { HttpTriggerDefaults } from "./http-trigger-defaults";

/** Props of an `HttpTrigger`. */
export interface HttpTriggerProps extends ConstructProps, HttpTriggerDefaults {
  /** What it calls: a function (LATEST), a version or an alias. One HTTP trigger each. */
  readonly target: IQualifiedFunction;
  /**
   * The methods that can call it; any other is answered with 403. At least one, none twice. Written
   * in alphabetical order, whatever their order here.
   */
  readonly methods: HttpMethod[];
  /**
   * The trigger's name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`; unique
   * among the triggers of the function, whatever their qualifiers. Another name replaces the trigger.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly triggerName?: string;
}
