import type { IQualifiedFunction } from "../function/function-ref";
import type { ConstructProps } from "../synth/construct-props";
import type { HttpAuth } from "./http-auth";
import type { HttpCors } from "./http-cors";
import type { HttpMethod } from "./http-method";
import type { HttpProtocol } from "./http-protocol";

/** Props of an `HttpTrigger`. */
export interface HttpTriggerProps extends ConstructProps {
  /** What it calls: a function (LATEST), a version or an alias. One HTTP trigger each. */
  readonly target: IQualifiedFunction;
  /**
   * The methods that can call it; any other is answered with 403. At least one, none twice. Written
   * in alphabetical order, whatever their order here.
   */
  readonly methods: HttpMethod[];
  /**
   * How it tells who calls.
   *
   * @default HttpAuth.signature()
   */
  readonly auth?: HttpAuth;
  /**
   * Whether the built-in internet URL is disabled: calls to it are answered with 403. Custom domains
   * and the intranet URL are not affected.
   *
   * @default false
   */
  readonly disableInternetUrl?: boolean;
  /**
   * How the platform answers browsers that call from pages of other origins.
   *
   * @default - the platform's own: every origin is echoed
   */
  readonly cors?: HttpCors;
  /**
   * Whether the function's own code answers preflight requests. Written nowhere but into the
   * metadata, where the rules read it: OPTIONS has to be among the methods.
   *
   * @default false
   */
  readonly corsInCode?: boolean;
  /**
   * What clients speak to the function. Written nowhere but into the metadata, where the rules read
   * it.
   *
   * @default - not declared
   */
  readonly protocols?: HttpProtocol[];
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * The trigger's name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`; unique
   * among the triggers of the function, whatever their qualifiers. Another name replaces the trigger.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly triggerName?: string;
}
