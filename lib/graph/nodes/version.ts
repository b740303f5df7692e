import type { Value } from "../value";
import { FunctionMember } from "./member";

/** A published version, `alicloud_fcv3_function_version`. */
export class VersionNode extends FunctionMember {
  /** `description`: a change of it replaces the version. */
  public get description(): Value {
    return this.resource.get("description");
  }
}
