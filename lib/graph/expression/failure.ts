/** An expression that Terraform refuses. Caught where the template ends, and in `try` and `can`. */
export class Failure extends Error {}

/** An expression that Terraform evaluates and this library does not. Caught where the call ends. */
export class Unsupported extends Error {}

/** Stops because Terraform would refuse the expression. The message holds no value: that may be a secret. */
export function fail(message: string): never {
  throw quietly(() => new Failure(message));
}

/** Stops because the answer of Terraform cannot be told for sure. */
export function giveUp(): never {
  throw quietly(() => new Unsupported());
}

/** Makes an error without a stack, which nobody reads and which takes most of the time. */
function quietly<E extends Error>(make: () => E): E {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
