import type { Construct } from "constructs";
import type { PropProblem } from "../../props";
import type { ConstructProps, Trace } from "../../synth";

/** A kind of code. */
export interface CodeSource {
  /** Whether it is a container image. */
  readonly isImage: boolean;
  /** What is wrong with it. */
  check(scope: Construct, at: string): readonly PropProblem[];
  /** Makes what it needs below the function. */
  bind(scope: Construct, trace: Trace, props: ConstructProps): BoundCode;
}

/** What a function's arguments say of its code: one of the two. */
export interface BoundCode {
  /** The block `code`. */
  readonly code?: {
    readonly ossBucketName?: string;
    readonly ossObjectName?: string;
    readonly checksum?: string;
    readonly zipFile?: string;
  };
  /** The argument `image` of `custom_container_config`. */
  readonly image?: string;
}
