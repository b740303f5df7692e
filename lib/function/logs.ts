import { type Check, bool, literalBool, object, optional, required, text } from "../props";

/** Where a function's output goes in Simple Log Service. */
export interface LogOptions {
  /** The project's name, or a reference to it. */
  readonly project: string;
  /** The log store's name, or a reference to it. */
  readonly logstore: string;
  /**
   * Whether lines that belong to one request are found by their first line (`DefaultRegex`).
   *
   * @default - what the service does
   */
  readonly splitByRequest?: boolean;
  /**
   * Whether each request's duration and memory are recorded.
   *
   * @default true
   */
  readonly requestMetrics?: boolean;
  /**
   * Whether each instance's use of CPU, memory and network is recorded.
   *
   * @default false
   */
  readonly instanceMetrics?: boolean;
}

/** Whether the props of the logs are right. */
export function logProps(): Check {
  return object({
    project: required(text()),
    logstore: required(text()),
    splitByRequest: optional(literalBool()),
    requestMetrics: optional(bool()),
    instanceMetrics: optional(bool()),
  });
}

/** The block `log_config`. Of a switch that is left out the provider sends `false`. */
export function logBlock(logs: LogOptions) {
  const { splitByRequest } = logs;
  return {
    project: logs.project,
    logstore: logs.logstore,
    logBeginRule:
      splitByRequest === undefined ? undefined : splitByRequest ? "DefaultRegex" : "None",
    enableRequestMetrics: logs.requestMetrics ?? true,
    enableInstanceMetrics: logs.instanceMetrics ?? false,
  };
}
