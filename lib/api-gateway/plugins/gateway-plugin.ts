import type { Construct } from "constructs";
import type { IQualifiedFunction } from "../../function/function-ref";
import type { Credentials } from "../../http-trigger/auth/credentials";
import { type PropProblem, given } from "../../props";
import type { Part } from "../../synth";
import { Protection } from "../protection";
import type { GatewayStage } from "../stage";

/** What every plugin takes. */
export interface PluginOptions {
  /**
   * The plugin's name: 4 to 50 letters, digits, `_` and Chinese characters, the first is no `_`;
   * unique in the account.
   *
   * @default - the construct's path, joined by `_`
   */
  readonly pluginName?: string;
  /**
   * What it is for, at most 200 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * The stages on which it holds.
   *
   * @default - every stage to which the APIs are published
   */
  readonly stages?: GatewayStage[];
}

/** What a plugin is made in. */
export interface PluginPlace extends Part {
  /** The plugin's own construct: what the plugin needs is made below it. */
  readonly scope: Construct;
  /** What the gateway calls. */
  readonly target: IQualifiedFunction;
}

/**
 * A plugin of API Gateway, `alicloud_api_gateway_plugin`. The construct that takes it makes it, and
 * attaches it to its group or to one API.
 *
 * Source: "Plug-in overview".
 */
export abstract class GatewayPlugin extends Protection {
  /** `plugin_type`, such as `ipControl`. */
  public abstract readonly pluginType: string;

  /** @param options name, description and stages */
  protected constructor(private readonly options: PluginOptions) {
    super();
  }

  /** Name, description and stages. @internal */
  public get _options(): PluginOptions {
    // Without what is null, and without what else its class was given.
    const { pluginName, description, stages } = this.options ?? {};
    return given({ pluginName, description, stages });
  }

  /** The id of a plugin that exists already; undefined where it is to be made. @internal */
  public get _pluginId(): string | undefined {
    return undefined;
  }

  /**
   * What a caller sends so that the plugin lets it in; undefined where it asks for nothing.
   *
   * @internal
   */
  public _credentials(): Credentials | undefined {
    return undefined;
  }

  /**
   * What is wrong with what the user gave; the construct that takes it says it.
   *
   * @param at the prop that it is given as
   * @internal
   */
  public abstract _problems(at: string): readonly PropProblem[];

  /**
   * The plugin's data as plain JSON with tokens in it, as the service writes it. Only for what is
   * right.
   *
   * @param place where it may make what it needs
   * @internal
   */
  public abstract _data(place: PluginPlace): unknown;
}
