import {
  OPEN_TIMEOUT,
  THRESHOLD,
  WINDOW,
  errorsTogether,
} from "../../facts/plugins/circuit-breaker";
import { errorCondition } from "../../facts/plugins/error-mapping";
import { type PropProblem, given, issues, map, optional, own, text, whole } from "../../props";
import { DowngradeBackend } from "./parts/downgrade-backend";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps, stated } from "./checks/plugin-props";

/** When calls no longer reach the function, and what answers meanwhile. */
export interface CircuitBreakerProps extends PluginOptions {
  /**
   * How many timeouts open it, from 1 to 5000.
   *
   * @default - none: by errors
   */
  readonly timeoutThreshold?: number;
  /**
   * When an answer is an error, in the gateway's own language: `$statusCode >= 500`. Together with
   * `errorThreshold`.
   *
   * @default - none: by timeouts
   */
  readonly errorCondition?: string;
  /**
   * How many errors open it, from 1 to 5000. Together with `errorCondition`.
   *
   * @default - none: by timeouts
   */
  readonly errorThreshold?: number;
  /**
   * The parameters of the condition: name, and place such as `StatusCode`.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
  /**
   * In how many seconds timeouts or errors are counted, from 10 to 90.
   *
   * @default - not stated
   */
  readonly windowInSeconds?: number;
  /**
   * For how many seconds it stays open, from 15 to 300.
   *
   * @default - not stated
   */
  readonly openTimeoutSeconds?: number;
  /**
   * What answers while it is open.
   *
   * @default - the gateway, with status 503
   */
  readonly downgradeBackend?: DowngradeBackend;
}

/**
 * What happens while the function fails: `circuitBreaker`. It needs a group on a dedicated instance:
 * on the shared one it is attached, and does nothing.
 *
 * Source: "Circuit breaker plug-ins".
 */
export class CircuitBreaker extends GatewayPlugin {
  /**
   * By timeouts or by errors.
   *
   * @param props thresholds and times
   */
  public static of(props: CircuitBreakerProps): CircuitBreaker {
    return new CircuitBreaker(props);
  }

  /** `circuitBreaker`. */
  public readonly pluginType: string = "circuitBreaker";

  private constructor(private readonly props: CircuitBreakerProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const props = given(this.props);
    return stated({
      timeoutThreshold: props.timeoutThreshold,
      errorCondition: props.errorCondition,
      errorThreshold: props.errorThreshold,
      parameters: props.parameters,
      windowInSeconds: props.windowInSeconds,
      openTimeoutSeconds: props.openTimeoutSeconds,
      downgradeBackend: props.downgradeBackend?._data,
    });
  }
}

const MOCK = 'DowngradeBackend.mock({ statusCode: 503, body: "later" })';

const CHECK = pluginProps(
  {
    timeoutThreshold: optional(whole(THRESHOLD)),
    errorCondition: optional(issues(errorCondition)),
    errorThreshold: optional(whole(THRESHOLD)),
    parameters: optional(map(text())),
    windowInSeconds: optional(whole(WINDOW)),
    openTimeoutSeconds: optional(whole(OPEN_TIMEOUT)),
    downgradeBackend: optional(own(DowngradeBackend, MOCK)),
  },
  ({ errorCondition, errorThreshold }) =>
    issues(errorsTogether)({ errorCondition, errorThreshold }, ""),
);
