type Capture = typeof Error.captureStackTrace;

/** What captures stacks, while a call of `withoutStacks` keeps cdktf from it. */
let kept: Capture | undefined;

/** Captures a stack also where tokens are made without. */
export const captureStack: Capture = (into, below) =>
  (kept ?? Error.captureStackTrace)(into, below);

/**
 * Makes or resolves tokens without creation stacks.
 *
 * cdktf captures a whole stack for each token, and for each list and nested block that a resource of
 * the bindings can refer to: some twenty for one function, which is most of the time that a large
 * app takes. It reads them for one purpose: behind an error of a token's resolution it says where
 * the token was made. Of those that are made here that would be a line of this library or of the
 * bindings; where the user made the construct is in its `Trace`. cdktn can leave them out too
 * (`CDKTN_DISABLE_CREATION_STACK`), for the whole program; here it is for one call. An error has its
 * stack, whoever throws it.
 *
 * @param make not asynchronous
 */
export function withoutStacks<T>(make: () => T): T {
  if (kept) return make();
  const capture = (kept = Error.captureStackTrace);
  Error.captureStackTrace = (into, below) => {
    if (into instanceof Error) capture(into, below);
  };
  try {
    return make();
  } finally {
    Error.captureStackTrace = capture;
    kept = undefined;
  }
}
