import type { FunctionNode, RuntimeClass, Value } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { isWritten } from "../written";

/** A runtime takes its own block and no other's: the service refuses a function that gives it the wrong one. */
export const runtimeConfig: Rule = {
  id: "function/runtime-config",
  level: "error",
  title:
    "custom_runtime_config is for custom runtimes, custom_container_config with an image for containers, code for all others, and no list in them is empty",
  *evaluate(graph) {
    for (const node of graph.functions) {
      yield* emptyLists(node);
      const { resource, runtime, runtimeClass } = node;
      if (runtimeClass !== undefined) yield* blocksOf(node, runtimeClass);
      else if (runtime.isUnknown) {
        const message = "which blocks a function takes depends on its runtime";
        yield undecided(resource, { attribute: "runtime", message }, [runtime]);
      }
    }
  },
};

function* blocksOf(node: FunctionNode, runtimeClass: RuntimeClass): Iterable<Verdict> {
  if (runtimeClass !== "custom") yield* foreign(node, "custom_runtime_config", "a custom runtime");
  if (runtimeClass !== "container") {
    yield* foreign(node, "custom_container_config", "the runtime custom-container");
    yield* code(node);
  } else {
    yield* image(node);
  }
}

/** A block that is for another runtime. */
function* foreign(
  { resource, runtime }: FunctionNode,
  block: string,
  owner: string,
): Iterable<Verdict> {
  const [config] = resource.blocks(block);
  if (!config) return;
  const message = `${block} is only for ${owner}`;
  if (config.isUnknown) {
    yield undecided(resource, { attribute: block, message }, [config]);
    return;
  }
  yield violated(resource, {
    attribute: block,
    message,
    got: `it is given with the runtime ${runtime.text ?? runtime.prefix}`,
    expected: `no ${block} on this runtime`,
    fix: `remove the block, or use ${owner}`,
    values: [runtime],
  });
}

/** The image of a container. */
function* image({ resource, runtime }: FunctionNode): Iterable<Verdict> {
  const block = "custom_container_config";
  const [config] = resource.blocks(block);
  const message = "a container needs an image";
  if (config?.isUnknown) {
    yield undecided(resource, { attribute: block, message }, [config]);
  } else if (!config || !isWritten(config.get("image"))) {
    yield violated(resource, {
      attribute: config ? `${block}.image` : block,
      message,
      got: config ? `${block} without an image` : `no ${block}`,
      expected: `${block} with an image`,
      fix: `write the image's address to ${block}.image`,
      values: [runtime],
    });
  }
}

/** The code of everything that is no container. */
function* code({ resource, runtime }: FunctionNode): Iterable<Verdict> {
  const [block] = resource.blocks("code");
  const message = "a function that is no container needs code";
  if (block?.isUnknown) {
    yield undecided(resource, { attribute: "code", message }, [block]);
    return;
  }
  const has = (part: string): boolean => block !== undefined && isWritten(block.get(part));
  if (has("zip_file") || (has("oss_bucket_name") && has("oss_object_name"))) return;
  const half = ["oss_bucket_name", "oss_object_name"].find(has);
  yield violated(resource, {
    attribute: "code",
    message,
    got: half ? `${half} alone` : block ? "a code block with no code in it" : "no code",
    expected: "zip_file, or oss_bucket_name with oss_object_name",
    fix: "say where the code is",
    values: [runtime],
  });
}

const LISTS: readonly (readonly [block: string, list: string])[] = [
  ["custom_runtime_config", "command"],
  ["custom_runtime_config", "args"],
  ["custom_container_config", "command"],
  ["custom_container_config", "entrypoint"],
];

/** The service refuses a list that is there and empty. A list that is left out is not judged. */
function* emptyLists({ resource }: FunctionNode): Iterable<Verdict> {
  for (const [block, list] of LISTS) {
    const config = resource.get(block);
    // Of a block that is not known at all, blocksOf speaks.
    if (config.isUnknown) continue;
    const value: Value = config.get(list);
    const attribute = `${block}.${list}`;
    const message = "a list of a runtime's configuration is not empty";
    if (value.isUnknown) yield undecided(resource, { attribute, message }, [value]);
    if (value.kind !== "list" || value.items.length > 0) continue;
    yield violated(resource, {
      attribute,
      message,
      got: "an empty list",
      expected: "at least one item, or no list at all",
      fix: `give ${list} an item, or leave it out`,
      values: [value],
    });
  }
}
