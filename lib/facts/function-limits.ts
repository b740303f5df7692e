import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** How many of a thing one function takes. */
export const MOST_OF_FUNCTION = {
  layers: 5,
  "NAS mount points": 5,
  "OSS mount points": 5,
  vswitches: 10,
} as const;

/** What is wrong with the number of things of a kind on one function. */
export function countProblem(
  kind: keyof typeof MOST_OF_FUNCTION,
  count: number,
): Problem | undefined {
  const most = MOST_OF_FUNCTION[kind];
  if (count <= most) return undefined;
  return {
    got: `${count} ${kind}`,
    expected: `at most ${most} ${kind}`,
    fix: `remove ${count - most}`,
  };
}

/** What is wrong with `gpu_memory_size`: MB, a multiple of 1024. */
export function gpuMemoryProblem(mb: number): Problem | undefined {
  return wholeNumberProblem(mb, { least: 1024, step: 1024, unit: "MB" });
}

/** What is wrong with `handler`: 1 to 128 characters. Source: CreateFunctionInput, `handler`. */
export function handlerProblem(handler: string): Problem | undefined {
  if (handler.length >= 1 && handler.length <= 128) return undefined;
  return {
    got: `${handler.length} characters`,
    expected: "1 to 128 characters",
    fix: handler === "" ? "name what is called, such as index.handler" : "shorten it",
  };
}
