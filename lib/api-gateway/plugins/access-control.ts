import { ACCESS_RULES, accessCondition, accessRuleName } from "../../facts/plugins/access-control";
import {
  type PropProblem,
  enumeration,
  given,
  issues,
  map,
  object,
  optional,
  required,
  several,
  text,
} from "../../props";
import type { ErrorAnswer } from "./parts/error-answer";
import { errorAnswer } from "./parts/error-answer-check";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps, stated } from "./checks/plugin-props";

/** Whether a caller may go on. */
export enum AccessVerdict {
  /** The caller may. */
  ALLOW = "ALLOW",
  /** The caller may not. */
  DENY = "DENY",
}

/** A condition and what follows from it. The answer is that of callers who may not go on. */
export interface AccessRule extends ErrorAnswer {
  /**
   * Its name.
   *
   * @default - none
   */
  readonly name?: string;
  /** The condition on the parameters, in the gateway's own language: `$userType = 'admin'`. */
  readonly condition: string;
  /**
   * What follows where the condition holds.
   *
   * @default - the next rule is looked at
   */
  readonly ifTrue?: AccessVerdict;
  /**
   * What follows where it does not hold.
   *
   * @default - the next rule is looked at
   */
  readonly ifFalse?: AccessVerdict;
}

/** Which callers may go on. */
export interface AccessControlProps extends PluginOptions {
  /**
   * The parameters of the conditions: name, and place such as `path:userId`. Those of a token,
   * `Token:userId`, need a `JwtAuth` for the same calls.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
  /** At least one rule; they are looked at in this order. */
  readonly rules: AccessRule[];
}

/**
 * Callers by conditions on parameters: `accessControl`.
 *
 * Source: "Parameter-based access control plug-in".
 */
export class AccessControl extends GatewayPlugin {
  /**
   * Which callers may go on.
   *
   * @param props parameters and rules
   */
  public static of(props: AccessControlProps): AccessControl {
    return new AccessControl(props);
  }

  /** `accessControl`. */
  public readonly pluginType: string = "accessControl";

  private constructor(private readonly props: AccessControlProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { parameters, rules } = given(this.props);
    return stated({ parameters, rules });
  }
}

const CHECK = pluginProps({
  parameters: optional(map(text())),
  rules: required(
    several(
      ACCESS_RULES,
      object({
        name: optional(issues(accessRuleName)),
        condition: required(issues(accessCondition)),
        ifTrue: optional(enumeration(AccessVerdict)),
        ifFalse: optional(enumeration(AccessVerdict)),
        ...errorAnswer,
      }),
    ),
  ),
});
