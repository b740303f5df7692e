import type { TerraformJson } from "../../lib/graph";
import type { Rule } from "../../lib/rules";
import { type More, attachment, gateway, plugin } from "./gateway";
import { type Judged, judged } from "./rule";

/** Data that a plugin of a type can have. */
export const DATA: Readonly<Record<string, object>> = {
  ipControl: { type: "ALLOW", items: [{ blocks: ["203.0.113.0/24"] }] },
  basicAuth: { users: [{ username: "partner", password: "${var.x}" }] },
  jwtAuth: { parameter: "X-Token", parameterLocation: "header", jwk: {} },
  circuitBreaker: { timeoutThreshold: 15, windowInSeconds: 30, openTimeoutSeconds: 15 },
};

/** A plugin attached to the API `a`, by the name of its type. */
export const onApi = (type: string, stage = "RELEASE", data: object = DATA[type] ?? {}): object =>
  plugin(type, type, data, stage);

/** A plugin attached to the group of the API. */
export const onGroup = (type: string, stage = "RELEASE", data: object = DATA[type] ?? {}) => ({
  ...plugin(type, type, data),
  alicloud_api_gateway_plugin_attachment: {},
  alicloud_api_gateway_group_plugin_attachment: {
    [type]: { ...attachment(type, { stage_name: stage }), api_id: undefined },
  },
});

/** Several resources by type and name in one. */
export const together = (...all: readonly object[]): object => {
  const merged: Record<string, object> = {};
  for (const resources of all) {
    for (const [type, named] of Object.entries(resources)) {
      merged[type] = { ...merged[type], ...named };
    }
  }
  return merged;
};

/** What a rule says of the API `a` with more resources, where `var.x` and `var.stages` are not known. */
export const judgedApi = (
  rule: Rule,
  a: object,
  resource: object = {},
  more: Partial<More> = {},
): Judged => judged(rule, gatewayWith(a, resource, more));

/** The same configuration, not judged. */
export const gatewayWith = (a: object, resource: object, more: Partial<More> = {}): TerraformJson =>
  gateway(a, {
    trigger: null,
    ...more,
    variable: { x: {}, stages: {}, ...more.variable },
    resource,
  });

/** What stands behind `got` in each finding. */
export const gotIn = ({ violated }: Judged): readonly (string | undefined)[] =>
  violated.map((text) => /got +(.+)/.exec(text)?.[1]);
