import type { Construct } from "constructs";
import type { Fcv3FunctionConfig } from "../alicloud/fcv3-function";
import { DEFAULT_PORT } from "../facts/port";
import { type Trace, uniqueName } from "../synth";
import { dnsBlock } from "./dns";
import { healthCheckBlock } from "./health-check";
import { lifecycleBlock } from "./lifecycle-hooks";
import { logBlock } from "./logs";
import { nasBlock, ossMountBlock } from "./mounts";
import { RuntimeClass } from "./runtime";
import { type ServerOptions, splitCommand } from "./server";
import { type RunnableProps, usualHandler } from "./web-function-checks";

const MOST_NAME_CHARACTERS = 64;

/** The service wants the two together: vCPU and disk. */
const USUAL_DISK_MB = 512;

/** The arguments of `alicloud_fcv3_function`. What is not given is left out, so the service's defaults hold. */
export function functionArguments(
  scope: Construct,
  trace: Trace,
  props: RunnableProps,
): Fcv3FunctionConfig {
  const { runtime, server, initializer, preStop, gpu } = props;
  const { code, image } = props.code._bind(scope, trace, props);
  return {
    functionName: props.functionName ?? uniqueName(scope, { most: MOST_NAME_CHARACTERS }),
    description: props.description,
    runtime: runtime.name,
    handler: props.handler ?? usualHandler(runtime)!,
    code,
    customContainerConfig: image === undefined ? undefined : containerBlock(image, server),
    customRuntimeConfig:
      runtime.runtimeClass === RuntimeClass.CUSTOM && server ? runtimeBlock(server) : undefined,
    cpu: props.cpu,
    memorySize: props.memorySizeMb,
    diskSize: props.diskSizeMb ?? (props.cpu === undefined ? undefined : USUAL_DISK_MB),
    timeout: props.timeoutSeconds,
    idleTimeout: props.idleTimeoutSeconds,
    instanceConcurrency: props.instanceConcurrency,
    environmentVariables: props.environment,
    role: props.role,
    vpcConfig: props.vpc,
    internetAccess: props.internetAccess,
    customDns: props.dns && dnsBlock(props.dns),
    logConfig: props.logs && logBlock(props.logs),
    layers: props.layers?.map((layer) => layer._arn(scope, props.provider)),
    nasConfig: props.nas && nasBlock(props.nas),
    ossMountConfig: props.ossMounts && ossMountBlock(props.ossMounts),
    gpuConfig: gpu && { gpuType: gpu.type, gpuMemorySize: gpu.memorySizeMb },
    sessionAffinity: props.sessionAffinity?._kind,
    sessionAffinityConfig: props.sessionAffinity?._config(props.instanceConcurrency),
    instanceIsolationMode: props.instanceIsolation,
    instanceLifecycleConfig: lifecycleBlock(initializer, preStop),
    tags: props.tags,
    resourceGroupId: props.resourceGroupId,
  };
}

function runtimeBlock(server: ServerOptions) {
  return {
    ...splitCommand(server),
    port: server.port,
    healthCheckConfig: server.healthCheck && healthCheckBlock(server.healthCheck),
  };
}

/** The provider's words for a container: `entrypoint` is what is started, `command` its arguments. */
function containerBlock(image: string, server: ServerOptions = {}) {
  return {
    image,
    entrypoint: server.command,
    command: server.args,
    // Left out, the provider sends 0, and does not take what the service makes of it.
    port: server.port ?? DEFAULT_PORT,
    healthCheckConfig: server.healthCheck && healthCheckBlock(server.healthCheck),
  };
}
