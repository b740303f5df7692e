import type { Path } from "../../facts/issue";
import type { GatewayPluginNode, ResourceGraph, Value } from "../../graph";
import { yamlOf } from "../../graph/yaml";
import type { Authentication } from "../auth/authentication";
import type { Rule, Verdict } from "../rule";
import { refuseInlineSecret, secretSource } from "../secret";
import { at, undecided } from "../verdict";
import { configuredAuthentications } from "./settings";

/** Who can read the configuration must not be able to call the function. */
export const inlineSecret: Rule = {
  id: "http-trigger/inline-secret",
  level: "error",
  title: "a bearer token or a password is a reference to something sensitive, never a literal",
  locked: true,
  secret: true,
  *evaluate(graph) {
    for (const authentication of configuredAuthentications(graph)) {
      yield* verdictsOn(graph, authentication);
    }
    for (const plugin of graph.gatewayPlugins) yield* verdictsOnPlugin(graph, plugin);
  },
};

const MESSAGE = "a bearer token or a password must not stand in the configuration";

function* verdictsOn(
  graph: ResourceGraph,
  { resource, path, type, config }: Authentication,
): Iterable<Verdict> {
  const message = MESSAGE;
  if (!config.isUnknown) {
    for (const secret of secretsIn(config, path)) {
      yield* refuseInlineSecret(
        graph,
        resource,
        { attribute: at(...secret.path), message },
        secret.value,
      );
    }
  } else if (type.isUnknown) {
    // It may hold a secret, or be of a type that has none.
    if (secretSource(graph, config).kind === "reference") return;
    yield undecided(resource, { attribute: at(...path), message }, [type, config]);
  } else if (type.text === "bearer" || type.text === "basic") {
    yield* refuseInlineSecret(graph, resource, { attribute: at(...path), message }, config);
  }
}

/** The passwords of a gateway's callers, in `basicAuth`; what cannot be read is for api-gateway/plugin-data to say. */
function* verdictsOnPlugin(
  graph: ResourceGraph,
  { resource, type, text, data }: GatewayPluginNode,
): Iterable<Verdict> {
  if (type.text !== "basicAuth") return;
  const attribute = "plugin_data";
  const config = data.value ?? yamlOf(text).value;
  if (!config) return;
  // Users may be in a data set, and no password in here.
  if (config.isUnknown && secretSource(graph, text).kind !== "reference") {
    yield undecided(resource, { attribute, message: MESSAGE }, [config]);
  }
  for (const { path, value } of secretsIn(config, [attribute])) {
    const where = { attribute: at(...path), message: MESSAGE, level: "note" } as const;
    yield* refuseInlineSecret(graph, resource, where, value);
  }
}

/** The members that hold a secret, in lower case. */
const SECRETS = ["tokendata", "password"];
/** The lists of objects with such a member, in lower case. */
const LISTS = ["tokens", "users"];

/** The tokens and passwords anywhere in an `authConfig`, and the lists of them that are not known. */
function* secretsIn(value: Value, path: Path): Iterable<{ path: Path; value: Value }> {
  for (const [index, item] of value.items.entries()) yield* secretsIn(item, [...path, index]);
  for (const [key, item] of value.entries) {
    const name = key.toLowerCase();
    const inside = [...path, key];
    if (SECRETS.includes(name)) yield { path: inside, value: item };
    else if (!LISTS.includes(name)) yield* secretsIn(item, inside);
    else if (item.isUnknown) yield { path: inside, value: item };
    else {
      for (const [index, element] of item.items.entries()) {
        if (element.isUnknown) yield { path: [...inside, index], value: element };
      }
      yield* secretsIn(item, inside);
    }
  }
}
