/** The public API of functions. */
export { AliasOptions, FunctionAlias, FunctionAliasProps, VersionWeight } from "./alias";
export { AsyncInvokeOptions } from "./async-invoke";
export { Code, FolderCodeOptions } from "./code/code";
export { LocalCodeOptions } from "./code/local";
export { OssCodeLocation } from "./code/oss";
export { DnsOptions } from "./dns";
export { FunctionAttributes } from "./function-attributes";
export { IFunction, IQualifiedFunction } from "./function-ref";
export { GpuOptions, GpuType } from "./gpu";
export { HealthCheck } from "./health-check";
export { InvokeGrant } from "./invoke-grant";
export { Invoker } from "./invoker";
export { Layer } from "./layer";
export { InitializerHook, PreStopHook } from "./lifecycle-hooks";
export { LogOptions } from "./logs";
export { NasMountPoint, NasOptions, OssMountPoint } from "./mounts";
export {
  ProvisionedOptions,
  ScalingMetric,
  ScheduledInstances,
  TargetTracking,
} from "./provisioned";
export { Runtime, RuntimeClass } from "./runtime";
export { ServerOptions } from "./server";
export { InstanceIsolation, SessionAffinity, SessionOptions } from "./session";
export { FunctionVersion, FunctionVersionProps, VersionOptions } from "./version";
export { VpcOptions } from "./vpc";
export { WebFunction } from "./web-function";
export { WebFunctionDefaults } from "./web-function-defaults";
export { WebFunctionProps } from "./web-function-props";
