import { Fn, Token } from "cdktf";
import { callerIdProblem } from "../../../facts/gateway-id";
import { type PropProblem, optional, text } from "../../../props";
import type { IApiApp } from "../../app/api-app-ref";
import { appCheck } from "../../app/apps-check";

/** The props that name an app. */
export const appProps = {
  app: optional(appCheck),
  appId: optional(text(callerIdProblem)),
};

/** What is wrong where more than one of the props stands that name a caller. */
export function oneOf(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
): readonly PropProblem[] {
  const found = names.filter((name) => given[name] !== undefined);
  if (found.length < 2) return [];
  return [
    { at: found[1], got: found.join(" and "), expected: "one of them", fix: `remove ${found[1]}` },
  ];
}

/** The id of an app that is named by itself or by its id. */
export function appIdOf(given: { app?: IApiApp; appId?: string }): string | undefined {
  return given.app?.appId ?? given.appId ?? undefined;
}

/** An id as the gateway has it, a number; as text where JavaScript cannot hold the number. */
export function idNumber(id: string): unknown {
  if (Token.isUnresolved(id)) return Fn.tonumber(id);
  return Number.isSafeInteger(Number(id)) ? Number(id) : id;
}
