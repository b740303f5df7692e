import { Value } from "../../graph";

/** The endpoint of an account in a region that a DNS record leads to, as far as it is known. */
export interface Endpoint {
  /** Its region; undefined where not even its place in the text is known. */
  readonly region: Value | undefined;
  /** It answers inside VPCs only; undefined where that is not known. */
  readonly internal: boolean | undefined;
}

type Label = readonly (string | Value)[];

/** From the end. */
const HOST = ["com", "aliyuncs", "fc"];
const INTERNAL = "-internal";

/**
 * The endpoint of Function Compute that a text names, `<account>.<region>.fc.aliyuncs.com` or
 * `<account>.<region>-internal.fc.aliyuncs.com`; `other` where it surely is none; undefined where
 * that is not known. Letter case and a dot at the end are no matter.
 *
 * Source: "Configure custom domain names", "Add a CNAME record".
 */
export function endpointOf(value: Value): Endpoint | "other" | undefined {
  const labels = labelsOf(value);
  if (labels.at(-1)?.length === 0) labels.pop();
  for (const expected of HOST) {
    const label = labels.pop();
    if (!label) return "other";
    const end = label.at(-1);
    if (label.length === 1 && end === expected) continue;
    const mayBe = typeof end === "string" ? label.length > 1 && expected.endsWith(end) : true;
    return mayBe ? undefined : "other";
  }
  const [account, region, ...more] = labels;
  if (!account || more.length > 0) return "other";
  if (!region) return isKnown(account) ? "other" : { region: undefined, internal: undefined };
  return isNumber(account) && region.length > 0 ? inRegion(region) : "other";
}

/** Whether a text surely names an endpoint of Function Compute, of whatever region. */
export function isEndpoint(value: Value): boolean {
  const endpoint = endpointOf(value);
  return endpoint !== undefined && endpoint !== "other";
}

function inRegion(label: Label): Endpoint {
  const end = label[label.length - 1];
  if (typeof end !== "string") return { region: valueOf(label), internal: undefined };
  if (!end.endsWith(INTERNAL)) {
    // What is not known before it may be all but the end of the word.
    const internal = label.length > 1 && INTERNAL.endsWith(end) ? undefined : false;
    return { region: valueOf(label), internal };
  }
  const rest = end.slice(0, -INTERNAL.length);
  const region = [...label.slice(0, -1), ...(rest === "" ? [] : [rest])];
  return { region: valueOf(region), internal: true };
}

/** The account's id is a number, so a part of it is. */
function isNumber(label: Label): boolean {
  return label.length > 0 && label.every((part) => typeof part !== "string" || /^\d+$/.test(part));
}

function isKnown(label: Label): boolean {
  return label.every((part) => typeof part === "string");
}

function valueOf(label: Label): Value {
  if (isKnown(label)) return Value.of(label.join(""));
  const [first] = label;
  if (label.length === 1 && typeof first !== "string") return first;
  const holes = label.filter((part) => typeof part !== "string");
  return Value.composite(holes, "", label);
}

/** What stands between the dots, in lower case. */
function labelsOf(value: Value): Label[] {
  const labels: (string | Value)[][] = [[]];
  for (const part of value.parts ?? [value]) {
    const text = typeof part === "string" ? part : part.text;
    if (text === undefined) {
      labels[labels.length - 1].push(part);
      continue;
    }
    for (const [index, piece] of text.toLowerCase().split(".").entries()) {
      if (index > 0) labels.push([]);
      const label = labels[labels.length - 1];
      const before = label.at(-1);
      if (typeof before === "string") label[label.length - 1] = before + piece;
      else if (piece !== "") label.push(piece);
    }
  }
  return labels;
}
