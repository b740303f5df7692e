import type { HttpAuth } from "./http-auth";
import type { HttpCors } from "./http-cors";
import type { HttpProtocol } from "./http-protocol";

/**
 * What an HTTP trigger takes beside what it has to be given: what a `Blueprint` may give it.
 */
export interface HttpTriggerDefaults {
  /**
   * How it tells who calls.
   *
   * @default HttpAuth.signature()
   */
  readonly auth?: HttpAuth;
  /**
   * Whether the built-in internet URL is disabled: calls to it are answered with 403. Custom domains
   * and the intranet URL are not affected.
   *
   * @default false
   */
  readonly disableInternetUrl?: boolean;
  /**
   * How the platform answers browsers that call from pages of other origins.
   *
   * @default - the platform's own: every origin is echoed
   */
  readonly cors?: HttpCors;
  /**
   * Whether the function's own code answers preflight requests. Written nowhere but into the
   * metadata, where the rules read it: OPTIONS has to be among the methods.
   *
   * @default false
   */
  readonly corsInCode?: boolean;
  /**
   * What clients speak to the function. Written nowhere but into the metadata, where the rules read
   * it.
   *
   * @default - not declared
   */
  readonly protocols?: HttpProtocol[];
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
}
