import { pathShape } from "../../facts/gateway-path";
import type { PropProblem } from "../../props";
import type { Call } from "./calls";
import { GatewayMethod } from "./words";

const { ANY } = GatewayMethod as Record<string, string>;

/** Calls that two routes take: what is wrong with the later one, once for each two. */
export function repeatedCalls(calls: readonly Call[], at: string): readonly PropProblem[] {
  const byShape = new Map<string, Call[]>();
  const said = new Set<string>();
  return calls.flatMap((call): readonly PropProblem[] => {
    const shape = pathShape(call.path);
    const same = byShape.get(shape) ?? [];
    byShape.set(shape, same);
    const first = same.find((other) => other.index !== call.index && isSame(other, call));
    same.push(call);
    const key = `${first?.index} ${call.index}`;
    if (!first || said.has(key)) return [];
    said.add(key);
    return [
      {
        at: `${at}[${call.index}]`,
        ...(first.method === call.method ? twice : besideAny)(first, call, at),
      },
    ];
  });
}

/** Whether two calls are the same, or one is among the other's. */
export function isSame(one: Call, other: Call): boolean {
  return (
    pathShape(one.path) === pathShape(other.path) &&
    (one.method === other.method || one.method === ANY || other.method === ANY)
  );
}

function twice(first: Call, { index, method, path }: Call, at: string) {
  const other = first.path === path ? "" : `, there ${JSON.stringify(first.path)}`;
  return {
    got: `${method} ${path} again, as ${at}[${first.index}]${other}`,
    expected: `each path once for a method${other && ", whatever its parameters are called"}`,
    fix: `remove ${at}[${index}] or ${at}[${first.index}], or give one another path or method`,
  };
}

function besideAny(first: Call, call: Call, at: string) {
  const [any, named] = first.method === ANY ? [first, call] : [call, first];
  return {
    got: `${call.method} ${call.path} beside ${first.method} of ${at}[${first.index}]`,
    expected: "no other route on the path of one that takes every method",
    fix: `remove ${at}[${named.index}], or list the methods of ${at}[${any.index}] without ${named.method}`,
  };
}
