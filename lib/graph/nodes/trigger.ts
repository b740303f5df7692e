import { type Parsed, Value } from "../value";
import { FunctionMember } from "./member";

/** A declared trigger of any type, `alicloud_fcv3_trigger`. */
export class TriggerNode extends FunctionMember {
  private parsed?: Parsed;

  /** `trigger_name`. */
  public get name(): Value {
    return this.resource.get("trigger_name");
  }

  /** `qualifier`. */
  public get qualifier(): Value {
    return this.resource.get("qualifier");
  }

  /** `trigger_type`. */
  public get type(): Value {
    return this.resource.get("trigger_type");
  }

  /** `trigger_config` as the JSON that it holds, or what is wrong with it. */
  public get config(): Parsed {
    this.parsed ??= this.resource.get("trigger_config").json;
    return this.parsed;
  }

  /** A setting in `trigger_config`: `setting("authType")`. Null where the text is no JSON object. */
  public setting(...path: readonly (string | number)[]): Value {
    return this.config.value?.get(...path) ?? Value.NULL;
  }

  /** `methods`. */
  public get methods(): Value {
    return this.setting("methods");
  }

  /** `authType`. */
  public get authType(): Value {
    return this.setting("authType");
  }

  /** `authConfig`. An object; where somebody wrote it as JSON text, the object in it. */
  public get authConfig(): Value {
    const value = this.setting("authConfig");
    return value.kind === "string" ? (value.json.value ?? value) : value;
  }

  /** `disableURLInternet`. */
  public get disableUrlInternet(): Value {
    return this.setting("disableURLInternet");
  }

  /** `corsConfig`. */
  public get corsConfig(): Value {
    return this.setting("corsConfig");
  }
}
