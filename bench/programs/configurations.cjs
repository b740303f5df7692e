/** Configurations of a size, as cdktf writes them, and a plan: `node configurations.cjs KIND COUNT FILE` writes one. */
const { writeFileSync } = require("node:fs");

const METHODS = [
  ["GET"],
  ["GET", "POST"],
  ["GET", "HEAD"],
  ["GET", "HEAD", "OPTIONS"],
  ["GET", "PUT"],
];

const document = (resource, variable) => ({
  provider: { alicloud: [{ region: "ap-southeast-1" }] },
  resource,
  variable,
  terraform: {
    required_providers: {
      alicloud: { source: "aliyun/alicloud", version: ">= 1.289.0, < 2.0.0" },
    },
  },
});

const comment = (path, line) => ({
  metadata: { path: `bench/${path}/Default`, uniqueId: path },
  "fc-frontdoor": { location: { file: "main.ts", line, column: 5 } },
});

const times = (count, make) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));

const fn = (index) => ({
  "//": comment(`F${index}`, index + 1),
  code: [{ oss_bucket_name: "artifacts", oss_object_name: `f${index}.zip` }],
  cpu: 0.5,
  disk_size: 512,
  function_name: `f${index}`,
  handler: "index.handler",
  memory_size: 512,
  runtime: "nodejs20",
});

const trigger = (index, functionName, qualifier, isOpen = true) => ({
  "//": comment(`T${index}`, index + 1),
  function_name: functionName,
  qualifier,
  trigger_config: JSON.stringify({
    methods: METHODS[index % METHODS.length],
    authType: "function",
    disableURLInternet: !isOpen,
  }),
  trigger_name: `bench-${index}`,
  trigger_type: "http",
});

/** Triggers alone, of functions that are made elsewhere. */
const triggers = (count) =>
  document({
    alicloud_fcv3_trigger: times(count, (i) => [`T${i}`, trigger(i, `f${i}`, "LATEST")]),
  });

/** Functions with a trigger each. */
const functions = (count) =>
  document({
    alicloud_fcv3_function: times(count / 2, (i) => [`F${i}`, fn(i)]),
    alicloud_fcv3_trigger: times(count / 2, (i) => [
      `T${i}`,
      trigger(i, `\${alicloud_fcv3_function.F${i}.function_name}`, "LATEST"),
    ]),
  });

/**
 * Whole front doors: a function with a version, an alias and its trigger; of every two, one behind
 * a custom domain with its record, and one behind an API of a group, with a plugin.
 */
const fronts = (count) => {
  const some = Math.floor(count / 6);
  const half = Math.floor(some / 2);
  const name = (i) => `\${alicloud_fcv3_function.F${i}.function_name}`;
  const alias = (i) => `\${alicloud_fcv3_alias.A${i}.alias_name}`;
  return document(
    {
      alicloud_fcv3_function: times(some, (i) => [`F${i}`, fn(i)]),
      alicloud_fcv3_function_version: times(some, (i) => [`V${i}`, { function_name: name(i) }]),
      alicloud_fcv3_alias: times(some, (i) => [
        `A${i}`,
        {
          alias_name: "live",
          function_name: name(i),
          version_id: `\${alicloud_fcv3_function_version.V${i}.version_id}`,
        },
      ]),
      alicloud_fcv3_trigger: times(some, (i) => [`T${i}`, trigger(i, name(i), alias(i), i < half)]),
      alicloud_fcv3_custom_domain: times(half, (i) => [
        `D${i}`,
        {
          custom_domain_name: `d${i}.example.com`,
          depends_on: [`alicloud_alidns_record.R${i}`],
          protocol: "HTTP",
          route_config: [
            {
              routes: [
                { function_name: name(i), methods: ["GET"], path: "/*", qualifier: alias(i) },
                { function_name: name(i), methods: ["POST"], path: "/orders", qualifier: alias(i) },
              ],
            },
          ],
        },
      ]),
      alicloud_alidns_record: times(half, (i) => [
        `R${i}`,
        {
          domain_name: "example.com",
          rr: `d${i}`,
          type: "CNAME",
          value: "1234567890123456.ap-southeast-1.fc.aliyuncs.com",
        },
      ]),
      alicloud_api_gateway_group: {
        G: { base_path: "/", description: "bench", name: "bench_group" },
      },
      alicloud_api_gateway_api: times(half, (i) => [
        `P${i}`,
        {
          auth_type: "APP",
          description: "bench",
          group_id: "${alicloud_api_gateway_group.G.id}",
          http_service_config: [
            {
              address: `\${alicloud_fcv3_trigger.T${half + i}.http_trigger[0].url_intranet}`,
              method: "GET",
              path: `/items/${i}`,
              timeout: 10000,
            },
          ],
          name: `api_${i}`,
          request_config: [
            { method: "GET", mode: "MAPPING", path: `/items/${i}`, protocol: "HTTPS" },
          ],
          service_type: "HTTP",
          stage_names: ["RELEASE"],
        },
      ]),
      alicloud_api_gateway_plugin: {
        IP: {
          plugin_data: JSON.stringify({ items: [{ blocks: ["203.0.113.0/24"] }], type: "ALLOW" }),
          plugin_name: "office",
          plugin_type: "ipControl",
        },
        SIGN: {
          plugin_data:
            '${jsonencode({"type" = "APIGW_BACKEND", "key" = var.key, "secret" = var.secret})}',
          plugin_name: "signature",
          plugin_type: "backendSignature",
        },
      },
      alicloud_api_gateway_group_plugin_attachment: {
        S: {
          group_id: "${alicloud_api_gateway_group.G.id}",
          plugin_id: "${alicloud_api_gateway_plugin.SIGN.id}",
          stage_name: "RELEASE",
        },
      },
      alicloud_api_gateway_plugin_attachment: times(half, (i) => [
        `X${i}`,
        {
          api_id: `\${alicloud_api_gateway_api.P${i}.api_id}`,
          group_id: "${alicloud_api_gateway_group.G.id}",
          plugin_id: "${alicloud_api_gateway_plugin.IP.id}",
          stage_name: "RELEASE",
        },
      ]),
    },
    { key: { sensitive: true }, secret: { sensitive: true } },
  );
};

/** The plan of the triggers, none of which is there yet. */
const plan = (count) => {
  const type = "alicloud_fcv3_trigger";
  const provider = "registry.terraform.io/aliyun/alicloud";
  const all = Object.entries(triggers(count).resource[type]).map(([name, block]) => {
    const values = { ...block, description: null, invocation_role: null, source_arn: null };
    delete values["//"];
    return { block: { address: `${type}.${name}`, mode: "managed", type, name }, values };
  });
  return {
    format_version: "1.2",
    terraform_version: "1.13.4",
    planned_values: {
      root_module: {
        resources: all.map(({ block, values }) => ({
          ...block,
          provider_name: provider,
          schema_version: 0,
          values,
          sensitive_values: {},
        })),
      },
    },
    resource_changes: all.map(({ block, values }) => ({
      ...block,
      provider_name: provider,
      change: {
        actions: ["create"],
        before: null,
        after: values,
        after_unknown: { create_time: true, id: true, last_modified_time: true, trigger_id: true },
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration: {
      provider_config: {
        alicloud: {
          name: "alicloud",
          full_name: provider,
          version_constraint: ">= 1.289.0, < 2.0.0",
          expressions: { region: { constant_value: "ap-southeast-1" } },
        },
      },
      root_module: {
        resources: all.map(({ block, values }) => ({
          ...block,
          provider_config_key: "alicloud",
          expressions: Object.fromEntries(
            Object.entries(values)
              .filter(([, value]) => value !== null)
              .map(([name, value]) => [name, { constant_value: value }]),
          ),
          schema_version: 0,
        })),
      },
    },
  };
};

const KINDS = { triggers, functions, fronts, plan };

/** A configuration, or plan, with so many resources. */
const configuration = (kind, count) => KINDS[kind](count);

module.exports = { configuration };

if (require.main === module) {
  const [kind, count, file] = process.argv.slice(2);
  writeFileSync(file, JSON.stringify(configuration(kind, Number(count)), undefined, 2));
}
