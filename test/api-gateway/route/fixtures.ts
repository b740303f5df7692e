import { type ApiRouteProps } from "../../../lib/api-gateway/route";
import { apisOf } from "../../../lib/api-gateway/route/apis";
import { routesCheck } from "../../../lib/api-gateway/route/checks";
import { GatewayStage } from "../../../lib/api-gateway/stage";
import { type PropProblem, given } from "../../../lib/props";

const RELEASE = [GatewayStage.RELEASE];

/** What is said of routes. */
export function problems(routes: unknown, stages = RELEASE): readonly PropProblem[] {
  return routesCheck(stages)(routes, "routes");
}

/** What is said of `/orders/[id]` with something else; first without `routes[0]`. */
export function problemsOf(route: object, stages = RELEASE): readonly PropProblem[] {
  return problems([{ path: "/orders/[id]", ...route }], stages).map(({ at, ...rest }) => ({
    at: at.replace(/^routes\[0\]\.?/, ""),
    ...rest,
  }));
}

/** The APIs of routes, of which nothing may be wrong. */
export function apis(...routes: readonly ApiRouteProps[]) {
  expect(problems(routes)).toEqual([]);
  return apisOf(given(routes));
}
