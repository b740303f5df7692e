/** What a caller gets instead of the function's answer. What is left out is the gateway's own. */
export interface ErrorAnswer {
  /**
   * The status code.
   *
   * @default - the gateway's own
   */
  readonly statusCode?: number;
  /**
   * The message, in the header `X-Ca-Error-Message`. Parameters may stand in it: `no role ${roleId}`.
   *
   * @default - the gateway's own
   */
  readonly errorMessage?: string;
  /**
   * Headers, by name.
   *
   * @default - the gateway's own
   */
  readonly responseHeaders?: { [name: string]: string };
  /**
   * The body.
   *
   * @default - the gateway's own
   */
  readonly responseBody?: string;
}
