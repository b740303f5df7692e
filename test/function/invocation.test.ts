import { ScalingMetric, WebFunction, type WebFunctionProps } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const FUNCTION = "${alicloud_fcv3_function.Orders.function_name}";
const QUEUE = "acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages";

function made(props: Partial<WebFunctionProps>) {
  const stack = stackOf();
  new WebFunction(stack, "Orders", { ...minimal, ...props });
  return resourcesOf(stack);
}

test("asynchronous calls of LATEST are tasks with destinations", () => {
  const asyncInvoke = {
    taskMode: true,
    maxEventAgeSeconds: 3600,
    maxRetryAttempts: 0,
    onFailure: QUEUE,
  };
  expect(Object.values(made({ asyncInvoke }).alicloud_fcv3_async_invoke_config)).toEqual([
    {
      function_name: FUNCTION,
      qualifier: "LATEST",
      async_task: true,
      max_async_event_age_in_seconds: 3600,
      max_async_retry_attempts: 0,
      destination_config: { on_failure: { destination: QUEUE } },
    },
  ]);
});

test("asynchronous calls without destinations have no empty block, and what the service would add", () => {
  const [config] = Object.values(made({ asyncInvoke: {} }).alicloud_fcv3_async_invoke_config);
  expect(config).toEqual({
    function_name: FUNCTION,
    qualifier: "LATEST",
    max_async_event_age_in_seconds: 86400,
    max_async_retry_attempts: 3,
  });
});

test("provisioned instances state what the service would add", () => {
  const made_ = made({ provisioned: { instances: 1 } }).alicloud_fcv3_provision_config;
  expect(Object.values(made_)).toEqual([
    {
      function_name: FUNCTION,
      qualifier: "LATEST",
      target: 1,
      always_allocate_cpu: true,
      always_allocate_gpu: true,
    },
  ]);
});

test("provisioned instances of LATEST follow the time and the use", () => {
  const times = { startTime: "2027-01-01T00:00:00", endTime: "2028-01-01T00:00:00" };
  const provisioned = {
    instances: 2,
    alwaysAllocateCpu: true,
    alwaysAllocateGpu: false,
    scheduled: [
      {
        ...times,
        name: "day",
        schedule: "cron(0 0 8 * * *)",
        instances: 5,
        timeZone: "Asia/Shanghai",
      },
    ],
    targetTracking: [
      {
        ...times,
        name: "use",
        metric: ScalingMetric.CPU_UTILIZATION,
        metricTarget: 0.6,
        minInstances: 2,
        maxInstances: 10,
      },
    ],
  };
  const written = { start_time: times.startTime, end_time: times.endTime };
  expect(Object.values(made({ provisioned }).alicloud_fcv3_provision_config)).toEqual([
    {
      function_name: FUNCTION,
      qualifier: "LATEST",
      target: 2,
      always_allocate_cpu: true,
      always_allocate_gpu: false,
      scheduled_actions: [
        {
          ...written,
          name: "day",
          schedule_expression: "cron(0 0 8 * * *)",
          target: 5,
          time_zone: "Asia/Shanghai",
        },
      ],
      target_tracking_policies: [
        {
          ...written,
          name: "use",
          metric_type: "CPUUtilization",
          metric_target: 0.6,
          min_capacity: 2,
          max_capacity: 10,
        },
      ],
    },
  ]);
});

test("reserved instances are written, also none", () => {
  const [config] = Object.values(made({ reservedConcurrency: 0 }).alicloud_fcv3_concurrency_config);
  expect(config).toEqual({ function_name: FUNCTION, reserved_concurrency: 0 });
});

test("numbers and destinations that the service refuses are refused", () => {
  const message = thrownBy(() =>
    made({
      asyncInvoke: { maxRetryAttempts: 9, maxEventAgeSeconds: 0, onSuccess: "queue" },
      provisioned: { instances: 10001 },
      reservedConcurrency: -1,
    }),
  );
  expect(message).toMatch(/^WebFunction: 5 props are wrong\n/);
  expect(message).toContain("  asyncInvoke.maxRetryAttempts\n    got       9\n");
  expect(message).toContain(`  asyncInvoke.onSuccess
    got       "queue"
    expected  the ARN of a queue, topic, event bus or function, of at most 512 characters
    fix       write the ARN, which begins with "acs:"`);
});
