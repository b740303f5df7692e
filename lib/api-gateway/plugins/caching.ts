import { CACHE_SECONDS } from "../../facts/plugins/caching";
import { type PropProblem, bool, given, optional, own, whole } from "../../props";
import { ClientCacheControl } from "./parts/client-cache-control";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { names, pluginProps, stated } from "./checks/plugin-props";

/** Which answers are kept, for whom and how long. */
export interface CachingProps extends PluginOptions {
  /**
   * Whether each app has answers of its own.
   *
   * @default - not stated: false
   */
  readonly varyByApp?: boolean;
  /**
   * The parameters by whose values answers differ.
   *
   * @default - not stated
   */
  readonly varyByParameters?: string[];
  /**
   * The request headers by whose values answers differ.
   *
   * @default - not stated
   */
  readonly varyByHeaders?: string[];
  /**
   * Whose `Cache-Control` counts.
   *
   * @default - not stated
   */
  readonly clientCacheControl?: ClientCacheControl;
  /**
   * The response headers that are kept too.
   *
   * @default - not stated
   */
  readonly cacheableHeaders?: string[];
  /**
   * How long an answer is kept, in seconds: 1 to 172800.
   *
   * @default - not stated
   */
  readonly durationSeconds?: number;
}

/**
 * Answers to GET that the gateway keeps: `caching`. It has no effect on a group's second-level
 * domain. What callers may not share has to differ by a parameter, a header or the app.
 *
 * Source: "Caching plug-in".
 */
export class Caching extends GatewayPlugin {
  /**
   * Which answers are kept.
   *
   * @param props what they differ by, and for how long
   */
  public static of(props: CachingProps): Caching {
    return new Caching(props);
  }

  /**
   * The same answer to everybody for some time.
   *
   * @param durationSeconds how long an answer is kept: 1 to 172800
   */
  public static forSeconds(durationSeconds: number): Caching {
    return new Caching({ durationSeconds });
  }

  /** `caching`. */
  public readonly pluginType: string = "caching";

  private constructor(private readonly props: CachingProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const caching = given(this.props);
    return stated({
      varyByApp: caching.varyByApp,
      varyByParameters: caching.varyByParameters,
      varyByHeaders: caching.varyByHeaders,
      clientCacheControl: caching.clientCacheControl?._json,
      cacheableHeaders: caching.cacheableHeaders,
      duration: caching.durationSeconds,
    });
  }
}

const CHECK = pluginProps({
  varyByApp: optional(bool()),
  varyByParameters: optional(names("parameter")),
  varyByHeaders: optional(names("header")),
  clientCacheControl: optional(own(ClientCacheControl, "ClientCacheControl.OFF")),
  cacheableHeaders: optional(names("header")),
  durationSeconds: optional(whole(CACHE_SECONDS)),
});
