import type { Value } from "../value";
import { FunctionMember } from "./member";

/** An async invocation or provision config: one of a function, whatever its qualifier. */
export class FunctionConfigNode extends FunctionMember {
  /** `qualifier`; null means LATEST. */
  public get qualifier(): Value {
    return this.resource.get("qualifier");
  }
}
