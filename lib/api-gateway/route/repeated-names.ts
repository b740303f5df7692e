import { Token } from "cdktf";
import { gatewayNameProblem } from "../../facts/gateway-names";
import type { PropProblem } from "../../props";
import type { Call } from "./calls";
import { nameOf } from "./names";
import { isSame } from "./repeated-calls";

/** Names that two APIs have, and names that are too long with their method behind them. */
export function repeatedNames(calls: readonly Call[], at: string): readonly PropProblem[] {
  const byName = new Map<string, Call>();
  return calls.flatMap((call): readonly PropProblem[] => {
    const name = nameOf(call, call.method, call.methods);
    const place = `${at}[${call.index}].apiName`;
    const first = byName.get(name);
    if (!first) {
      byName.set(name, call);
      return tooLong(name, call).map((problem) => ({ at: place, ...problem }));
    }
    // That is said of their calls.
    if (isSame(first, call) || first.index === call.index) return [];
    const shown = Token.isUnresolved(name) ? "the same" : JSON.stringify(name);
    const given = call.apiName === undefined ? " by default" : "";
    return [
      {
        at: place,
        got: `${shown} again${given}, as ${at}[${first.index}] (${first.method} ${first.path})`,
        expected: "a name that no other API of the group has",
        fix: `give ${at}[${call.index}] or ${at}[${first.index}] another apiName`,
      },
    ];
  });
}

/** Said of the longest alone. */
function tooLong(name: string, { apiName, method, methods }: Call) {
  if (apiName === undefined || name === apiName || Token.isUnresolved(name)) return [];
  const [longest] = [...methods].sort((one, other) => other.length - one.length);
  if (method !== longest) return [];
  const problem = gatewayNameProblem(apiName) ? undefined : gatewayNameProblem(name);
  return problem ? [{ ...problem, got: `${problem.got} with a method behind` }] : [];
}
