import { destinationProblem, eventAgeProblem, retryAttemptsProblem } from "../facts/invocation";
import { type Check, bool, number, object, optional, text } from "../props";

/** How asynchronous calls of a function are treated. Holds for `LATEST`. */
export interface AsyncInvokeOptions {
  /**
   * Whether each call is a task that can be listed and stopped.
   *
   * @default false
   */
  readonly taskMode?: boolean;
  /**
   * How long a call may wait, in seconds. 1 to 86400.
   *
   * @default 86400
   */
  readonly maxEventAgeSeconds?: number;
  /**
   * How often a failed call is repeated. 0 to 8.
   *
   * @default 3
   */
  readonly maxRetryAttempts?: number;
  /**
   * The ARN of what gets the result of a call that succeeded.
   *
   * @default - nobody
   */
  readonly onSuccess?: string;
  /**
   * The ARN of what gets a call that failed.
   *
   * @default - nobody
   */
  readonly onFailure?: string;
}

/** Whether the props of asynchronous calls are right. */
export function asyncInvokeProps(): Check {
  return object({
    taskMode: optional(bool()),
    maxEventAgeSeconds: optional(number(eventAgeProblem)),
    maxRetryAttempts: optional(number(retryAttemptsProblem)),
    onSuccess: optional(text(destinationProblem)),
    onFailure: optional(text(destinationProblem)),
  });
}

/** What the service takes; the provider would see it as a change of what is not written. */
const USUAL = { maxEventAgeSeconds: 86400, maxRetryAttempts: 3 };

/** The arguments of `alicloud_fcv3_async_invoke_config`. */
export function asyncInvokeArguments(options: AsyncInvokeOptions) {
  const { onSuccess, onFailure } = options;
  const destination = (arn: string | undefined) =>
    arn === undefined ? undefined : { destination: arn };
  return {
    asyncTask: options.taskMode,
    maxAsyncEventAgeInSeconds: options.maxEventAgeSeconds ?? USUAL.maxEventAgeSeconds,
    maxAsyncRetryAttempts: options.maxRetryAttempts ?? USUAL.maxRetryAttempts,
    destinationConfig:
      onSuccess === undefined && onFailure === undefined
        ? undefined
        : { onSuccess: destination(onSuccess), onFailure: destination(onFailure) },
  };
}
