import { MASK_RULES, maskMatchMode } from "../../facts/plugins/log-mask";
import {
  type PropProblem,
  enumeration,
  given,
  issues,
  literal,
  object,
  optional,
  own,
  required,
  several,
  text,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { MaskPolicy } from "./parts/mask-policy";
import { names, pluginProps, stated } from "./checks/plugin-props";

/** What of a request or an answer is masked. */
export enum LogMaskLocation {
  /** Parameters of the query. */
  REQUEST_QUERY = "REQUEST_QUERY",
  /** Headers of the request. */
  REQUEST_HEADER = "REQUEST_HEADER",
  /** The body of the request. */
  REQUEST_BODY = "REQUEST_BODY",
  /** Headers of the answer. */
  RESPONSE_HEADER = "RESPONSE_HEADER",
  /** The body of the answer. */
  RESPONSE_BODY = "RESPONSE_BODY",
}

/** Something that does not go into the log as it is. */
export interface LogMaskRule {
  /**
   * The rule's name.
   *
   * @default - none
   */
  readonly name?: string;
  /** Where it is. */
  readonly location: LogMaskLocation;
  /**
   * The parameters or headers that are masked; for a query or headers.
   *
   * @default - not stated
   */
  readonly parameters?: string[];
  /**
   * What is looked for, such as `EMAIL` or `HEX:10`; for a body.
   *
   * @default - not stated
   */
  readonly matchMode?: string;
  /** How much of it is masked. */
  readonly policy: MaskPolicy;
}

/** What does not go into the log as it is. */
export interface LogMaskProps extends PluginOptions {
  /** At least one rule. */
  readonly rules: LogMaskRule[];
}

/**
 * What does not go into the gateway's access log as it is: `logMask`.
 *
 * Source: the provider's acceptance tests.
 */
export class LogMask extends GatewayPlugin {
  /**
   * What is masked.
   *
   * @param props the rules
   */
  public static of(props: LogMaskProps): LogMask {
    return new LogMask(props);
  }

  /** `logMask`. */
  public readonly pluginType: string = "logMask";

  private constructor(private readonly props: LogMaskProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    return { rules: given(this.props).rules.map(ruleData) };
  }
}

function ruleData({ name, location, parameters, matchMode, policy }: LogMaskRule): unknown {
  return stated({ name, location, parameters, matchMode, policy: policy._text });
}

const CHECK = pluginProps({
  rules: required(
    literal(
      several(
        MASK_RULES,
        object({
          name: optional(text()),
          location: required(enumeration(LogMaskLocation)),
          parameters: optional(names("parameter")),
          matchMode: optional(issues(maskMatchMode)),
          policy: required(own(MaskPolicy, "MaskPolicy.ALL")),
        }),
      ),
    ),
  ),
});
