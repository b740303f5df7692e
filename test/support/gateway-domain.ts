import type { Json, TerraformJson } from "../../lib/graph";
import { api, gateway } from "./gateway";

/** The reference to a domain of the group that `gateway` declares. */
export const domainOf = (attribute: "sub_domain" | "vpc_domain", group = "shop"): string =>
  `\${alicloud_api_gateway_group.${group}.${attribute}}`;

/** A public record for `api.example.com`, to the group. */
export const record = (more: object = {}): object => ({
  domain_name: "example.com",
  rr: "api",
  type: "CNAME",
  value: domainOf("sub_domain"),
  ...more,
});

/** A record of a private zone for `api.example.com`, to the group. */
export const privateRecord = (more: object = {}): object => ({
  zone_id: "${alicloud_pvtz_zone.z.id}",
  rr: "api",
  type: "CNAME",
  value: domainOf("vpc_domain"),
  ...more,
});

/** A template of ROS that binds a domain to the group. */
export const template = (properties: object = {}): Json => ({
  ROSTemplateFormatVersion: "2015-09-01",
  Resources: {
    Domain: {
      Type: "ALIYUN::ApiGateway::CustomDomain",
      Properties: {
        GroupId: "${alicloud_api_gateway_group.shop.id}",
        DomainName: "api.example.com",
        ...properties,
      } as Json,
    },
  },
});

/** A stack of ROS with a template. */
export const binding = (body: unknown = template(), more: object = {}): object => ({
  stack_name: "shop-domain",
  template_body: typeof body === "string" ? body : JSON.stringify(body),
  ...more,
});

/** A gateway with records, by their names, and a stack of ROS. */
export const withDomain = (
  records: object = {},
  ros?: object,
  more: { resource?: object; [block: string]: object | undefined } = {},
): TerraformJson => {
  const { resource, ...beside } = more;
  return gateway(api(), {
    ...beside,
    resource: {
      alicloud_alidns_record: records,
      ...(ros && { alicloud_ros_stack: { s: ros } }),
      ...resource,
    },
  });
};
