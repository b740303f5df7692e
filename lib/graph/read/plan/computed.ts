/**
 * Blocks that the provider fills in where nobody writes them (`Optional` and `Computed` in its
 * source), by resource type. A plan marks such a block as unknown as a whole; any other block that
 * is unknown as a whole is one of `dynamic`, which a plan does not show among the expressions.
 *
 * Source: the provider's schemas of the release in schema/, and real plans.
 */
const COMPUTED_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  alicloud_fcv3_async_invoke_config: [
    "destination_config",
    "destination_config.on_failure",
    "destination_config.on_success",
  ],
  alicloud_fcv3_custom_domain: ["cert_config", "route_config.routes.rewrite_config", "tls_config"],
  alicloud_fcv3_function: [
    "custom_container_config.health_check_config",
    "custom_runtime_config.health_check_config",
    "nas_config",
    "oss_mount_config",
    "vpc_config",
  ],
};

/** Arguments that the provider marks as sensitive whatever they are made of, by resource type. */
export const SENSITIVE_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  alicloud_fcv3_custom_domain: ["cert_config.private_key"],
  alicloud_fcv3_function: ["code.checksum"],
  alicloud_ram_access_key: ["secret"],
  alicloud_ssl_certificates_service_certificate: ["encrypt_private_key", "key", "sign_private_key"],
};

/** Whether the provider fills in a block of this path where it is not written. */
export function isComputedBlock(type: string, path: readonly (string | number)[]): boolean {
  return lists(COMPUTED_BLOCKS, type, path);
}

/** Whether the mark of an argument says nothing of what it is made of. */
export function isAlwaysSensitive(type: string, path: readonly (string | number)[]): boolean {
  return lists(SENSITIVE_ARGUMENTS, type, path);
}

function lists(
  table: Readonly<Record<string, readonly string[]>>,
  type: string,
  path: readonly (string | number)[],
): boolean {
  if (!Object.hasOwn(table, type)) return false;
  return table[type].includes(path.filter((step) => typeof step === "string").join("."));
}
