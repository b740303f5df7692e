import type { Rule } from "../rule";
import { aliasWeight } from "./alias-weight";
import { concurrency } from "./concurrency";
import { cpuMemory } from "./cpu-memory";
import { diskSize } from "./disk-size";
import { healthCheck } from "./health-check";
import { limits } from "./limits";
import { logging } from "./logging";
import { name } from "./name";
import { port } from "./port";
import { qualifierConfig } from "./qualifier-config";
import { qualifierRead } from "./qualifier-read";
import { runtimeCommand } from "./runtime-command";
import { runtimeConfig } from "./runtime-config";
import { timeout } from "./timeout";
import { versionReplace } from "./version-replace";
import { vpc } from "./vpc";

/** The rules on functions, their versions, aliases and configs, in order of the catalogue. */
export const functionRules: readonly Rule[] = [
  name,
  cpuMemory,
  diskSize,
  timeout,
  concurrency,
  runtimeConfig,
  runtimeCommand,
  port,
  vpc,
  limits,
  qualifierConfig,
  qualifierRead,
  versionReplace,
  aliasWeight,
  healthCheck,
  logging,
];
