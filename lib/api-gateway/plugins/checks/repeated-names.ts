import { Token } from "cdktf";
import { isRecord } from "../../../facts/issue";
import { type PropProblem, itemsIn } from "../../../props";
import { GatewayPlugin } from "../gateway-plugin";

/** What a front is given that plugins are made of, whatever was given. */
export interface PluginProps {
  readonly backendSignature?: unknown;
  readonly protect?: unknown;
  readonly plugins?: unknown;
  readonly routes?: unknown;
}

/**
 * Names that two plugins would have. A route has a plugin of its own for each of its methods.
 *
 * Source: CreatePlugin, `PluginName`: unique in the account.
 */
export function repeatedPluginNames(front: PluginProps): readonly PropProblem[] {
  const known = new Map<string, string>();
  return namedIn(front).flatMap(({ at, name, methods }): readonly PropProblem[] => {
    const first = known.get(name);
    if (first === undefined) known.set(name, at);
    if (first === undefined && methods < 2) return [];
    const shown = Token.isUnresolved(name) ? "the same" : JSON.stringify(name);
    const expected = "a name that no other plugin of the account has";
    return [
      first === undefined
        ? {
            at: `${at}.pluginName`,
            got: `${shown} for ${methods} plugins, one for each method of the route`,
            expected,
            fix: "leave it out, or give each method a route",
          }
        : {
            at: `${at}.pluginName`,
            got: `${shown} again, as ${first}`,
            expected,
            fix: "give one of the two another name, or leave it out",
          },
    ];
  });
}

interface Named {
  readonly at: string;
  readonly name: string;
  /** How many plugins are made of it. */
  readonly methods: number;
}

function namedIn({ backendSignature, protect, plugins, routes }: PluginProps): readonly Named[] {
  return [
    ...named(backendSignature, "backendSignature", 1),
    ...itemsIn(protect).flatMap((one, index) => named(one, `protect[${index}]`, 1)),
    ...itemsIn(plugins).flatMap((one, index) => named(one, `plugins[${index}]`, 1)),
    ...itemsIn(routes).flatMap((route, index) =>
      isRecord(route)
        ? itemsIn(route.plugins).flatMap((one, place) =>
            named(one, `routes[${index}].plugins[${place}]`, itemsIn(route.methods).length),
          )
        : [],
    ),
  ];
}

function named(plugin: unknown, at: string, methods: number): readonly Named[] {
  if (!(plugin instanceof GatewayPlugin) || plugin._pluginId !== undefined) return [];
  const { pluginName: name } = plugin._options;
  return typeof name === "string" ? [{ at, name, methods }] : [];
}
