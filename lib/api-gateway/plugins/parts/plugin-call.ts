import type { Duration } from "../../duration";
import type { GatewayMethod } from "../../route/words";

/** How a plugin calls a backend of its own. */
export interface PluginCall {
  /**
   * The path.
   *
   * @default - not stated: that of the API
   */
  readonly path?: string;
  /**
   * The method.
   *
   * @default - not stated: that of the API
   */
  readonly method?: GatewayMethod;
}

/** The same with a time. */
export interface PluginTimedCall extends PluginCall {
  /**
   * How long the gateway waits. Written in milliseconds.
   *
   * @default - not stated: that of the API
   */
  readonly timeout?: Duration;
}

/** What a plugin answers by itself. */
export interface PluginMock {
  /**
   * The status code.
   *
   * @default - not stated
   */
  readonly statusCode?: number;
  /**
   * The body.
   *
   * @default - not stated
   */
  readonly body?: string;
}
