import type { Problem } from "./problem";

const MOST_CHARACTERS = 128;

/** What is wrong with the key of a tag: what every service refuses. Source: TagResources, `Tag.N.Key`. */
export function tagKeyProblem(key: string): Problem | undefined {
  if (key.trim() === "") {
    return { got: "text that says nothing", expected: "the key of a tag", fix: "write it" };
  }
  if (key.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS}`;
    return { got: `${key.length} characters`, expected, fix: "write a shorter key" };
  }
  if (!/^(aliyun|acs:)|https?:\/\//i.test(key)) return undefined;
  return {
    got: JSON.stringify(key),
    expected: 'a key that neither begins with "aliyun" or "acs:" nor holds "http://" or "https://"',
    fix: "write another key",
  };
}

/** The types of resources in reach of which the provider takes tags. */
export const TYPES_WITH_TAGS: readonly string[] = [
  "alicloud_api_gateway_app",
  "alicloud_api_gateway_plugin",
  "alicloud_fcv3_function",
  "alicloud_log_project",
  "alicloud_ram_policy",
  "alicloud_ram_role",
  "alicloud_ros_stack",
  "alicloud_ssl_certificates_service_certificate",
];
