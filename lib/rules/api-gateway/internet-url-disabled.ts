import type { GatewayApiNode, GatewayFront, TriggerNode } from "../../graph";
import { settingOf } from "../http-trigger/settings";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { frontsIn, numberNeeds } from "./fronts";

const message =
  "the trigger behind a gateway API can be called from the internet, past the gateway";
const attribute = at("trigger_config", "disableURLInternet");

/** Whoever knows the public URL passes by every plugin of the gateway. */
export const internetUrlDisabled: Rule = {
  id: "api-gateway/internet-url-disabled",
  level: "error",
  title: "the trigger behind a gateway API has `disableURLInternet: true`",
  locked: true,
  *evaluate(graph) {
    const behind = new Map<TriggerNode, Behind>();
    const elsewhere = new Set<GatewayApiNode>();
    for (const { api, front } of frontsIn(graph)) {
      for (const trigger of front.candidates) {
        const doubts = doubtsOf(api, front, trigger);
        const known = behind.get(trigger);
        if (!known || (known.doubts.length > 0 && doubts.length === 0)) {
          behind.set(trigger, { api, doubts });
        }
      }
      if (front.candidates.length > 0 || elsewhere.has(api)) continue;
      elsewhere.add(api);
      yield undecided(api.resource, { attribute: front.attribute, message }, needsElsewhere(front));
    }
    for (const [trigger, found] of behind) yield* verdicts(trigger, found);
  },
};

/** An API in front of a trigger, and what has to be known to tell that it is. */
interface Behind {
  readonly api: GatewayApiNode;
  readonly doubts: readonly string[];
}

function doubtsOf(
  api: GatewayApiNode,
  { certain, trigger, needs }: GatewayFront,
  candidate: TriggerNode,
): readonly string[] {
  const open = certain === "yes" && trigger ? [] : needs;
  return [...open, ...numberNeeds(api, candidate)];
}

/** Only the configuration that declares the trigger tells. */
function needsElsewhere({ url, needs, certain }: GatewayFront): readonly string[] {
  if (needs.length > 0 && certain === "unknown") return needs;
  return url.text === undefined && needs.length > 0
    ? needs
    : [`disableURLInternet of the trigger ${url.isNull ? "behind it" : `at ${show(url)}`}`];
}

function* verdicts(trigger: TriggerNode, { api, doubts }: Behind): Iterable<Verdict> {
  // What is no boolean, or under another key, is for http-trigger/config to say.
  const disabled = settingOf(trigger, "disableURLInternet");
  if (!disabled || disabled.bool === true) return;
  const related = [{ resource: api.resource, message: "the API in front of it" }];
  if (disabled.isUnknown || doubts.length > 0) {
    if (!disabled.isUnknown && !disabled.isNull && disabled.kind !== "bool") return;
    const needs = [...disabled.needs, ...doubts];
    yield undecided(trigger.resource, { attribute, message, related }, needs);
    return;
  }
  if (!disabled.isNull && disabled.kind !== "bool") return;
  yield violated(trigger.resource, {
    attribute,
    message,
    got: `${disabled.isNull ? "nothing, which leaves the internet URL open" : "false"}, behind ${api.address}`,
    expected: "true",
    fix: 'write "disableURLInternet": true, and let the API call url_intranet',
    related,
    values: [disabled],
  });
}
