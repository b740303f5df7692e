import { descriptionProblem } from "../facts/description";
import { repeated } from "../facts/issue";
import type { Problem } from "../facts/problem";
import {
  type Check,
  type PropProblem,
  inTurn,
  instance,
  list,
  literal,
  literalText,
  object,
  optional,
  required,
  text,
} from "../props";
import { GatewayStage } from "./stage";

const MOST_DESCRIPTION_CHARACTERS = 200;

/** What is wrong with a list of stages. */
export const stagesCheck: Check = literal(
  inTurn(
    list(inTurn(instance(GatewayStage, "GatewayStage.RELEASE"), stageProblems), atLeastOne),
    stagesTwice,
  ),
);

function atLeastOne(stages: readonly unknown[]): Problem | undefined {
  if (stages.length > 0) return undefined;
  const expected = "at least one stage: what is published to none answers nobody";
  return { got: "an empty list", expected, fix: "give GatewayStage.RELEASE, or leave it out" };
}

function stageProblems(value: unknown, at: string): readonly PropProblem[] {
  const stage = value as GatewayStage;
  const check = object({
    stageName: required(literalText(stage._model ? ownNameProblem : nameProblem)),
    description: optional(text((text) => descriptionProblem(text, MOST_DESCRIPTION_CHARACTERS))),
  });
  return check({ stageName: stage.stageName, ...stage._model }, at);
}

function nameProblem(name: string): Problem | undefined {
  if (/^[A-Z0-9]{2,10}$/.test(name)) return undefined;
  const upper = name.toUpperCase();
  const expected = "2 to 10 capital letters and digits";
  const fix = /^[A-Z0-9]{2,10}$/.test(upper) ? `write ${JSON.stringify(upper)}` : "rename it";
  return { got: JSON.stringify(name), expected, fix };
}

function ownNameProblem(name: string): Problem | undefined {
  if (!["RELEASE", "PRE", "TEST"].includes(name)) return nameProblem(name);
  const expected = "another name than those of the stages that are always there";
  return { got: JSON.stringify(name), expected, fix: `write GatewayStage.${name}` };
}

function stagesTwice(stages: unknown, at: string): readonly PropProblem[] {
  const names = (stages as readonly GatewayStage[]).map(({ stageName }) => stageName);
  return repeated(names).map(({ index, first }) => ({
    at: `${at}[${index}]`,
    got: `${names[index]} again, as ${at}[${first}]`,
    expected: "each stage once",
    fix: "remove it",
  }));
}
