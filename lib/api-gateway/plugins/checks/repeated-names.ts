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

interface Named extends PlacedPlugin {
  readonly name: string;
}

function namedIn(front: PluginProps): readonly Named[] {
  return madeIn(front).flatMap((made) => {
    const { pluginName: name } = made.plugin._options;
    return typeof name === "string" ? [{ ...made, name }] : [];
  });
}

/** A plugin that is made of what a prop has. */
export interface PlacedPlugin {
  readonly at: string;
  readonly plugin: GatewayPlugin;
  /** How many are made of it: on a route one for each of its methods. */
  readonly methods: number;
}

/** The plugins that a front makes, of its own and of its routes: not those that exist already. */
export function madeIn({
  backendSignature,
  protect,
  plugins,
  routes,
}: PluginProps): readonly PlacedPlugin[] {
  return [
    ...made(backendSignature, "backendSignature"),
    ...itemsIn(protect).flatMap((one, index) => made(one, `protect[${index}]`)),
    ...itemsIn(plugins).flatMap((one, index) => made(one, `plugins[${index}]`)),
    ...itemsIn(routes).flatMap((route, index) =>
      isRecord(route)
        ? itemsIn(route.plugins).flatMap((one, place) =>
            made(one, `routes[${index}].plugins[${place}]`, itemsIn(route.methods).length),
          )
        : [],
    ),
  ];
}

function made(plugin: unknown, at: string, methods = 1): readonly PlacedPlugin[] {
  if (!(plugin instanceof GatewayPlugin) || plugin._pluginId !== undefined) return [];
  return [{ at, plugin, methods: Math.max(methods, 1) }];
}
