import { type JsonObject, type Resource, type ResourceGraph, blocks } from "../graph";
import type { MatcherContext, MatcherResult } from "./context";
import { graphOf } from "./graph-of";
import { hasAll } from "./subset";

/** A type of resource: `alicloud_fcv3_trigger`, or the class of a binding. */
export type ResourceType = string | { readonly tfResourceType: string };

/** A resource: its address, `alicloud_fcv3_trigger.http`, or a binding. */
export type ResourceAddress =
  string | { readonly terraformResourceType: string; readonly friendlyUniqueId: string };

/** There is a resource of the type that has these arguments, and perhaps more. */
export function toHaveResource(
  this: MatcherContext,
  received: unknown,
  type: ResourceType,
  properties: object = {},
): MatcherResult {
  const { equals, utils, isNot } = this;
  const name = typeNameOf(type);
  const resources = written(graphOf(received), name);
  const met = resources.filter(({ body }) => hasAll(body, properties, equals));
  const hint = utils.matcherHint("toHaveResource", "received", "type", {
    isNot,
    secondArgument: "properties",
  });
  const message = (): string => {
    if (met.length > 0) {
      return `${hint}\n\nexpected none such, but there is ${met.map(({ address }) => address).join(", ")}`;
    }
    if (resources.length === 0)
      return `${hint}\n\nexpected ${name}, but there is none of this type`;
    const shown = resources.map(({ address, body }) =>
      [address, utils.diff(properties, chosen(body, properties)) ?? ""].join("\n"),
    );
    return `${hint}\n\nexpected ${name} with these arguments, but there is\n\n${shown.join("\n\n")}`;
  };
  return { pass: met.length > 0, message };
}

/** There are so many resources of the type. */
export function toHaveResourceCount(
  this: MatcherContext,
  received: unknown,
  type: ResourceType,
  count: number,
): MatcherResult {
  const { utils, isNot } = this;
  const found = graphOf(received).ofType(typeNameOf(type));
  const hint = utils.matcherHint("toHaveResourceCount", "received", "type", {
    isNot,
    secondArgument: "count",
  });
  const addresses = found.map(({ address, instance }) => `\n  ${address}${instance}`).join("");
  return {
    pass: found.length === count,
    message: () =>
      `${hint}\n\nexpected ${isNot ? "not " : ""}${count} of ${typeNameOf(type)}, but there are ${found.length}${addresses}`,
  };
}

/** One resource refers to another one, or depends on it, directly or through others: it is created after it. */
export function toHaveReference(
  this: MatcherContext,
  received: unknown,
  from: ResourceAddress,
  to: ResourceAddress,
): MatcherResult {
  const { utils, isNot } = this;
  const graph = graphOf(received);
  const named = (address: string): readonly Resource[] =>
    graph.modules.flatMap(({ resources }) => resources.filter((one) => one.address === address));
  const users = named(addressOf(from));
  const targets = named(addressOf(to));
  const pass = users.some((user) => targets.some((target) => graph.dependsOn(user, target)));
  const hint = utils.matcherHint("toHaveReference", "received", "from", {
    isNot,
    secondArgument: "to",
  });
  const message = (): string => {
    if (pass)
      return `${hint}\n\nexpected no way from ${addressOf(from)} to ${addressOf(to)}, but there is one`;
    for (const [address, found] of [
      [addressOf(from), users],
      [addressOf(to), targets],
    ] as const) {
      if (found.length === 0) return `${hint}\n\nthere is no ${address}`;
    }
    const direct = users.flatMap((user) => graph.targetsOf(user).map(({ address }) => address));
    const others = direct.length > 0 ? [...new Set(direct)].join(", ") : "nothing";
    return `${hint}\n\nexpected that ${addressOf(from)} refers to ${addressOf(to)}, but it refers to ${others}`;
  };
  return { pass, message };
}

function typeNameOf(type: ResourceType): string {
  return typeof type === "string" ? type : type.tfResourceType;
}

function addressOf(resource: ResourceAddress): string {
  if (typeof resource === "string") return resource;
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** The blocks of a type as they are written, references as `${…}`. */
function written(
  { modules }: ResourceGraph,
  type: string,
): readonly { readonly address: string; readonly body: JsonObject }[] {
  return modules
    .flatMap(({ document }) => blocks(document.resource))
    .flatMap((types) => blocks(types[type]))
    .flatMap((names) =>
      Object.keys(names).flatMap((name) =>
        blocks(names[name]).map((body) => ({ address: `${type}.${name}`, body })),
      ),
    );
}

function chosen(value: Readonly<Record<string, unknown>>, expected: object): object {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, value[key]]));
}
