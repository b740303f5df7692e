import { errorCode, errorCondition } from "../../facts/plugins/error-mapping";
import {
  type PropProblem,
  given,
  issues,
  list,
  map,
  object,
  optional,
  required,
  text,
} from "../../props";
import type { ErrorAnswer } from "./parts/error-answer";
import { errorAnswer } from "./parts/error-answer-check";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps, stated } from "./checks/plugin-props";

/** What callers get for one code. */
export interface ErrorMappingRule extends ErrorAnswer {
  /** The value of the parameter that `errorCode` names. */
  readonly code: string;
}

/** Which answers are errors, and what callers get for them. */
export interface ErrorMappingProps extends PluginOptions {
  /**
   * The parameters of condition, code and messages: name, and place such as `StatusCode` or
   * `BodyJsonField:$.result_code`.
   */
  readonly parameters: { [name: string]: string };
  /** When an answer is an error, in the gateway's own language: `$statusCode = 200 and $resultCode <> 'OK'`. */
  readonly errorCondition: string;
  /**
   * The name of the parameter by whose value a mapping is looked up.
   *
   * @default - none
   */
  readonly errorCode?: string;
  /**
   * What callers get, by code.
   *
   * @default - nothing of its own
   */
  readonly mappings?: ErrorMappingRule[];
  /**
   * What callers get where no mapping has the code.
   *
   * @default - the function's own answer
   */
  readonly defaultMapping?: ErrorAnswer;
}

/**
 * The function's errors as the gateway's own: `errorMapping`.
 *
 * Source: "Error code mapping plug-in".
 */
export class ErrorMapping extends GatewayPlugin {
  /**
   * Which answers are errors, and what callers get for them.
   *
   * @param props condition and answers
   */
  public static of(props: ErrorMappingProps): ErrorMapping {
    return new ErrorMapping(props);
  }

  /** `errorMapping`. */
  public readonly pluginType: string = "errorMapping";

  private constructor(private readonly props: ErrorMappingProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { parameters, errorCondition, errorCode, mappings, defaultMapping } = given(this.props);
    return stated({ parameters, errorCondition, errorCode, mappings, defaultMapping });
  }
}

const CHECK = pluginProps({
  parameters: required(map(text())),
  errorCondition: required(issues(errorCondition)),
  errorCode: optional(issues(errorCode)),
  mappings: optional(list(object({ code: required(text()), ...errorAnswer }))),
  defaultMapping: optional(object(errorAnswer)),
});
