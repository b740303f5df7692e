import {
  type FrontSpec,
  type RouteSpec,
  authOf,
  bindingOf,
  stagesOf,
  stagesOfRoute,
} from "./front";
import { type PluginSpec, guards } from "./plugins";

const BUILT_IN = ["RELEASE", "PRE", "TEST"];

/** What must be said of a front that nothing is wrong with, by rule: each line is a reason. */
export function warningsOf(front: FrontSpec): ReadonlySet<string> {
  const { routes, domain, group } = front;
  const called = routes.filter(({ mock }) => !mock);
  const reasons: Readonly<Record<string, boolean>> = {
    // Anybody gets in.
    open: called.some((route) => openOn(front, route).includes("open")),
    "https-only": routes.some(({ protocol }) => (protocol ?? "HTTPS") !== "HTTPS"),
    "open-api": routes.some(({ notMapped = [] }) => notMapped.length > 0),
    // APP, and no app.
    "app-authorised": routes.some(
      (route) =>
        authOf(front, route).length === 0 &&
        stagesOfRoute(front, route).some((stage) => BUILT_IN.includes(stage)),
    ),
    // The gateway waits less than the function runs.
    timeout: called.some(({ seconds }) => waits(front, seconds) < runs(front)),
    "dedicated-plugin":
      group !== "dedicated" &&
      group !== "imported" &&
      allPlugins(front).some(
        ({ type, as }) => ["circuitBreaker", "remoteAuth"].includes(type) && as !== "imported",
      ),
    "default-domain": !domain && group !== "imported",
    icp:
      domain !== undefined &&
      domain.icpFiling === undefined &&
      group !== "imported" &&
      (bindingOf(domain) === "stack" || ["zone", "wait"].includes(domain.dns ?? "")),
  };
  return rules(reasons);
}

/** What has to be open, by rule, and what may be. */
export function openOf(front: FrontSpec): { must: ReadonlySet<string>; may: ReadonlySet<string> } {
  const { routes, domain, group, target } = front;
  const called = routes.filter(({ mock }) => !mock);
  const reasons = {
    // An imported plugin has a type that the resources do not tell.
    open: called.some((route) => openOn(front, route).includes("unknown")),
    // Nothing is known of an imported trigger.
    "internet-url-disabled": target === "imported trigger" && called.length > 0,
    // By hand nothing here binds it.
    "domain-binding":
      domain !== undefined &&
      bindingOf(domain) === "hand" &&
      ["zone", "wait"].includes(domain.dns ?? "") &&
      group !== "imported",
  };
  const perhaps = {
    "one-plugin-per-type": allPlugins(front).some(({ as }) => as === "imported"),
  };
  return { must: rules(reasons), may: rules({ ...reasons, ...perhaps }) };
}

function rules(reasons: Readonly<Record<string, boolean>>): ReadonlySet<string> {
  const found = Object.keys(reasons).filter((name) => reasons[name]);
  return new Set(found.map((name) => `api-gateway/${name}`));
}

/** Of each stage of a route whether it keeps callers out. */
function openOn(front: FrontSpec, route: RouteSpec): readonly ("open" | "closed" | "unknown")[] {
  if (authOf(front, route) !== "anonymous") return [];
  const isShared = front.group === "existing" || front.group === "imported";
  return stagesOfRoute(front, route).map((stage) => {
    const holds = ({ stages }: PluginSpec): boolean => stages?.includes(stage) ?? true;
    const own = (route.plugins ?? []).filter(holds);
    // On a group both are attached, and the resources do not tell of which type the imported one is.
    const isReplaced = ({ type, as }: PluginSpec): boolean =>
      own.some((one) => one.type === type && (isShared || ![one.as, as].includes("imported")));
    const others = [...front.protect, ...front.plugins].filter(holds);
    const all = [...own, ...others.filter((one) => !isReplaced(one))];
    if (all.some((one) => one.as !== "imported" && guards(one))) return "closed";
    return all.some(({ as }) => as === "imported") ? "unknown" : "open";
  });
}

/** How long the function may run, in seconds. */
function runs({ target, seconds }: FrontSpec): number {
  if (["imported", "qualified", "imported trigger"].includes(target)) return 0;
  return seconds ?? 3;
}

function waits(front: FrontSpec, seconds: number | undefined): number {
  const usual = Math.max(30, runs(front));
  return seconds ?? (front.backend && front.backendSeconds) ?? usual;
}

/** All plugins for callers, on the front or on one route. */
export function allPlugins({ protect, plugins, routes }: FrontSpec): readonly PluginSpec[] {
  return [...protect, ...plugins, ...routes.flatMap((route) => route.plugins ?? [])];
}

/** How often something is attached to the group of a front: nothing of it is said by its routes. */
export function groupAttachments(front: FrontSpec): number {
  const stages = stagesOf(front).length;
  if (front.group === "existing" || front.group === "imported") return 0;
  return [...front.protect, ...front.plugins].reduce(
    (sum, { stages: own }) => sum + (own?.length ?? stages),
    stages,
  );
}
