import { HTTP_METHODS } from "../../facts/methods";
import type { Answer, GatewayApiNode, GatewayFront, TriggerNode, Value } from "../../graph";
import { settingOf } from "../http-trigger/settings";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { frontsIn } from "./fronts";

const message = "the trigger behind an API refuses a method that the API forwards, with 403";

/** Function Compute answers 403 to a method that the trigger does not list. */
export const methods: Rule = {
  id: "api-gateway/methods",
  level: "error",
  title: "every method that a gateway API forwards is one that the trigger accepts",
  *evaluate(graph) {
    for (const { api, front } of frontsIn(graph)) {
      for (const trigger of front.candidates) {
        const isSaid = front.kind === "backend" && saidOfOwn(api, front, trigger);
        if (!isSaid) yield* verdicts(api, front, trigger);
      }
    }
  },
};

/** Whether the same is said of the API's own service, which a backend that is taken by its id stands beside. */
function saidOfOwn(api: GatewayApiNode, front: GatewayFront, trigger: TriggerNode): boolean {
  const own = api.fronts.find(
    (other) => other.via === api.resource && other.candidates.includes(trigger),
  );
  const gotOf = (one: GatewayFront): readonly string[] =>
    [...verdicts(api, one, trigger)].map((verdict) =>
      verdict.answer === "violated" ? verdict.detail.got : verdict.answer,
    );
  return own !== undefined && gotOf(own).join() === gotOf(front).join();
}

function* verdicts(
  api: GatewayApiNode,
  front: GatewayFront,
  trigger: TriggerNode,
): Iterable<Verdict> {
  const accepted = settingOf(trigger, "methods");
  // What is no list is for http-trigger/methods to say.
  if (!accepted || !(accepted.isUnknown || accepted.items.length > 0)) return;
  const sent = forwarded(api, front);
  const where = {
    attribute: sent.attribute,
    message,
    related: [{ resource: trigger.resource, message: "the trigger" }],
  };
  const refused = sent.methods.filter((method) => acceptance(accepted, method) === "no");
  const all = refused.length === sent.methods.length && sent.open.length === 0;
  const sure =
    front.trigger === trigger && front.certain === "yes" && (all || sent.doubts.length === 0);
  if (refused.length > 0 && sure) {
    yield violated(api.resource, {
      ...where,
      got: `${sent.isAny ? "ANY, which is all seven methods" : refused.join(", ")}, in front of ${trigger.address}, which takes ${show(accepted)}`,
      expected: "methods that the trigger takes",
      fix: `add ${refused.join(", ")} to the trigger's methods, or forward another method`,
      values: [accepted, sent.value],
    });
    return;
  }
  const needs = refused.length > 0 ? [...front.needs, ...sent.doubts] : [];
  const unsure = sent.methods.some((method) => acceptance(accepted, method) === "unknown");
  const open = acceptsAll(accepted) ? [] : [...sent.open, ...(unsure ? [accepted] : [])];
  if (needs.length + open.length > 0) yield undecided(api.resource, where, [...needs, ...open]);
}

/** The methods that an API sends on, as far as they are known. */
interface Forwarded {
  readonly attribute: string;
  readonly methods: readonly string[];
  readonly isAny: boolean;
  readonly value: Value;
  /** The method, where it is not known. */
  readonly open: readonly Value[];
  /** What decides whether all of them are sent. */
  readonly doubts: readonly (Value | string)[];
}

/**
 * The backend's method is sent, and the caller's where that is ANY. With PASSTHROUGH the vendor's
 * documents do not say which of two different ones.
 */
function forwarded(api: GatewayApiNode, { attribute, method, kind }: GatewayFront): Forwarded {
  const asked = listed("request_config.method", api.method);
  const block = attribute.replace(/\.[^.]*$/, "");
  const own = kind === "FunctionCompute" || kind === "HTTP" ? `${block}.method` : attribute;
  const named = !method.isNull && method.text !== "" && !isAny(method);
  if (!named) return asked;
  const sent = listed(own, method);
  const isMapped = !api.mode.isUnknown && api.mode.text !== "PASSTHROUGH";
  if (isMapped || method.same(api.method) === "yes") return sent;
  return {
    ...sent,
    methods: [...new Set([...sent.methods, ...asked.methods])],
    open: [...sent.open, ...asked.open],
    doubts: [api.mode.isUnknown ? api.mode : "whose method the mode PASSTHROUGH sends"],
  };
}

function listed(attribute: string, value: Value): Forwarded {
  const any = isAny(value);
  const methods = any ? HTTP_METHODS : value.text ? [value.text.toUpperCase()] : [];
  return {
    attribute,
    methods,
    isAny: any,
    value,
    open: value.isUnknown ? [value] : [],
    doubts: [],
  };
}

function isAny({ text }: Value): boolean {
  return text?.toUpperCase() === "ANY";
}

function acceptance(accepted: Value, method: string): Answer {
  if (accepted.isUnknown) return "unknown";
  if (accepted.items.some((item) => item.text?.toUpperCase() === method)) return "yes";
  return accepted.items.some((item) => item.isUnknown) ? "unknown" : "no";
}

/** A method that is not known is one of the seven, or ANY. */
function acceptsAll(accepted: Value): boolean {
  return HTTP_METHODS.every((method) => acceptance(accepted, method) === "yes");
}
