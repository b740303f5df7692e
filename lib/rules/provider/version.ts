import {
  type Condition,
  type Version,
  compareVersions,
  oldestAdmitted,
  parseConstraint,
} from "../../facts/version-constraint";
import {
  type Json,
  type Module,
  type Output,
  type Reference,
  type Resource,
  blocks,
  isObject,
} from "../../graph";
import type { Rule, Verdict } from "../rule";
import { violated } from "../verdict";

/** Something that the provider has only since a release. */
interface Feature {
  readonly since: Version;
  /** What a message calls it. */
  readonly what: string;
  /** Whether a resource is it or has it. */
  readonly usedBy?: (resource: Resource) => boolean;
  /** Whether a reference reads it. */
  readonly readBy?: (reference: Reference) => boolean;
}

const SERVICE_BLOCKS = ["fc_service_config", "http_service_config", "http_vpc_service_config"];
const SYSTEM_STAGES = new Set(["RELEASE", "PRE", "TEST"]);

const FEATURES: readonly Feature[] = [
  {
    since: [1, 228, 0],
    what: "the resources of Function Compute 3.0",
    usedBy: ({ type }) => type.startsWith("alicloud_fcv3_"),
  },
  {
    since: [1, 234, 0],
    what: "http_trigger of a trigger",
    readBy: (reference) => reads(reference, "alicloud_fcv3_trigger", "http_trigger"),
  },
  {
    since: [1, 247, 0],
    what: "vpc_intranet_enable of a group",
    usedBy: (resource) => has(resource, "alicloud_api_gateway_group", "vpc_intranet_enable"),
  },
  {
    since: [1, 249, 0],
    what: "function_version of an API",
    usedBy: (resource) =>
      has(resource, "alicloud_api_gateway_api", "fc_service_config", "function_version"),
  },
  {
    since: [1, 255, 0],
    what: "version_id of a version",
    readBy: (reference) => reads(reference, "alicloud_fcv3_function_version", "version_id"),
  },
  {
    since: [1, 270, 0],
    what: "cors_config of a custom domain",
    usedBy: (resource) =>
      resource.type === "alicloud_fcv3_custom_domain" && resource.blocks("cors_config").length > 0,
  },
  {
    since: [1, 278, 0],
    what: "plugins attached to a group",
    usedBy: ({ type }) => type === "alicloud_api_gateway_group_plugin_attachment",
  },
  {
    since: [1, 280, 0],
    what: "custom stages and backend models",
    usedBy: (resource) =>
      resource.type === "alicloud_api_gateway_stage_model" ||
      resource.type === "alicloud_api_gateway_backend_model" ||
      (resource.type === "alicloud_api_gateway_api" &&
        resource
          .get("stage_names")
          .items.some(({ text }) => text !== undefined && !SYSTEM_STAGES.has(text))),
  },
  {
    since: [1, 281, 0],
    what: "content_type_category of an API",
    usedBy: (resource) =>
      SERVICE_BLOCKS.some((block) =>
        has(resource, "alicloud_api_gateway_api", block, "content_type_category"),
      ),
  },
];

/** A provider that is too old refuses an argument, or leaves it out without a word. */
export const version: Rule = {
  id: "provider/version",
  level: "warning",
  title: "the required provider version admits none that lacks what is used here",
  *evaluate(graph) {
    for (const module of graph.modules) {
      for (const [provider, need] of needsOf(module)) yield* judge(module, provider, need);
    }
  },
};

/** The newest of what is used, and who uses it. */
interface Need {
  readonly feature: Feature;
  readonly user: Resource | Output;
}

function* judge(module: Module, provider: string, { feature, user }: Need): Iterable<Verdict> {
  const place = { address: "terraform", stack: module.name };
  const attribute = `required_providers.${provider}.version`;
  const least = feature.since.join(".");
  const written = constraintsOf(module, provider);
  const conditions: Condition[] = [];
  for (const constraint of written) {
    const read = typeof constraint === "string" ? parseConstraint(constraint) : undefined;
    if (!read) {
      yield violated(place, {
        attribute,
        message: "Terraform does not read this version constraint",
        got: JSON.stringify(constraint),
        expected: 'conditions with numbers, divided by commas, such as ">= 1.289.0, < 2.0.0"',
        fix: `write ">= ${least}"`,
      });
      return;
    }
    conditions.push(...read);
  }
  const oldest = oldestAdmitted(conditions);
  if (!oldest || compareVersions(oldest, feature.since) >= 0) return;
  const shown = written.map((constraint) => JSON.stringify(constraint)).join(" and ");
  yield violated(place, {
    attribute,
    message: "the required provider version admits releases that lack what is used here",
    got: `${shown || "no version"}, which admits releases before ${least}`,
    expected: `${least} or newer, for ${feature.what} (${user.address})`,
    fix: `write ">= ${least}", or a newer release`,
    ...("type" in user && { related: [{ resource: user, message: "uses it" }] }),
  });
}

/** By the provider's local name, the newest of the features that a module uses. */
function needsOf(module: Module): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  const note = (provider: string, feature: Feature, user: Resource | Output): void => {
    const known = needs.get(provider);
    if (!known || compareVersions(known.feature.since, feature.since) < 0) {
      needs.set(provider, { feature, user });
    }
  };
  const managed = module.resources.filter(({ mode }) => mode === "managed");
  for (const resource of managed) {
    for (const feature of FEATURES) {
      if (feature.usedBy?.(resource)) note(localName(resource), feature, resource);
    }
  }
  for (const user of [...module.resources, ...module.outputs]) {
    for (const reference of user.references) {
      const feature = FEATURES.find(({ readBy }) => readBy?.(reference));
      if (!feature) continue;
      const [target] = module.targets(reference);
      note(target ? localName(target) : "alicloud", feature, user);
    }
  }
  return needs;
}

/** `alicloud` of `alicloud.hongkong`. */
function localName({ provider }: Resource): string {
  return provider.split(".")[0];
}

/** What a module demands of the provider: in `required_providers`, and in the old way in its `provider` blocks. */
function constraintsOf({ document }: Module, provider: string): readonly Json[] {
  const required = blocks(document.terraform)
    .flatMap((terraform) => blocks(terraform.required_providers))
    .map((providers) => providers[provider])
    .map((entry) => (isObject(entry) ? entry.version : entry));
  const configured = blocks(document.provider)
    .flatMap((providers) => blocks(providers[provider]))
    .map(({ version: constraint }) => constraint);
  return [...required, ...configured].filter((entry) => entry !== undefined && entry !== null);
}

function has(resource: Resource, type: string, name: string, ...path: readonly string[]): boolean {
  return resource.type === type && !resource.get(name, ...path).isNull;
}

function reads({ address, path }: Reference, type: string, attribute: string): boolean {
  // The first step is the instance's key where the block has several.
  return address.startsWith(`${type}.`) && path.slice(0, 2).includes(attribute);
}
