/** How a function is run: by a built-in runtime, a custom runtime, or a container. */
export type RuntimeClass = "built-in" | "custom" | "container";

/** The runtimes that bring a language with them. */
export const BUILT_IN_RUNTIMES = [
  "dotnetcore3.1",
  "go1",
  "java11",
  "java8",
  "nodejs14",
  "nodejs16",
  "nodejs18",
  "nodejs20",
  "php7.2",
  "python3",
  "python3.10",
  "python3.12",
  "python3.9",
] as const;

/** The runtimes that run a server of one's own on a Debian image. */
export const CUSTOM_RUNTIMES = [
  "custom",
  "custom.debian10",
  "custom.debian11",
  "custom.debian12",
] as const;

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
