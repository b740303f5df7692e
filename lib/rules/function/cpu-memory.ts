import { cpuMemoryProblem, cpuProblem, memoryProblem } from "../../facts/cpu-memory";
import type { Rule } from "../rule";
import { violated } from "../verdict";
import { refuseNumber } from "../written";

/** The service takes only some sizes, and only some of them together. */
export const cpuMemory: Rule = {
  id: "function/cpu-memory",
  level: "error",
  title:
    "cpu is a multiple of 0.05 from 0.05 to 16, memory a multiple of 64 MB from 128 to 32768, with 1 to 4 GB for each vCPU",
  *evaluate(graph) {
    for (const { resource } of graph.functions) {
      const cpu = resource.get("cpu");
      const memory = resource.get("memory_size");
      const alone = [
        ...refuseNumber(
          resource,
          { attribute: "cpu", message: "the service refuses this number of vCPU" },
          cpu,
          cpuProblem,
        ),
        ...refuseNumber(
          resource,
          { attribute: "memory_size", message: "the service refuses this amount of memory" },
          memory,
          memoryProblem,
        ),
      ];
      yield* alone;
      if (alone.length > 0 || cpu.number === undefined || memory.number === undefined) continue;
      const found = cpuMemoryProblem(cpu.number, memory.number);
      if (!found) continue;
      yield violated(resource, {
        attribute: "memory_size",
        message: "the service refuses this amount of memory for this number of vCPU",
        ...found,
        values: [cpu, memory],
      });
    }
  },
};
