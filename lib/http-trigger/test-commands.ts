import type { HttpMethod } from "./http-method";

/** What the commands of `testCommands` call. */
export interface TestCommandOptions {
  /**
   * The path, such as `/orders`: letters, digits, `-`, `.`, `_`, `~` and `/`.
   *
   * @default "/"
   */
  readonly path?: string;
  /**
   * The method, one of the trigger's.
   *
   * @default - the first of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS that the trigger has; POST comes first where the token is looked for in a form
   */
  readonly method?: HttpMethod;
}

/** Commands for a shell, with references to the trigger's URL. */
export interface TestCommands {
  /** Calls, and shows the answer of the function. */
  readonly syncCommand: string;
  /** Calls without waiting for the function; 202 says that the request was accepted. */
  readonly asyncCommand: string;
}
