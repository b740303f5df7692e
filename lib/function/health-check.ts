import { healthCheckFacts } from "../facts/health-check";
import { type Check, number, object, optional, required, text } from "../props";

/** How the service asks an instance whether it is well. Times are in seconds. */
export interface HealthCheck {
  /** The path that is asked for: `/health`. At most 2048 characters. */
  readonly path: string;
  /**
   * How long to wait before the first question. 0 to 120.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: number;
  /**
   * Time between two questions. 1 to 120.
   *
   * @default 3
   */
  readonly periodSeconds?: number;
  /**
   * How long to wait for an answer. 1 to 3.
   *
   * @default 1
   */
  readonly timeoutSeconds?: number;
  /**
   * How many answers in a row have to fail before the instance counts as ill. 1 to 120.
   *
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * How many in a row have to succeed before it counts as well. 1 to 120.
   *
   * @default 1
   */
  readonly successThreshold?: number;
}

/** Whether the props of a health check are right. */
export function healthCheckProps(): Check {
  return object({
    path: required(text(healthCheckFacts.path)),
    initialDelaySeconds: optional(number(healthCheckFacts.initialDelaySeconds)),
    periodSeconds: optional(number(healthCheckFacts.periodSeconds)),
    timeoutSeconds: optional(number(healthCheckFacts.timeoutSeconds)),
    failureThreshold: optional(number(healthCheckFacts.failureThreshold)),
    successThreshold: optional(number(healthCheckFacts.successThreshold)),
  });
}

/** The block `health_check_config`, the same in both places where it may stand. */
export function healthCheckBlock(check: HealthCheck) {
  return {
    httpGetUrl: check.path,
    initialDelaySeconds: check.initialDelaySeconds,
    periodSeconds: check.periodSeconds,
    timeoutSeconds: check.timeoutSeconds,
    failureThreshold: check.failureThreshold,
    successThreshold: check.successThreshold,
  };
}
