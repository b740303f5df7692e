import type { ITerraformDependable } from "cdktf";

/** Props that every construct takes. */
export interface ConstructProps {
  /**
   * The provider configuration for all resources of the construct.
   *
   * @default - the default provider of the stack
   */
  readonly provider?: ITerraformDependable;
  /**
   * What has to be there before any resource of the construct. For constructs of this library use
   * `node.addDependency`.
   *
   * @default - only what the arguments refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}
