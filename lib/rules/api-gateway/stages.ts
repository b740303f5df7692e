import { compare } from "../../facts/compare";
import { type GatewayApiNode, Value } from "../../graph";
import type { Detail, Verdict } from "../rule";
import { undecided, violated } from "../verdict";

/** On which stages of an API something is, and what has to be known where that is not clear. */
interface OnStages {
  /** The stages on which it surely is missing, as a message names them. */
  readonly missing: readonly string[];
  /** What has to be known to tell of the others. */
  readonly needs: readonly string[];
}

/** The stages to which an API is published: their names, in order as a plan has them, and what stands for those that are not known. */
export function stagesOf({ stageNames }: GatewayApiNode): readonly Value[] {
  return [...stageNames.known]
    .sort(compare)
    .map((name) => Value.of(name))
    .concat(stageNames.open);
}

/**
 * The verdict on the `auth_type` of an API which asks for something on each stage to which it is
 * published.
 *
 * @param message what is wrong where it is missing
 * @param mayBeOn of each that may be it on a stage, what has to be known to tell: nothing where it surely is
 * @param wrong what is said of the stages on which it surely is missing
 */
export function* askedOnStages(
  api: GatewayApiNode,
  message: string,
  mayBeOn: (stage: Value) => readonly (readonly string[])[],
  wrong: (stages: string) => Pick<Detail, "got" | "expected" | "fix">,
): Iterable<Verdict> {
  const { authType, resource, stages } = api;
  const where = { attribute: "auth_type", message };
  const { missing, needs } = onStages(api, mayBeOn);
  if (missing.length === 0 && needs.length === 0) return;
  if (missing.length === 0 || authType.isUnknown) {
    yield undecided(resource, where, [authType, ...needs]);
    return;
  }
  yield violated(resource, { ...where, ...wrong(listed(missing)), values: [authType, stages] });
}

function onStages(
  api: GatewayApiNode,
  mayBeOn: (stage: Value) => readonly (readonly string[])[],
): OnStages {
  const missing: string[] = [];
  const needs: string[] = [];
  for (const stage of stagesOf(api)) {
    const found = mayBeOn(stage);
    if (found.length > 0) needs.push(...(found.some(isSure) ? [] : found.flat()));
    // A list that is not known may be empty.
    else if (stage === api.stages) needs.push(...stage.needs);
    else missing.push(stageText(stage));
  }
  return { missing, needs };
}

function isSure(doubts: readonly string[]): boolean {
  return doubts.length === 0;
}

/** A stage as a message names it. */
export function stageText(stage: Value): string {
  if (stage.text !== undefined) return stage.text || '""';
  return stage.needs.map((need) => `\${${need}}`).join(" and ");
}

/** `PRE, RELEASE and TEST`. */
export function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
