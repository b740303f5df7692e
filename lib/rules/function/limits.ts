import { descriptionProblem } from "../../facts/description";
import {
  type MOST_OF_FUNCTION,
  countProblem,
  gpuMemoryProblem,
  handlerProblem,
} from "../../facts/function-limits";
import type { FunctionNode, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { refuse, undecided, violated } from "../verdict";
import { refuseNumber } from "../written";

const COUNTED: readonly (readonly [
  keyof typeof MOST_OF_FUNCTION,
  readonly [string, ...string[]],
])[] = [
  ["layers", ["layers"]],
  ["NAS mount points", ["nas_config", "mount_points"]],
  ["OSS mount points", ["oss_mount_config", "mount_points"]],
];

/** The service takes so many of a thing on one function and no more. */
export const limits: Rule = {
  id: "function/limits",
  level: "error",
  title:
    "a function has at most 5 layers, 5 NAS and 5 OSS mount points, 256 characters of description, a handler of 1 to 128, and GPU memory in steps of 1024 MB",
  *evaluate(graph) {
    for (const node of graph.functions) {
      const { resource } = node;
      for (const [kind, path] of COUNTED) {
        yield* refuse(
          resource,
          { attribute: path.join("."), message: `too many ${kind} for one function` },
          resource.get(...path),
          (value) => countProblem(kind, value.blocks.length),
        );
      }
      yield* description(node);
      yield* refuse(
        resource,
        { attribute: "handler", message: "the service refuses this handler" },
        resource.get("handler"),
        ({ text }) => (text === undefined ? undefined : handlerProblem(text)),
      );
      yield* refuseNumber(
        resource,
        {
          attribute: "gpu_config.gpu_memory_size",
          message: "the service refuses this amount of GPU memory",
        },
        resource.get("gpu_config", "gpu_memory_size"),
        gpuMemoryProblem,
      );
    }
  },
};

function* description({ resource }: FunctionNode): Iterable<Verdict> {
  const value = resource.get("description");
  const where = { attribute: "description", message: "the service refuses this description" };
  const text = value.text ?? knownText(value);
  if (value.isNull) return;
  const found = descriptionProblem(text);
  if (found) {
    const got = value.isUnknown ? `at least ${found.got}` : found.got;
    yield violated(resource, { ...where, ...found, got, values: [value] });
  } else if (value.isUnknown) {
    yield undecided(resource, where, [value]);
  }
}

/** What is known of a template. */
function knownText(value: Value): string {
  return (value.parts ?? [])
    .map((part) => (typeof part === "string" ? part : (part.text ?? "")))
    .join("");
}
