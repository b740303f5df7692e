import type { TerraformJson } from "../../lib/graph";

/** The reference to a URL of the trigger that `gateway` declares. */
export const urlOf = (network: "intranet" | "internet", trigger = "http"): string =>
  `\${alicloud_fcv3_trigger.${trigger}.http_trigger[0].url_${network}}`;

/** What a trigger behind an API is like. */
export const closed = { authType: "function", disableURLInternet: true, methods: ["GET", "POST"] };

/** A trigger, by its `trigger_config`. */
export const trigger = (config: unknown = closed, more: object = {}): object => ({
  function_name: "orders",
  qualifier: "live",
  trigger_name: "http",
  trigger_type: "http",
  trigger_config: typeof config === "string" ? config : JSON.stringify(config),
  ...more,
});

/** An API in front of the trigger `http`, with other values in places. Undefined takes one away. */
export const api = (more: object = {}, fc: object = {}, request: object = {}): object => ({
  group_id: "${alicloud_api_gateway_group.shop.id}",
  name: "list_orders",
  description: "list the orders",
  auth_type: "APP",
  request_config: {
    protocol: "HTTPS",
    method: "GET",
    path: "/orders",
    mode: "MAPPING",
    ...request,
  },
  service_type: "FunctionCompute",
  fc_service_config: {
    function_version: "3.0",
    function_type: "HttpTrigger",
    region: "cn-hangzhou",
    timeout: 30000,
    arn_role: "",
    function_base_url: urlOf("intranet"),
    path: "/orders",
    method: "GET",
    ...fc,
  },
  stage_names: ["RELEASE"],
  ...more,
});

/** An API with an `HTTP` service. */
export const httpApi = (address: unknown, more: object = {}): object =>
  api({
    service_type: "HTTP",
    fc_service_config: undefined,
    http_service_config: { address, method: "GET", path: "/", timeout: 1000 },
    ...more,
  });

/** An API that takes a declared backend. */
export const backendApi = (more: object = {}): object =>
  api({
    service_type: "MOCK",
    fc_service_config: undefined,
    mock_service_config: { result: "ok" },
    backend_id: "${alicloud_api_gateway_backend.b.id}",
    backend_enabled: true,
    ...more,
  });

/** The backend of `backendApi`, with a model on one stage. */
export const backend = (type: string, data: unknown, stage = "RELEASE"): object => ({
  alicloud_api_gateway_backend: { b: { backend_name: "orders", backend_type: type } },
  alicloud_api_gateway_backend_model: {
    m: {
      backend_id: "${alicloud_api_gateway_backend.b.id}",
      backend_type: type,
      stage_name: stage,
      backend_model_data: typeof data === "string" ? data : JSON.stringify(data),
    },
  },
});

/** A plugin `name`, attached to the API `a` on a stage. */
export const plugin = (name: string, type: string, data: unknown, stage = "RELEASE"): object => ({
  alicloud_api_gateway_plugin: {
    [name]: {
      plugin_name: name,
      plugin_type: type,
      plugin_data: typeof data === "string" ? data : JSON.stringify(data),
    },
  },
  alicloud_api_gateway_plugin_attachment: { [name]: attachment(name, { stage_name: stage }) },
});

/** An attachment of the plugin `name` to the API `a`. */
export const attachment = (name: string, more: object = {}): object => ({
  group_id: "${alicloud_api_gateway_group.shop.id}",
  api_id: "${alicloud_api_gateway_api.a.api_id}",
  plugin_id: `\${alicloud_api_gateway_plugin.${name}.id}`,
  stage_name: "RELEASE",
  ...more,
});

/** What a configuration has beside the API. */
export interface More {
  /** Null for none. */
  readonly trigger?: object | null;
  readonly resource?: object;
  readonly variable?: object;
  readonly locals?: object;
  readonly provider?: object;
  readonly data?: object;
}

/** A configuration with a trigger `http`, an API `a`, its group, and more resources by type. */
export const gateway = (
  a: object,
  { trigger: t = trigger(), resource = {}, ...more }: More = {},
): TerraformJson =>
  JSON.parse(
    JSON.stringify({
      ...more,
      resource: {
        ...(t && { alicloud_fcv3_trigger: { http: t } }),
        alicloud_api_gateway_group: { shop: { name: "shop_group" } },
        alicloud_api_gateway_api: { a },
        ...resource,
      },
    }),
  );
