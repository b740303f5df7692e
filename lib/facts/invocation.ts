import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** What is wrong with `max_async_event_age_in_seconds`: the provider takes 1 to 86400. */
export function eventAgeProblem(seconds: number): Problem | undefined {
  return wholeNumberProblem(seconds, { least: 1, most: 86400, unit: "seconds" });
}

/** What is wrong with `max_async_retry_attempts`: 0 to 8. */
export function retryAttemptsProblem(attempts: number): Problem | undefined {
  return wholeNumberProblem(attempts, { least: 0, most: 8 });
}

/** What is wrong with the ARN of a destination: at most 512 characters. */
export function destinationProblem(arn: string): Problem | undefined {
  const expected = "the ARN of a queue, topic, event bus or function, of at most 512 characters";
  if (arn.length > 512) return { got: `${arn.length} characters`, expected, fix: "shorten it" };
  if (arn.startsWith("acs:")) return undefined;
  return { got: JSON.stringify(arn), expected, fix: 'write the ARN, which begins with "acs:"' };
}

/** What is wrong with a number of provisioned instances: the provider takes 0 to 10000. */
export function provisionedProblem(instances: number): Problem | undefined {
  return wholeNumberProblem(instances, { least: 0, most: 10000, unit: "instances" });
}

/** What is wrong with a number of reserved instances. */
export function reservedProblem(instances: number): Problem | undefined {
  return wholeNumberProblem(instances, { least: 0, unit: "instances" });
}

/** What is wrong with the share of calls that a version gets: 0 to 1. */
export function weightProblem(weight: number): Problem | undefined {
  if (weight >= 0 && weight <= 1) return undefined;
  return {
    got: String(weight),
    expected: "a share from 0 to 1",
    fix: weight > 1 && weight <= 100 ? `write ${weight / 100}` : "write a share from 0 to 1",
  };
}
