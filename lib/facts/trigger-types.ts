import type { Problem } from "./problem";
import { wordProblem } from "./word";

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
  return wordProblem(type, TRIGGER_TYPES);
}
