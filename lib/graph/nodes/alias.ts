import type { Value } from "../value";
import { FunctionMember } from "./member";

/** A declared alias, `alicloud_fcv3_alias`. */
export class AliasNode extends FunctionMember {
  /** `alias_name`. */
  public get name(): Value {
    return this.resource.get("alias_name");
  }

  /** `version_id`: the version that it points to. */
  public get versionId(): Value {
    return this.resource.get("version_id");
  }

  /** `additional_version_weight`: share of the calls by version id, 0 to 1. */
  public get additionalVersionWeight(): Value {
    return this.resource.get("additional_version_weight");
  }
}
