import { nearest } from "./nearest";
import type { Problem } from "./problem";

/** The types of triggers. Source: the provider's page on alicloud_fcv3_trigger, `trigger_type`. */
export const TRIGGER_TYPES = [
  "oss",
  "log",
  "timer",
  "http",
  "tablestore",
  "cdn_events",
  "mns_topic",
  "eventbridge",
] as const;

/** Whether there are triggers of this type. */
export function isTriggerType(type: string): boolean {
  return (TRIGGER_TYPES as readonly string[]).includes(type);
}

/** What is wrong with a trigger's type. */
export function triggerTypeProblem(type: string): Problem | undefined {
  if (isTriggerType(type)) return undefined;
  const meant = nearest(type, TRIGGER_TYPES);
  return {
    got: JSON.stringify(type),
    expected: `one of ${TRIGGER_TYPES.join(", ")}`,
    fix: meant === undefined ? "write one of these" : `write ${JSON.stringify(meant)}`,
  };
}
