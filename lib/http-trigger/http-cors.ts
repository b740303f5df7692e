import type { HttpMethod } from "./http-method";

/**
 * How browsers may call from pages of other origins. The platform answers by it, before the
 * function's code does. Without it Function Compute echoes the origin and allows credentials.
 *
 * Source: HTTP trigger overview, "Cross-domain access"; FC 3.0 SDK, CORSConfig.
 */
export interface HttpCors {
  /**
   * Whether the browser may send cookies and the like. Not together with the origin `*`.
   *
   * @default - not stated: false
   */
  readonly allowCredentials?: boolean;
  /**
   * The request headers that a page may set. None that the platform keeps for itself: `x-fc-*`,
   * `connection`, `keep-alive`; but `X-Fc-Invocation-Type`, `X-Fc-Stateful-Async-Invocation-Id` and
   * `x-fc-async-delay` may be among them.
   *
   * @default - not stated
   */
  readonly allowHeaders?: string[];
  /**
   * The methods that a page may use. The trigger's own `methods` decide what reaches the function;
   * a preflight request needs OPTIONS among those.
   *
   * @default - not stated
   */
  readonly allowMethods?: HttpMethod[];
  /**
   * The origins whose pages may call, such as `https://app.example.com`, or `*`.
   *
   * @default - not stated
   */
  readonly allowOrigins?: string[];
  /**
   * The response headers that a page may read.
   *
   * @default - not stated
   */
  readonly exposeHeaders?: string[];
  /**
   * How long a browser may keep the answer to a preflight request, in seconds.
   *
   * @default - not stated
   */
  readonly maxAgeSeconds?: number;
}
