import type { AsyncInvokeOptions } from "./async-invoke";
import type { DnsOptions } from "./dns";
import type { GpuOptions } from "./gpu";
import type { Layer } from "./layer";
import type { InitializerHook, PreStopHook } from "./lifecycle-hooks";
import type { LogOptions } from "./logs";
import type { NasOptions, OssMountPoint } from "./mounts";
import type { ProvisionedOptions } from "./provisioned";
import type { Runtime } from "./runtime";
import type { ServerOptions } from "./server";
import type { InstanceIsolation, SessionAffinity } from "./session";
import type { VpcOptions } from "./vpc";

/**
 * What a function takes beside what it has to be given: what a `Blueprint` may give it.
 */
export interface WebFunctionDefaults {
  /**
   * What runs it.
   *
   * @default - what a blueprint gives; where none does, it has to be stated
   */
  readonly runtime?: Runtime;
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * What a built-in runtime calls: `index.handler`. The provider wants one for every function; the
   * other runtimes do not use it.
   *
   * @default "index.handler", where Node.js, Python and PHP, custom runtimes and containers are meant
   */
  readonly handler?: string;
  /**
   * The server that a custom runtime or a container starts.
   *
   * @default - on a custom runtime `/code/bootstrap`, in a container what the image says; port 9000
   */
  readonly server?: ServerOptions;
  /**
   * vCPU of an instance: a multiple of 0.05 from 0.05 to 16, one for each 1 to 4 GB of memory.
   *
   * @default - what the service takes
   */
  readonly cpu?: number;
  /**
   * Memory of an instance in MB: a multiple of 64 from 128 to 32768.
   *
   * @default - what the service takes
   */
  readonly memorySizeMb?: number;
  /**
   * Temporary disk of an instance in MB: 512 or 10240.
   *
   * @default 512
   */
  readonly diskSizeMb?: number;
  /**
   * How long one call may run, in seconds: 1 to 86400. A WebSocket or gRPC connection ends with it.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;
  /**
   * How many calls one instance serves at a time: 1 to 200; 1 on a built-in runtime.
   *
   * @default 1
   */
  readonly instanceConcurrency?: number;
  /**
   * How long an instance stays without calls, in seconds. A change of it replaces the function, and
   * a function with a version is made anew before the old one goes: change its name, too.
   *
   * @default - what the service does
   */
  readonly idleTimeoutSeconds?: number;
  /**
   * Environment variables. Their values are in Terraform's state: name a secret's place rather than
   * the secret.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };
  /**
   * The ARN of the RAM role that the function acts as.
   *
   * @default - none: the function gets no credentials
   */
  readonly role?: string;
  /**
   * The private network that it can reach.
   *
   * @default - none
   */
  readonly vpc?: VpcOptions;
  /**
   * Whether it can reach the internet.
   *
   * @default true
   */
  readonly internetAccess?: boolean;
  /**
   * How it resolves names.
   *
   * @default - as the service does
   */
  readonly dns?: DnsOptions;
  /**
   * Where its output goes.
   *
   * @default - nowhere
   */
  readonly logs?: LogOptions;
  /**
   * Layers, at most 5; the earlier one wins where two bring the same file.
   *
   * @default - none
   */
  readonly layers?: Layer[];
  /**
   * Folders of NAS.
   *
   * @default - none
   */
  readonly nas?: NasOptions;
  /**
   * Folders of OSS, at most 5.
   *
   * @default - none
   */
  readonly ossMounts?: OssMountPoint[];
  /**
   * A graphics card; containers only.
   *
   * @default - none
   */
  readonly gpu?: GpuOptions;
  /**
   * By what the calls of a session come to the same instance.
   *
   * @default - they do not
   */
  readonly sessionAffinity?: SessionAffinity;
  /**
   * How instances are shared.
   *
   * @default InstanceIsolation.SHARE
   */
  readonly instanceIsolation?: InstanceIsolation;
  /**
   * Called once in a new instance, before the first call.
   *
   * @default - none
   */
  readonly initializer?: InitializerHook;
  /**
   * Called before an instance goes.
   *
   * @default - none
   */
  readonly preStop?: PreStopHook;
  /**
   * How asynchronous calls of `LATEST` are treated.
   *
   * @default - as the service does
   */
  readonly asyncInvoke?: AsyncInvokeOptions;
  /**
   * Instances of `LATEST` that are there before the first call.
   *
   * @default - none
   */
  readonly provisioned?: ProvisionedOptions;
  /**
   * How many of the account's instances are kept for this function; it gets no more.
   *
   * @default - it shares what the region has
   */
  readonly reservedConcurrency?: number;
  /**
   * Tags.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
  /**
   * The resource group that it belongs to.
   *
   * @default - the account's default group
   */
  readonly resourceGroupId?: string;
}
