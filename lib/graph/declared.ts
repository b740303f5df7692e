import type { Resource } from "./resource";
import { Value } from "./value";

/** Attributes that the provider computes from arguments, so that they are known before the apply. */
export const COMPUTED_FROM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alicloud_fcv3_function: { id: "function_name" },
  alicloud_fcv3_custom_domain: { id: "custom_domain_name" },
  alicloud_fcv3_async_invoke_config: { id: "function_name" },
  alicloud_fcv3_concurrency_config: { id: "function_name" },
  alicloud_fcv3_provision_config: { id: "function_name" },
};

/** What a resource's arguments say of an attribute, or what a plan knows of it; undefined where they leave it to the service. */
export function declaredIn(
  resource: Resource,
  path: readonly (string | number)[],
): Value | undefined {
  if (path.length === 0) return undefined;
  const [name, ...rest] = path;
  const declared = resource.get(String(name), ...rest);
  if (!declared.isNull) return declared;
  const source = COMPUTED_FROM[resource.type]?.[name];
  const computed = source === undefined ? Value.NULL : resource.get(source);
  return computed.isNull ? undefined : computed;
}
