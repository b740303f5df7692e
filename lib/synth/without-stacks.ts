/**
 * Makes tokens without their creation stacks.
 *
 * cdktf captures a whole stack for each token, and for each list and nested block that a resource of
 * the bindings can refer to: some twenty for one function, which is most of the time that a large
 * app takes. It reads them for one purpose: behind an error of a token's resolution it says where
 * the token was made. Of those that are made here that would be a line of this library or of the
 * bindings; where the user made the construct is in its `Trace`. cdktn can leave them out too
 * (`CDKTN_DISABLE_CREATION_STACK`), for the whole program; here it is for one call. An error that is
 * thrown has its stack: the runtime gives it one by itself.
 *
 * @param make makes tokens, and runs no code of the user's; not asynchronous
 */
export function withoutStacks<T>(make: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = () => {};
  try {
    return make();
  } finally {
    Error.captureStackTrace = capture;
  }
}
