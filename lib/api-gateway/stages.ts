import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ApiGatewayStageModel } from "../alicloud/api-gateway-stage-model";
import { oncePerProvider } from "../provider/once-per-provider";
import { type Part, makeResource, metaArguments } from "../synth";
import type { GatewayStage } from "./stage";

/** The stage of those that name none. */
export const DEFAULT_STAGE = "RELEASE";

/** A stage as resources name it. */
export interface BoundStage {
  readonly stage: GatewayStage;
  /** Its name, or a reference to it where the stack makes it. */
  readonly name: string;
}

/**
 * Makes the stages that the stack has to make, each once, and says how resources name them.
 *
 * @param scope the front's construct
 * @param part provider, order and place
 * @param stages the front's stages
 */
export function bindStages(
  scope: Construct,
  part: Part,
  stages: readonly GatewayStage[],
): readonly BoundStage[] {
  return stages.map((stage) => ({
    stage,
    name: stage._model ? modelOf(scope, part, stage) : stage.stageName,
  }));
}

function modelOf(scope: Construct, part: Part, { stageName, _model }: GatewayStage): string {
  const stack = TerraformStack.of(scope);
  const model = oncePerProvider(stack, `FrontDoorStage-${stageName}`, part.provider, (id) => {
    const own = new Construct(stack, id);
    makeResource(ApiGatewayStageModel, own, part.trace, {
      ...metaArguments({ provider: part.provider }),
      stageModelName: stageName,
      stageModelAlias: stageName,
      description: _model!.description,
    });
    return own;
  });
  return (model.node.defaultChild as ApiGatewayStageModel).stageModelName;
}
