import type { Json, JsonObject, TerraformJson } from "../../terraform-json";
import { type PlanJson, member, object } from "./plan-json";
import { referencesOf } from "./references";

/** The configuration as far as rules read it where it is written: provider settings and variables. */
export function documentOf({ configuration }: PlanJson): TerraformJson {
  const configured = object(configuration.provider_config);
  const versions = new Map<string, { version: string }>();
  const providers = new Map<string, JsonObject[]>();
  for (const key of Object.keys(configured)) {
    const { name, alias, expressions, version_constraint: version } = object(configured[key]);
    if (typeof name !== "string") continue;
    if (typeof version === "string" && version !== "") {
      const known = versions.get(name)?.version;
      const both = known === undefined || known === version ? version : `${known}, ${version}`;
      versions.set(name, { version: both });
    }
    const settings = Object.entries(object(expressions)).map(
      ([argument, expression]) => [argument, template(expression)] as const,
    );
    const own = ownAlias(key) ?? (typeof alias === "string" ? alias : undefined);
    const block = { ...Object.fromEntries(settings), ...(own !== undefined && { alias: own }) };
    providers.set(name, [...(providers.get(name) ?? []), block]);
  }
  const variables = object(object(configuration.root_module).variables);
  return {
    terraform: { required_providers: Object.fromEntries(versions) },
    provider: Object.fromEntries(providers),
    variable: variables,
  };
}

/** The provider configuration of a block, as `document.provider` has it: `alicloud`, `alicloud.hongkong`. */
export function providerOf(
  configuration: JsonObject,
  block: JsonObject | undefined,
  type: string,
): string {
  const key = block?.provider_config_key;
  if (typeof key !== "string") return type.split("_")[0];
  const entry = member(configuration.provider_config, key);
  if (entry === undefined) return key.replace(/^.*:/, "");
  const { name, alias } = object(entry);
  if (typeof name !== "string") return key.replace(/^.*:/, "");
  const own = ownAlias(key) ?? (typeof alias === "string" ? alias : undefined);
  return own === undefined ? name : `${name}.${own}`;
}

/** A configuration in a child module, `module.a:alicloud`, is not the root module's of the same name. */
function ownAlias(key: string): string | undefined {
  return key.includes(":") ? key.replaceAll(".", "/") : undefined;
}

/** An expression as it is written in Terraform JSON. */
function template(expression: Json | undefined): Json | undefined {
  const { constant_value: constant } = object(expression);
  if (constant !== undefined) return escaped(constant);
  const names = referencesOf(expression);
  return names.length === 0 ? undefined : names.map(({ text }) => `\${${text}}`).join("");
}

function escaped(json: Json): Json {
  return typeof json === "string" ? json.replaceAll("${", "$${").replaceAll("%{", "%%{") : json;
}
