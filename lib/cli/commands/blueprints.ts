import { oneLine } from "../../facts/one-line";
import type { AppliedBlueprint, Resource, ResourceGraph } from "../../graph";
import { read } from "../../graph/read/read";
import { plural } from "../../report/summary";
import type { Arguments } from "../arguments";
import type { Command, ExitStatus } from "../command";
import type { Io } from "../io";
import { UsageError } from "../usage-error";

const FORMATS = ["text", "json"] as const;

/** `fc-frontdoor blueprints`. */
export const blueprints: Command = {
  summary: "show which blueprints hold, and what each one set",
  usage: "blueprints [PATH] [options]",
  about: [
    "PATH is what check takes; default ./cdktf.out. For each blueprint: the construct that it was",
    "applied to, its defaults, bounds, tags, names and policy, what its defaults set on which",
    "construct, and its bounds that are broken. What is broken is an error of check, not of this",
    "command.",
  ].join("\n"),
  options: {
    format: { value: "FORMAT", choices: FORMATS, help: "default text" },
    synth: {
      value: "PATH",
      help: "what cdktf synth wrote of a plan's configuration; default ./cdktf.out",
    },
  },
  examples: [["fc-frontdoor blueprints", "the blueprints of ./cdktf.out"]],
  run,
};

function run(args: Arguments, io: Io): ExitStatus {
  const [at = "cdktf.out", more] = args.paths;
  if (more !== undefined) {
    throw new UsageError(`blueprints takes one path, not ${more} too; give one`);
  }
  const { graph, remarks } = read(at, { cwd: io.cwd, synth: args.get("synth"), stdin: io.stdin });
  for (const remark of remarks) io.err(`fc-frontdoor: ${remark}\n`);
  const all = heldIn(graph);
  if (args.get("format") === "json") {
    io.out(`${JSON.stringify({ version: 1, blueprints: all }, undefined, 2)}\n`);
  } else io.out(textOf(all, at));
  return 0;
}

/** A blueprint where it was applied, over all stacks. */
interface Held extends Omit<AppliedBlueprint, "subtree"> {
  /** The stacks in which it holds, or in a part of which. */
  readonly stacks: readonly string[];
  /** What its defaults gave. */
  readonly set: readonly Prop[];
  /** Its bounds that are broken. */
  readonly broken: readonly (Prop & { readonly got: string; readonly expected: string })[];
}

/** A prop of a construct. */
interface Prop {
  /** The construct's path, else the address of its resource. */
  readonly path: string;
  readonly prop: string;
}

function heldIn(graph: ResourceGraph): readonly Held[] {
  const found = new Map<string, Held>();
  for (const { name: stack, metadata } of graph.modules) {
    const resources = graph.resources.filter((resource) => resource.stack === stack);
    for (const blueprint of metadata.blueprints ?? []) {
      const { name, version, scope, requiredTags, naming, policy, defaults, bounds } = blueprint;
      const key = JSON.stringify([name, version, scope]);
      const { stacks, set, broken } = found.get(key) ?? { stacks: [], set: [], broken: [] };
      const more = notesOf(resources, blueprint);
      found.set(key, {
        ...{ name, version, scope, defaults, bounds, requiredTags, naming, policy },
        stacks: [...stacks, stack],
        set: once([...set, ...more.set]),
        broken: [...broken, ...more.broken],
      });
    }
  }
  return [...found.values()];
}

function notesOf(
  resources: readonly Resource[],
  { name, version, scope }: AppliedBlueprint,
): Pick<Held, "set" | "broken"> {
  const owner = `${name} ${version}`;
  const own = resources.filter(
    ({ constructPath: path = "" }) =>
      scope === "" || path === scope || path.startsWith(`${scope}/`) || path === "",
  );
  const of = <T extends { readonly owner: string }>(
    pick: (resource: Resource) => readonly T[] | undefined,
  ): readonly (T & { readonly path: string })[] =>
    own.flatMap((resource) =>
      (pick(resource) ?? [])
        .filter((one) => one.owner === owner)
        .map((one) => ({ ...one, path: resource.constructPath ?? resource.address })),
    );
  return {
    set: of(({ metadata }) => metadata.blueprint?.set).map(({ path, prop }) => ({ path, prop })),
    broken: of(({ metadata }) => metadata.blueprint?.broken).map(
      ({ path, prop, got, expected }) => ({ path, prop, got, expected }),
    ),
  };
}

function once(all: readonly Prop[]): readonly Prop[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function textOf(all: readonly Held[], at: string): string {
  if (all.length === 0) return `no blueprint holds in ${at}\n`;
  const broken = all.reduce((sum, one) => sum + one.broken.length, 0);
  const stacks = new Set(all.flatMap((one) => one.stacks));
  const end = `${plural(all.length, "blueprint")} in ${plural(stacks.size, "stack")}, ${plural(broken, "broken bound")}`;
  return `${[...all.map(blockOf), end].join("\n\n")}\n`;
}

function blockOf(held: Held): string {
  const { name, version, scope, stacks, policy, requiredTags = [], naming = [] } = held;
  const where = scope === "" ? "the app" : scope;
  const named = stacks.filter((stack) => stack !== "");
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["stacks", named.length > 0 ? [named.join(", ")] : []],
    ["defaults", held.defaults ?? []],
    ["bounds", held.bounds ?? []],
    ["tags", requiredTags.length > 0 ? [requiredTags.join(", ")] : []],
    ["names", naming.map(({ target, pattern }) => `${target}: ${pattern}`)],
    ["policy", policy ? Object.entries(policy).map(policyLine) : []],
    ["set", [...byPath(held.set)].map(([path, props]) => `${path}: ${props.join(", ")}`)],
    [
      "broken",
      held.broken.map(
        ({ path, prop, got, expected }) => `${path}: ${prop} is ${got}, not ${expected}`,
      ),
    ],
  ];
  return [
    oneLine(`${name} ${version} on ${where}`),
    ...rows.flatMap(([label, lines]) =>
      lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(8)}  ${oneLine(line)}`),
    ),
  ].join("\n");
}

function policyLine([name, value]: [string, unknown]): string {
  if (Array.isArray(value)) return `${name}: ${value.map(String).join(", ")}`;
  if (typeof value !== "object" || value === null) return `${name}: ${String(value)}`;
  const entries = Object.entries(value).map(
    ([id, setting]) => `${id} ${typeof setting === "string" ? setting : JSON.stringify(setting)}`,
  );
  return `${name}: ${entries.join(", ")}`;
}

function byPath(all: readonly Prop[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, prop } of all) found.set(path, [...(found.get(path) ?? []), prop]);
  return found;
}
