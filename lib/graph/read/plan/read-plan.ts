import { ResourceGraph } from "../../graph";
import { type JsonObject, isObject } from "../../terraform-json";
import { ReadError } from "../error";
import { NO_METADATA, synthMetadata } from "./metadata";
import { PlanModule } from "./module";
import { planParts } from "./plan-json";

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
  refuse(json, file);
  const plan = planParts(json);
  const addresses = new Set(
    plan.planned.map(({ address, index }) =>
      index === undefined ? address : address.slice(0, -`[${JSON.stringify(index)}]`.length),
    ),
  );
  const metadata = synth ? synthMetadata(synth, addresses) : NO_METADATA;
  const module = new PlanModule(plan, metadata);
  return {
    graph: new ResourceGraph([], [module], file),
    remarks: [...remarksOn(plan, file), ...(addresses.size > 0 ? metadataRemarks() : [])],
  };

  function metadataRemarks(): readonly string[] {
    if (!metadata.isEmpty) return [];
    const what =
      "protocols, ICP filings and accepted findings that are declared in code are not known";
    return synth
      ? [`${file}: the synth output has none of the plan's resources, so ${what}`]
      : [`${file}: a plan has no metadata, so ${what}; give the synth output with --synth`];
  }
}

function remarksOn(
  { complete, deferred }: ReturnType<typeof planParts>,
  file: string,
): readonly string[] {
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

function refuse(json: JsonObject, file: string): void {
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
  for (const [name, part] of [
    ["planned_values", isObject(planned_values) && planned_values.root_module],
    ["configuration", configuration],
  ] as const) {
    if (isObject(part)) continue;
    throw new ReadError({
      file,
      message: `the plan has no ${name}, so it is not whole`,
      fix: "write it again with terraform show -json of the plan file",
    });
  }
}
