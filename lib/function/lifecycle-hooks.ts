import { type Check, number, object, optional, required, text } from "../props";

/** A hook that the service calls in an instance's life. */
export interface LifecycleHook {
  /** The function that is called: `index.initialize`. */
  readonly handler: string;
  /**
   * How long it may run, in seconds.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;
}

/** Whether the props of a hook are right. */
export function hookProps(): Check {
  return object({ handler: required(text()), timeoutSeconds: optional(number()) });
}

/** The blocks in `instance_lifecycle_config`. */
export function hookBlock(hook: LifecycleHook | undefined) {
  return hook && { handler: hook.handler, timeout: hook.timeoutSeconds };
}
