import { provisionedProblem } from "../facts/invocation";
import { type Check, bool, list, number, object, optional, required, text } from "../props";

/** A number of instances that holds from one time of day to the next. */
export interface ScheduledInstances {
  /** The action's name, unique in the function. */
  readonly name: string;
  /** When it begins to hold: `cron(0 0 8 * * *)` or `at(2027-01-31T08:00:00)`. */
  readonly schedule: string;
  /** How many instances: 0 to 10000. */
  readonly instances: number;
  /** From when the schedule counts: `2027-01-01T00:00:00Z`; without the `Z` where a time zone is named. */
  readonly startTime: string;
  /** Until when it counts. */
  readonly endTime: string;
  /**
   * The time zone of the times: `Asia/Shanghai`.
   *
   * @default - UTC
   */
  readonly timeZone?: string;
}

/** What the number of instances follows. */
export enum ScalingMetric {
  /** The share of provisioned instances that are in use. */
  PROVISIONED_CONCURRENCY_UTILIZATION = "ProvisionedConcurrencyUtilization",
  /** The use of CPU. */
  CPU_UTILIZATION = "CPUUtilization",
  /** The use of GPU memory. */
  GPU_MEMORY_UTILIZATION = "GPUMemUtilization",
}

/** A number of instances that follows how much the function is used. */
export interface TargetTracking {
  /** The policy's name, unique in the function. */
  readonly name: string;
  /** What is measured. */
  readonly metric: ScalingMetric;
  /** The value that is aimed at: 0 to 1. */
  readonly metricTarget: number;
  /** The fewest instances. */
  readonly minInstances: number;
  /** The most instances. */
  readonly maxInstances: number;
  /** From when the policy holds: `2027-01-01T00:00:00Z`; without the `Z` where a time zone is named. */
  readonly startTime: string;
  /** Until when it holds. */
  readonly endTime: string;
  /**
   * The time zone of the times: `Asia/Shanghai`.
   *
   * @default - UTC
   */
  readonly timeZone?: string;
}

/** Instances that are there before the first call. They serve `LATEST`. */
export interface ProvisionedOptions {
  /** How many instances: 0 to 10000. */
  readonly instances: number;
  /**
   * Whether an idle instance keeps its CPU.
   *
   * @default true
   */
  readonly alwaysAllocateCpu?: boolean;
  /**
   * Whether an idle instance keeps its GPU.
   *
   * @default true
   */
  readonly alwaysAllocateGpu?: boolean;
  /**
   * Other numbers at other times.
   *
   * @default - none
   */
  readonly scheduled?: ScheduledInstances[];
  /**
   * Numbers that follow the use.
   *
   * @default - none
   */
  readonly targetTracking?: TargetTracking[];
}

/** Whether the props of provisioned instances are right. */
export function provisionedProps(): Check {
  const instances = required(number(provisionedProblem));
  const times = {
    name: required(text()),
    startTime: required(text()),
    endTime: required(text()),
    timeZone: optional(text()),
  };
  return object({
    instances,
    alwaysAllocateCpu: optional(bool()),
    alwaysAllocateGpu: optional(bool()),
    scheduled: optional(list(object({ ...times, schedule: required(text()), instances }))),
    targetTracking: optional(
      list(
        object({
          ...times,
          metric: required(text()),
          metricTarget: required(number()),
          minInstances: instances,
          maxInstances: instances,
        }),
      ),
    ),
  });
}

/** The arguments of `alicloud_fcv3_provision_config`. */
export function provisionedArguments(options: ProvisionedOptions) {
  return {
    target: options.instances,
    // What the service takes; the provider would see it as a change of what is not written.
    alwaysAllocateCpu: options.alwaysAllocateCpu ?? true,
    alwaysAllocateGpu: options.alwaysAllocateGpu ?? true,
    // The provider crashes on an empty block, not on an empty list.
    scheduledActions: options.scheduled?.map((action) => ({
      name: action.name,
      scheduleExpression: action.schedule,
      target: action.instances,
      startTime: action.startTime,
      endTime: action.endTime,
      timeZone: action.timeZone,
    })),
    targetTrackingPolicies: options.targetTracking?.map((policy) => ({
      name: policy.name,
      metricType: policy.metric,
      metricTarget: policy.metricTarget,
      minCapacity: policy.minInstances,
      maxCapacity: policy.maxInstances,
      startTime: policy.startTime,
      endTime: policy.endTime,
      timeZone: policy.timeZone,
    })),
  };
}
