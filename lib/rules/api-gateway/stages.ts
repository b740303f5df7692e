import { type GatewayApiNode, Value } from "../../graph";

/** On which stages of an API something is, and what has to be known where that is not clear. */
export interface OnStages {
  /** The stages on which it surely is missing, as a message names them. */
  readonly missing: readonly string[];
  /** What has to be known to tell of the others. */
  readonly needs: readonly string[];
}

/** The stages to which an API is published: their names, and what stands for those that are not known. */
export function stagesOf({ stageNames }: GatewayApiNode): readonly Value[] {
  return [...stageNames.known.map((name) => Value.of(name)), ...stageNames.open];
}

/**
 * Looks at each stage to which an API is published.
 *
 * @param doubtsOn what has to be known to tell whether it is on a stage: nothing where it surely is; undefined where it surely is not
 */
export function onStages(
  api: GatewayApiNode,
  doubtsOn: (stage: Value) => readonly string[] | undefined,
): OnStages {
  const missing: string[] = [];
  const needs: string[] = [];
  for (const stage of stagesOf(api)) {
    const doubts = doubtsOn(stage);
    if (doubts) needs.push(...doubts);
    // A list that is not known may be empty.
    else if (stage === api.stages) needs.push(...stage.needs);
    else missing.push(stageText(stage));
  }
  return { missing, needs };
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
