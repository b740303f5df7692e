import { pluginDataIssues, pluginTypeProblem } from "../../facts/plugins/types";
import type { Credentials } from "../../http-trigger/auth/credentials";
import {
  type PropProblem,
  inTurn,
  issues,
  json,
  literalText,
  map,
  object,
  required,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps } from "./checks/plugin-props";
import { typeCredentials } from "./parts/type-credentials";

/**
 * A plugin with data that the class of its type does not know yet. What is known of the type is
 * looked at as elsewhere.
 *
 * Source: CreatePlugin, `PluginType` and `PluginData`.
 */
export class RawPlugin extends GatewayPlugin {
  /**
   * Data as the service reads it.
   *
   * @param pluginType one of the 14 types: `jwtAuth`
   * @param pluginData the data, with references where secrets are. `${…}` in it is the gateway's own
   * @param options name, description and stages; default: none
   */
  public static of(
    pluginType: string,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii knows no other name for JSON
    pluginData: { [key: string]: any },
    options: PluginOptions = {},
  ): RawPlugin {
    return new RawPlugin(pluginType, pluginData, options);
  }

  private constructor(
    /** Its type. */
    public readonly pluginType: string,
    private readonly pluginData: unknown,
    private readonly props: PluginOptions,
  ) {
    super(props);
  }

  /** @internal */
  public override _credentials(): Credentials | undefined {
    return typeCredentials(this.pluginType);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const { pluginType, pluginData, props } = this;
    const known = issues((data) => pluginDataIssues(pluginType, data));
    const check = object({
      pluginType: required(literalText(pluginTypeProblem)),
      pluginData: required(inTurn(map(json()), known)),
    });
    return [...check({ pluginType, pluginData }, at), ...OPTIONS(props ?? {}, at)];
  }

  /** @internal */
  public _data(): unknown {
    return this.pluginData;
  }
}

const OPTIONS = pluginProps({});
