/** What jest and vitest give a matcher as `this`, as far as these matchers use it. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly equals: (a: unknown, b: unknown) => boolean;
  readonly utils: {
    readonly matcherHint: (
      name: string,
      received?: string,
      expected?: string,
      options?: { readonly isNot?: boolean; readonly secondArgument?: string },
    ) => string;
    readonly printExpected: (value: unknown) => string;
    readonly printReceived: (value: unknown) => string;
    readonly diff: (expected: unknown, received: unknown) => string | null | undefined;
  };
}

/** The answer of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Why it failed. */
  readonly message: () => string;
}
