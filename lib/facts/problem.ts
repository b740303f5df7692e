/** What is wrong with one value: the same words at a construct's prop and in a rule's finding. */
export interface Problem {
  /** What stands there. */
  readonly got: string;
  /** What is allowed. */
  readonly expected: string;
  /** What to do. */
  readonly fix: string;
}
