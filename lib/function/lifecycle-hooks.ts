import { initializerTimeoutProblem, preStopTimeoutProblem } from "../facts/lifecycle";
import { type Check, list, number, object, optional, required, text } from "../props";

/** What the service calls once in a new instance, before the first call. One of handler and command. */
export interface InitializerHook {
  /**
   * The function that is called: `index.initialize`.
   *
   * @default - none: a command is run
   */
  readonly handler?: string;
  /**
   * The command that is run.
   *
   * @default - none: a handler is called
   */
  readonly command?: string[];
  /**
   * How long it may run, in seconds. 1 to 600, and at most 300 without a raised quota.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;
}

/** What the service calls before an instance goes. */
export interface PreStopHook {
  /** The function that is called: `index.stop`. */
  readonly handler: string;
  /**
   * How long it may run, in seconds. 1 to 900, and at most 90 without a raised quota.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;
}

/** Whether the props of an initializer are right. */
export function initializerProps(): Check {
  return object(
    {
      handler: optional(text()),
      command: optional(list(text())),
      timeoutSeconds: optional(number(initializerTimeoutProblem)),
    },
    ({ handler, command }) => {
      if ((handler === undefined) !== (command === undefined)) return [];
      const got = handler === undefined ? "nothing" : "both a handler and a command";
      return [{ at: "handler", got, expected: "a handler or a command", fix: "give one of them" }];
    },
  );
}

/** Whether the props of a pre-stop hook are right. */
export function preStopProps(): Check {
  return object({
    handler: required(text()),
    timeoutSeconds: optional(number(preStopTimeoutProblem)),
  });
}

/** What the service takes; the provider would see it as a change of what is not written. */
const USUAL_TIMEOUT_SECONDS = 3;

/** The block `instance_lifecycle_config`; undefined where there is no hook. */
export function lifecycleBlock(initializer?: InitializerHook, preStop?: PreStopHook) {
  if (!initializer && !preStop) return undefined;
  return {
    initializer: initializer && {
      handler: initializer.handler,
      command: initializer.command,
      timeout: initializer.timeoutSeconds ?? USUAL_TIMEOUT_SECONDS,
    },
    preStop: preStop && {
      handler: preStop.handler,
      timeout: preStop.timeoutSeconds ?? USUAL_TIMEOUT_SECONDS,
    },
  };
}
