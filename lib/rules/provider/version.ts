import { BUILT_IN_STAGES } from "../../facts/gateway-stages";
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
  type Value,
  blocks,
  isObject,
  withoutModule,
} from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";

/** Something that the provider has only since a release. */
interface Feature {
  readonly since: Version;
  /** What a message calls it. */
  readonly what: string;
}

/** A feature that a resource of one type may use. */
interface Used extends Feature {
  readonly by: (resource: Resource) => boolean;
  /** Values that are not known and may use it. */
  readonly mayBy?: (resource: Resource) => readonly Value[];
}

const FC3: Feature = { since: [1, 228, 0], what: "the resources of Function Compute 3.0" };
const STAGES: Feature = { since: [1, 280, 0], what: "custom stages and backend models" };

/** By type, what its resources may use. */
const USED = new Map<string, readonly Used[]>([
  [
    "alicloud_api_gateway_group",
    [
      {
        since: [1, 247, 0],
        what: "vpc_intranet_enable of a group",
        by: (group) => !group.get("vpc_intranet_enable").isNull,
      },
    ],
  ],
  [
    "alicloud_api_gateway_api",
    [
      {
        since: [1, 249, 0],
        what: "function_version of an API",
        by: (api) => !api.get("fc_service_config", "function_version").isNull,
      },
      {
        ...STAGES,
        by: (api) =>
          api
            .get("stage_names")
            .items.some(({ text }) => text !== undefined && !BUILT_IN_STAGES.includes(text)),
        mayBy: (api) => {
          const names = api.get("stage_names");
          return [names, ...names.items].filter(({ isUnknown }) => isUnknown);
        },
      },
      {
        since: [1, 281, 0],
        what: "content_type_category of an API",
        by: (api) =>
          ["fc_service_config", "http_service_config", "http_vpc_service_config"].some(
            (block) => !api.get(block, "content_type_category").isNull,
          ),
      },
    ],
  ],
  [
    "alicloud_fcv3_custom_domain",
    [
      {
        since: [1, 270, 0],
        what: "cors_config of a custom domain",
        by: (domain) => domain.blocks("cors_config").length > 0,
      },
    ],
  ],
  [
    "alicloud_api_gateway_group_plugin_attachment",
    [{ since: [1, 278, 0], what: "plugins attached to a group", by: () => true }],
  ],
  ["alicloud_api_gateway_stage_model", [{ ...STAGES, by: () => true }]],
  ["alicloud_api_gateway_backend_model", [{ ...STAGES, by: () => true }]],
]);

/** By name, the computed attributes that somebody may read, and whose they are. */
const READ = new Map<string | number, Feature & { readonly of: string }>([
  [
    "http_trigger",
    { since: [1, 234, 0], what: "http_trigger of a trigger", of: "alicloud_fcv3_trigger." },
  ],
  [
    "version_id",
    {
      since: [1, 255, 0],
      what: "version_id of a version",
      of: "alicloud_fcv3_function_version.",
    },
  ],
]);

/** A provider that is too old refuses an argument, or leaves it out without a word. */
export const version: Rule = {
  id: "provider/version",
  level: "warning",
  title: "the required provider version admits none that lacks what is used here",
  *evaluate(graph) {
    for (const module of graph.modules) {
      for (const [provider, needs] of needsOf(module)) yield* judge(module, provider, needs);
    }
  },
};

/** What is used, and who uses it. */
interface Need {
  readonly feature: Feature;
  readonly user: Resource | Output;
}

/** What is used of one provider. */
interface Needs {
  /** The newest of what surely is. */
  newest?: Need;
  /** What may be, and the values that decide. */
  readonly open: (Need & { readonly values: readonly Value[] })[];
}

function* judge(module: Module, provider: string, needs: Needs): Iterable<Verdict> {
  const attribute = `required_providers.${provider}.version`;
  const message = "the required provider version admits releases that lack what is used here";
  const written = constraintsOf(module, provider);
  // Without a constraint a plan does not tell what is required, and its provider had all of it.
  if (module.isPlan && written.length === 0) return;
  const conditions: Condition[] = [];
  for (const constraint of written) {
    const read = typeof constraint === "string" ? parseConstraint(constraint) : undefined;
    if (!read) {
      yield violated(userOf(needs), {
        attribute,
        message: "Terraform does not read this version constraint",
        got: JSON.stringify(constraint),
        expected: 'conditions with numbers, divided by commas, such as ">= 1.289.0, < 2.0.0"',
        fix: `write ">= ${leastOf(needs)}"`,
      });
      return;
    }
    conditions.push(...read);
  }
  const oldest = oldestAdmitted(conditions);
  if (!oldest) return;
  const lacks = ({ since }: Feature): boolean => compareVersions(oldest, since) < 0;
  if (!needs.newest || !lacks(needs.newest.feature)) {
    const open = needs.open.filter(({ feature }) => lacks(feature));
    const values = open.flatMap((item) => item.values);
    if (values.length > 0) yield undecided(open[0].user, { attribute, message }, values);
    return;
  }
  const { feature, user } = needs.newest;
  const least = feature.since.join(".");
  const shown = written.map((constraint) => JSON.stringify(constraint)).join(" and ");
  yield violated(user, {
    attribute,
    message,
    got: `${shown || "no version"}, which admits releases before ${least}`,
    expected: `${least} or newer, for ${feature.what}`,
    fix: `write ">= ${least}", or a newer release`,
  });
}

/** Who is named where the constraint itself is wrong: the first of those that need a release. */
function userOf({ newest, open }: Needs): Resource | Output {
  return (newest ?? open[0]).user;
}

/** The release that has all that is used, or may be. */
function leastOf({ newest, open }: Needs): string {
  const features = [...(newest ? [newest] : []), ...open].map(({ feature }) => feature.since);
  return [...features].sort(compareVersions)[features.length - 1].join(".");
}

/** By the provider's local name, what a module uses. */
function needsOf(module: Module): ReadonlyMap<string, Needs> {
  const needs = new Map<string, Needs>();
  const of = (provider: string): Needs => {
    const known = needs.get(provider) ?? { open: [] };
    needs.set(provider, known);
    return known;
  };
  const note = (provider: string, feature: Feature, user: Resource | Output): void => {
    const known = of(provider);
    if (!known.newest || compareVersions(known.newest.feature.since, feature.since) < 0) {
      known.newest = { feature, user };
    }
  };
  for (const resource of module.resources) {
    if (resource.mode !== "managed") continue;
    const provider = localName(resource);
    if (resource.type.startsWith("alicloud_fcv3_")) note(provider, FC3, resource);
    for (const feature of USED.get(resource.type) ?? []) {
      if (feature.by(resource)) note(provider, feature, resource);
      const values = feature.mayBy?.(resource) ?? [];
      if (values.length > 0) of(provider).open.push({ feature, user: resource, values });
    }
  }
  for (const user of [...module.resources, ...module.outputs]) {
    for (const reference of user.references) {
      const feature = readBy(reference);
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

function readBy({ address: whole, path }: Reference): Feature | undefined {
  const address = withoutModule(whole);
  // The first step is the instance's key where the block has several.
  const feature = READ.get(path[0]) ?? READ.get(path[1]);
  return feature && address.startsWith(feature.of) ? feature : undefined;
}
