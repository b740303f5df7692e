import * as path from "node:path";
import { ResourceGraph } from "../../graph";
import type { Module } from "../../module";
import { type JsonObject, isObject } from "../../terraform-json";
import { ReadError } from "../error";
import { NO_METADATA, metadataOf, stacksOf } from "./metadata";
import { PlanModule } from "./module";
import { type PlanJson, planParts } from "./plan-json";

/** What stands beside a plan. */
export interface PlanOptions {
  /** The file, for messages. */
  readonly file: string;
  /** The synth output that the plan was made of. */
  readonly synth?: ResourceGraph;
}

/** A plan that was read. */
export interface ReadPlan {
  /** What will exist when it is applied. */
  readonly graph: ResourceGraph;
  /** What its reader should know, a line each. */
  readonly remarks: readonly string[];
}

/**
 * Reads a plan as `terraform show -json` or `tofu show -json` writes it.
 *
 * The graph is of one module: its resources are all that will exist after the apply, with the
 * modules before their addresses. Values are as planned; what is known only after the apply is
 * unknown, with the references that the configuration gives for it.
 *
 * @throws ReadError for a plan that ended in an error, is not whole, or is of a version that is not known
 */
export function readPlan(json: JsonObject, { file, synth }: PlanOptions): ReadPlan {
  const plan = planParts(json);
  refuse(json, plan, file);
  const addresses = new Set(
    plan.planned.map(({ address, index }) =>
      index === undefined ? address : address.slice(0, -`[${JSON.stringify(index)}]`.length),
    ),
  );
  const stacks = synth ? stacksOf(synth, plan, addresses) : [];
  const metadata = synth && stacks.length === 1 ? metadataOf(stacks[0], synth) : NO_METADATA;
  const module = new PlanModule(plan, metadata);
  return {
    graph: new ResourceGraph([], [module], { file, locate: metadata.locate }),
    remarks: [
      ...remarksOn(plan, file),
      ...(synth && addresses.size > 0 ? remarksOnStacks(stacks, synth, file) : []),
    ],
  };
}

/** Without a synth output there is nothing to say: HCL has no metadata, and verdicts that need it say so. */
function remarksOnStacks(
  stacks: readonly Module[],
  synth: ResourceGraph,
  file: string,
): readonly string[] {
  if (stacks.length === 1) return [];
  const what =
    "protocols, ICP filings and accepted findings that are declared in code are not known";
  if (stacks.length === 0) {
    return [`${file}: the synth output has none of the plan's resources, so ${what}`];
  }
  const names = stacks.map(({ name }) => name);
  const folders = stacks.map(({ name }) => path.posix.dirname(synth.fileOf({ stack: name }) ?? ""));
  return [
    `${file}: the plan may be of ${either(names)}, which have the same addresses, so ${what}; give --synth ${either(folders)}`,
  ];
}

function either(names: readonly string[]): string {
  const most = 3;
  const last = names.length > most ? `${names.length - most + 1} others` : names.at(-1);
  return `${names.slice(0, Math.min(names.length, most) - 1).join(", ")} or ${last}`;
}

function remarksOn({ complete, deferred }: PlanJson, file: string): readonly string[] {
  if (deferred.length > 0) {
    return [
      `${file}: the plan leaves changes for a later one, which are not judged: ${deferred.join(", ")}`,
    ];
  }
  return complete
    ? []
    : [
        `${file}: the plan does not cover the whole configuration, and only what it covers is judged`,
      ];
}

function refuse(json: JsonObject, { planned, changes }: PlanJson, file: string): void {
  const { format_version: version, errored, planned_values, configuration } = json;
  const major = typeof version === "string" ? /^(\d+)\./.exec(version)?.[1] : undefined;
  if (major !== "1") {
    throw new ReadError({
      file,
      message: `the plan's format_version is ${JSON.stringify(version) ?? "missing"}, and only 1.x is known`,
      fix: "make it with terraform show -json of Terraform 1.1 or newer, or with tofu show -json",
    });
  }
  if (errored === true) {
    throw new ReadError({
      file,
      message: "the plan ended in an error, so it does not tell what will exist",
      fix: "mend what terraform plan says, and make the plan again",
    });
  }
  for (const [name, isThere] of [
    ["planned_values", isObject(planned_values) && isObject(planned_values.root_module)],
    ["configuration", isObject(configuration)],
    // Terraform plans no resource without one, not to say that nothing is done: they tell what is
    // known after the apply only.
    ["resource_changes", changes.size > 0 || planned.length === 0],
  ] as const) {
    if (isThere) continue;
    throw new ReadError({
      file,
      message: `the plan has no ${name}, so it is not whole`,
      fix: "write it again with terraform show -json of the plan file",
    });
  }
}
