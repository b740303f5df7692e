import { countProblem } from "../facts/function-limits";
import { notEmpty } from "../facts/not-empty";
import { type Check, list, object, required, text } from "../props";

/** The private network that a function can reach. The three belong together. */
export interface VpcOptions {
  /** The VPC's id. */
  readonly vpcId: string;
  /** The ids of its vSwitches, at most 10. */
  readonly vswitchIds: string[];
  /** The id of the security group that the function's instances are in. */
  readonly securityGroupId: string;
}

/** Whether the props of a private network are right. */
export function vpcProps(): Check {
  return object({
    vpcId: required(text()),
    vswitchIds: required(list(text(), atLeastOne, (ids) => countProblem("vswitches", ids.length))),
    securityGroupId: required(text()),
  });
}

const atLeastOne = notEmpty({
  got: "an empty list",
  expected: "at least one vSwitch",
  fix: "name one",
});
