import { bareInterpreter } from "../../facts/runtimes";
import type { Value } from "../../graph";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";
import { isWritten } from "../written";

const attribute = "custom_runtime_config.command";
const message = "the images of the custom runtimes have no interpreter on their PATH";

/** A start command that finds no interpreter ends in CAFileNotFound at the first call. */
export const runtimeCommand: Rule = {
  id: "function/runtime-command",
  level: "warning",
  title: "a custom runtime's command is no bare interpreter name, unless a layer brings it",
  *evaluate(graph) {
    for (const { resource, runtime, runtimeClass } of graph.functions) {
      const command = resource.get("custom_runtime_config", "command");
      const first = command.isUnknown ? command : command.get(0);
      if (first.isNull || runtimeClass === "built-in" || runtimeClass === "container") continue;
      // A command that begins with a folder is none that is looked for.
      if (first.isUnknown) {
        if (!/[\s/]/.test(first.prefix)) yield undecided(resource, { attribute, message }, [first]);
        continue;
      }
      const word = first.text?.trim().split(/\s/)[0] ?? "";
      const interpreter = bareInterpreter(word);
      const path = resource.get("environment_variables").get("PATH");
      // Who sets the PATH has said where it is.
      if (!interpreter || (isWritten(path) && !path.isUnknown)) continue;
      const layers = layersOf(resource.get("layers"), interpreter.layer);
      if (layers.bring) continue;
      const open = [
        ...(runtimeClass === undefined ? [runtime] : []),
        ...layers.open,
        ...(path.isUnknown ? [path] : []),
      ];
      if (open.length > 0) {
        yield undecided(resource, { attribute, message }, open);
        continue;
      }
      yield violated(resource, {
        attribute,
        message,
        got: `${JSON.stringify(word)}${layers.count === 0 ? "" : `, and no layer with it among ${show(resource.get("layers"))}`}`,
        expected:
          "the path of an interpreter, such as /opt/nodejs20/bin/node from an official layer",
        fix: `add a layer that brings ${word}, and write the path that it has there`,
        values: [command, runtime],
      });
    }
  },
};

/** What the layers say about an interpreter: that one brings it, or whose content is not known. */
function layersOf(
  layers: Value,
  brings: RegExp,
): { bring: boolean; count: number; open: readonly (Value | string)[] } {
  if (layers.isUnknown) return { bring: false, count: 1, open: [layers] };
  const open = layers.items.flatMap((layer): readonly (Value | string)[] => {
    if (layer.isUnknown) return [layer];
    // What is in an official layer is known by its name.
    return /:official:/.test(layer.text ?? "") ? [] : [`what is in the layer ${show(layer)}`];
  });
  const bring = layers.items.some((layer) => brings.test(nameOf(layer)));
  return { bring, count: layers.items.length, open };
}

/** What is known of a layer's ARN, without its region: `acs:fc:cn-hangzhou:official:layers/Nodejs20/versions/3`. */
function nameOf(layer: Value): string {
  if (layer.text !== undefined) return layer.text.replace(/^acs:fc:[^:]*:/, "");
  return (layer.parts ?? [])
    .map((part) => (typeof part === "string" ? part : (part.text ?? "")))
    .concat(layer.references.map(({ address }) => address))
    .join(" ");
}
