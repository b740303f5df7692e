import type { IQualifiedFunction } from "../function/function-ref";
import type { IHttpTrigger } from "./http-trigger-ref";

/** What a trigger is, seen from a gateway that is put in front of it. */
export interface SeenTrigger {
  /** What it calls. */
  readonly target: IQualifiedFunction;
  /** How it tells who calls; undefined where that is not known. */
  readonly authType: string | undefined;
  /** Whether its internet URL is known to answer. */
  readonly isOpen: boolean;
  /** Whether its intranet URL is known, or will be. */
  readonly hasIntranetUrl: boolean;
}

/** What is known of a trigger; of one that somebody else's class stands for, nothing speaks against it. */
export function seenTrigger(trigger: IHttpTrigger): SeenTrigger {
  const { _seen } = trigger as { _seen?: SeenTrigger };
  return _seen ?? { target: trigger, authType: undefined, isOpen: false, hasIntranetUrl: true };
}
