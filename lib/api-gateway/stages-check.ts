import { BUILT_IN_STAGES, gatewayPartDescriptionProblem } from "../facts/gateway-stages";
import { notEmpty } from "../facts/not-empty";
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
  once,
  optional,
  required,
  text,
} from "../props";
import { GatewayStage } from "./stage";

const atLeastOne = notEmpty({
  got: "an empty list",
  expected: "at least one stage: what is published to none answers nobody",
  fix: "give GatewayStage.RELEASE, or leave it out",
});

/** What is wrong with a list of stages. */
export const stagesCheck: Check = literal(
  inTurn(
    list(inTurn(instance(GatewayStage, "GatewayStage.RELEASE"), stageProblems), atLeastOne),
    once("each stage once", (stage) => ({ key: (stage as GatewayStage).stageName })),
  ),
);

function stageProblems(value: unknown, at: string): readonly PropProblem[] {
  const stage = value as GatewayStage;
  const check = object({
    stageName: required(literalText(stage._model ? ownNameProblem : nameProblem)),
    description: optional(text(gatewayPartDescriptionProblem)),
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
  if (!BUILT_IN_STAGES.includes(name)) return nameProblem(name);
  const expected = "another name than those of the stages that are always there";
  return { got: JSON.stringify(name), expected, fix: `write GatewayStage.${name}` };
}
