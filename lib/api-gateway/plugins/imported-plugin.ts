import { notEmpty } from "../../facts/not-empty";
import { wrongKind } from "../../facts/issue";
import { pluginTypeProblem } from "../../facts/plugins/types";
import type { Credentials } from "../../http-trigger/auth/credentials";
import {
  type PropProblem,
  anything,
  literalText,
  object,
  optional,
  required,
  text,
} from "../../props";
import type { GatewayStage } from "../stage";
import { GatewayPlugin } from "./gateway-plugin";
import { typeCredentials } from "./parts/type-credentials";

/** What a plugin that exists already takes. */
export interface ImportedPluginOptions {
  /**
   * The stages on which it holds.
   *
   * @default - every stage to which the APIs are published
   */
  readonly stages?: GatewayStage[];
}

/** A plugin that exists already in the account and the region: it is attached, and stays as it is. */
export class ImportedPlugin extends GatewayPlugin {
  /**
   * By its id.
   *
   * @param pluginType its type, one of the 14: `jwtAuth`
   * @param pluginId its id, or a reference to it
   * @param options the stages; default: all
   */
  public static fromPluginId(
    pluginType: string,
    pluginId: string,
    options: ImportedPluginOptions = {},
  ): ImportedPlugin {
    return new ImportedPlugin(pluginType, pluginId, options);
  }

  private constructor(
    /** Its type. */
    public readonly pluginType: string,
    /** Its id, or a reference to it. */
    public readonly pluginId: string,
    private readonly props: ImportedPluginOptions,
  ) {
    super(props);
  }

  /** @internal */
  public override get _pluginId(): string {
    return this.pluginId;
  }

  /** @internal */
  public override _credentials(): Credentials | undefined {
    return typeCredentials(this.pluginType);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const { pluginType, pluginId, props } = this;
    return [...CHECK({ pluginType, pluginId }, at), ...OPTIONS(props ?? {}, at)];
  }

  /** It is not made. @internal */
  public _data(): unknown {
    return undefined;
  }
}

const CHECK = object({
  pluginType: required(literalText(pluginTypeProblem)),
  pluginId: required(text(notEmpty(wrongKind("", "the id of a plugin")))),
});
const OPTIONS = object({ stages: optional(anything()) });
