import { Token } from "cdktf";
import { requestPathProblem } from "../../facts/gateway-path";
import { isAbsent, isRecord } from "../../facts/issue";
import { itemsIn } from "../../props";
import { GatewayMethod } from "./words";

/** The calls of one method of a route. */
export interface Call {
  /** The route's place in the list. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  /** All methods of the route. */
  readonly methods: readonly string[];
  /** The name that was given to the route's APIs. */
  readonly apiName: string | undefined;
}

const METHODS: readonly unknown[] = Object.values(GatewayMethod);

/** The calls that routes take, of those whose path and methods are right. */
export function callsOf(routes: readonly unknown[]): readonly Call[] {
  return routes.flatMap((route, index): readonly Call[] => {
    if (!isRecord(route)) return [];
    const { path, methods, apiName } = route;
    if (typeof path !== "string" || Token.isUnresolved(path) || requestPathProblem(path)) return [];
    const known = isAbsent(methods) ? [GatewayMethod.ANY] : itemsIn(methods);
    const right = [...new Set(known)].filter((method) => METHODS.includes(method)) as string[];
    const name = typeof apiName === "string" ? apiName : undefined;
    return right.map((method) => ({ index, method, path, methods: right, apiName: name }));
  });
}
