import { diskSizeProblem } from "../../facts/disk-size";
import type { Rule } from "../rule";
import { refuseNumber } from "../written";

/** The service has two sizes of temporary disk. */
export const diskSize: Rule = {
  id: "function/disk-size",
  level: "error",
  title: "a function's disk has 512 or 10240 MB",
  *evaluate(graph) {
    for (const { resource } of graph.functions) {
      yield* refuseNumber(
        resource,
        { attribute: "disk_size", message: "the service refuses this size of disk" },
        resource.get("disk_size"),
        diskSizeProblem,
      );
    }
  },
};
