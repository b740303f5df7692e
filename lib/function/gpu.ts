import { gpuMemoryProblem } from "../facts/function-limits";
import { type Check, literalText, number, object, required } from "../props";

/** The graphics cards that an instance can have. Containers only. */
export enum GpuType {
  /** Tesla series, 16 GB. */
  TESLA = "fc.gpu.tesla.1",
  /** Ampere series, 24 GB. */
  AMPERE = "fc.gpu.ampere.1",
  /** Ada series, 48 GB. */
  ADA = "fc.gpu.ada.1",
  /** G1. */
  G1 = "g1",
}

/** The graphics card of a function's instances. */
export interface GpuOptions {
  /** Which card. */
  readonly type: GpuType;
  /** Its memory in MB: a multiple of 1024. */
  readonly memorySizeMb: number;
}

/** Whether the props of a graphics card are right. */
export function gpuProps(): Check {
  return object({
    type: required(literalText(typeProblem)),
    memorySizeMb: required(number(gpuMemoryProblem)),
  });
}

function typeProblem(type: string) {
  const types: readonly string[] = Object.values(GpuType);
  if (types.includes(type)) return undefined;
  return {
    got: JSON.stringify(type),
    expected: `one of ${types.join(", ")}`,
    fix: "name one of them",
  };
}
