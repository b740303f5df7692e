/** How a function is run: by a built-in runtime, a custom runtime, or a container. */
export type RuntimeClass = "built-in" | "custom" | "container";

/** The runtime that runs an image of one's own. */
export const CONTAINER_RUNTIME = "custom-container";

/** How a runtime runs a function; a name that nobody knows is taken as a built-in one. */
export function runtimeClass(runtime: string): RuntimeClass {
  if (runtime === CONTAINER_RUNTIME) return "container";
  return /^custom(\.|$)/.test(runtime) ? "custom" : "built-in";
}

/** By the first word of a command, the name under which a layer brings the interpreter. */
const INTERPRETERS: readonly (readonly [command: RegExp, layer: RegExp])[] = [
  [/^(node|nodejs|npm|npx)$/, /node/i],
  [/^python(\d+(\.\d+)?)?$/, /python/i],
  [/^java$/, /java|jdk|jre/i],
  [/^php$/, /php/i],
  [/^ruby$/, /ruby/i],
  [/^dotnet$/, /dotnet|aspnet/i],
  [/^deno$/, /deno/i],
  [/^bun$/, /bun/i],
];

/**
 * The interpreter that a command needs on the PATH, or undefined where it names a file by its
 * folder, or something that is no interpreter.
 *
 * @param word the first word of the command
 * @returns how the names of layers that bring it are told
 */
export function bareInterpreter(word: string): { readonly layer: RegExp } | undefined {
  const found = INTERPRETERS.find(([command]) => command.test(word));
  return found && { layer: found[1] };
}
