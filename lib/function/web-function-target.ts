import type { Construct } from "constructs";
import { BlueprintTarget } from "../blueprints/blueprint-target";
import { type Given, type TargetSpec, given, stated } from "../blueprints/target-spec";
import { DEFAULT_TIMEOUT_SECONDS } from "../facts/timeout";
import { type Runtime, RuntimeClass } from "./runtime";
import { InstanceIsolation } from "./session";
import { webFunctionProps } from "./web-function-checks";

/** A function, as blueprints see it. */
export const webFunctionTarget: TargetSpec = {
  target: BlueprintTarget.WEB_FUNCTION,
  key: "webFunction",
  main: () => "Default",
  check: (construct, props) => webFunctionProps(construct as Construct, props),
  props: {
    runtime: given("text", "runtime"),
    code: stated("whole", "code"),
    functionName: stated("text", "function_name"),
    description: given("text", "description"),
    handler: given("text", "handler"),
    server: given("whole", ["custom_runtime_config", "custom_container_config"], {
      fits: isNotBuiltIn,
    }),
    cpu: given("number", "cpu"),
    memorySizeMb: given("number", "memory_size"),
    diskSizeMb: given("number", "disk_size", { usual: "512" }),
    timeoutSeconds: given("number", "timeout", { usual: String(DEFAULT_TIMEOUT_SECONDS) }),
    instanceConcurrency: given("number", "instance_concurrency", {
      usual: "1",
      fits: isNotBuiltIn,
    }),
    idleTimeoutSeconds: given("number", "idle_timeout"),
    environment: given("whole", "environment_variables"),
    role: given("text", "role"),
    vpc: given("whole", "vpc_config"),
    internetAccess: given("bool", "internet_access", { usual: "true" }),
    dns: given("whole", "custom_dns"),
    logs: given("whole", "log_config"),
    layers: given("whole", "layers"),
    nas: given("whole", "nas_config"),
    ossMounts: given("whole", "oss_mount_config"),
    gpu: given("whole", "gpu_config", { fits: isContainer }),
    sessionAffinity: given("whole", ["session_affinity", "session_affinity_config"]),
    instanceIsolation: given("text", "instance_isolation_mode", { usual: InstanceIsolation.SHARE }),
    initializer: given("whole", "instance_lifecycle_config.initializer"),
    preStop: given("whole", "instance_lifecycle_config.pre_stop"),
    asyncInvoke: given("whole", "alicloud_fcv3_async_invoke_config:"),
    provisioned: given("whole", "alicloud_fcv3_provision_config:"),
    reservedConcurrency: given("number", "alicloud_fcv3_concurrency_config:reserved_concurrency"),
    tags: given("tags", "tags"),
    resourceGroupId: given("text", "resource_group_id"),
  },
};

function classOf({ runtime }: Given): unknown {
  return (runtime as Partial<Runtime> | undefined)?.runtimeClass;
}

/** A built-in runtime has no server, and takes one call at a time. */
function isNotBuiltIn(stated: Given): boolean {
  return classOf(stated) !== RuntimeClass.BUILT_IN;
}

function isContainer(stated: Given): boolean {
  return classOf(stated) === RuntimeClass.CONTAINER;
}
