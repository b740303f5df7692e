import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** vCPU come in steps of one twentieth. */
const STEPS_PER_VCPU = 20;
const MOST_STEPS = 16 * STEPS_PER_VCPU;
const MB_PER_GB = 1024;
/** For each vCPU at least this many GB of memory. */
const LEAST_GB = 1;
/** For each vCPU at most this many GB of memory. */
const MOST_GB = 4;

/** What is wrong with `cpu`: vCPU, a multiple of 0.05 from 0.05 to 16. */
export function cpuProblem(vcpu: number): Problem | undefined {
  const steps = Math.round(vcpu * STEPS_PER_VCPU);
  // 0.15 * 20 is 3.0000000000000004: near enough is right.
  if (Math.abs(vcpu * STEPS_PER_VCPU - steps) < 1e-6 && steps >= 1 && steps <= MOST_STEPS) {
    return undefined;
  }
  const near = Math.min(Math.max(Number.isFinite(steps) ? steps : 1, 1), MOST_STEPS);
  return {
    got: `${vcpu} vCPU`,
    expected: "a multiple of 0.05 from 0.05 to 16 vCPU",
    fix: `write ${near / STEPS_PER_VCPU}, or another allowed number`,
  };
}

/** What is wrong with `memory_size`: MB, a multiple of 64 from 128 to 32768. */
export function memoryProblem(mb: number): Problem | undefined {
  return wholeNumberProblem(mb, { least: 128, most: 32768, step: 64, unit: "MB" });
}

/** What is wrong with the two together: from 1 to 4 GB of memory for each vCPU. Both must be right for themselves. */
export function cpuMemoryProblem(vcpu: number, mb: number): Problem | undefined {
  const steps = Math.round(vcpu * STEPS_PER_VCPU);
  const least = (steps * LEAST_GB * MB_PER_GB) / STEPS_PER_VCPU;
  const most = (steps * MOST_GB * MB_PER_GB) / STEPS_PER_VCPU;
  if (mb >= least && mb <= most) return undefined;
  const from = Math.max(128, Math.ceil(least / 64) * 64);
  const to = Math.min(32768, Math.floor(most / 64) * 64);
  return {
    got: `${vcpu} vCPU with ${mb} MB`,
    expected: "from 1 to 4 GB of memory for each vCPU",
    fix: `write from ${from} to ${to} MB for ${vcpu} vCPU, or another number of vCPU`,
  };
}
