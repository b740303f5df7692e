import type { Output, Reference, Resource, ResourceGraph, TriggerNode, Value } from "../../graph";

/** Somebody who uses the public URL of a trigger. */
export interface UrlUse {
  readonly user: Resource | Output;
  /** The argument that holds it; `value` of an output. */
  readonly attribute: string;
  /** It only shows or reads the URL: an output or a data source. */
  readonly reading: boolean;
  /** Of a plan: what may stand there instead, for a plan does not tell how a value is made. */
  readonly instead: readonly string[];
}

/** Who uses `url_internet` of a trigger: each user once, outputs that cdktf makes between stacks left out. */
export function* internetUrlUses(graph: ResourceGraph, trigger: TriggerNode): Iterable<UrlUse> {
  const uses = graph.usesOf(trigger.resource);
  if (uses.length === 0) return;
  const seen = new Set<Resource | Output>();
  for (const { user, reference } of uses) {
    const sameStack = user.stack === trigger.resource.stack;
    const wide = sameStack && isWide(reference, trigger);
    if (seen.has(user) || (sameStack && !wide && !isInternetUrl(reference))) continue;
    // A splat is followed step by step, so its value may know the first part of the reference only.
    const isUse = (inner: Reference): boolean =>
      sameStack
        ? reference.text.startsWith(inner.text) && inner.path.length > 0
        : inner.address === trigger.address && isInternetUrl(inner);
    const found = argumentsOf(user).find(([, read]) => {
      const value = read();
      return wide
        ? value.references.some((inner) => inner.address === trigger.address) && reads(value)
        : value.references.some(isUse);
    });
    if (!found) continue;
    seen.add(user);
    const [attribute, read] = found;
    const isPlan = graph.moduleOf(trigger.resource).isPlan === true;
    const instead = isPlan ? otherUrls(read(), trigger) : [];
    yield { user, attribute, reading: isOutput(user) || user.mode === "data", instead };
  }
}

function isInternetUrl(reference: Reference): boolean {
  return reference.path.includes("url_internet");
}

/** The other URLs that an expression has, of which a condition may choose one. */
function otherUrls(value: Value, { address }: TriggerNode): readonly string[] {
  return value.references
    .filter(
      (reference) =>
        reference.path.includes("url_intranet") ||
        (isInternetUrl(reference) && reference.address !== address),
    )
    .map(({ text }) => text);
}

/** A reference to all of a trigger, of which an expression around it takes a part: `one(….http_trigger).url_internet`. */
function isWide({ path }: Reference, { resource }: TriggerNode): boolean {
  const steps = path.slice(resource.instance === "" ? 0 : 1);
  return steps.every((step) => typeof step === "number" || step === "*" || step === "http_trigger");
}

/** Whether an expression that is not known takes the URL out of something. */
function reads(value: Value): boolean {
  return /\burl_internet\b/.test(value.key);
}

function argumentsOf(user: Resource | Output): readonly (readonly [string, () => Value])[] {
  if (isOutput(user)) {
    return user.name.startsWith("cross-stack-output-") ? [] : [["value", () => user.value]];
  }
  return user.argumentNames
    .filter((name) => name !== "depends_on")
    .map((name) => [name, () => user.get(name)] as const);
}

function isOutput(user: Resource | Output): user is Output {
  return !("argumentNames" in user);
}
