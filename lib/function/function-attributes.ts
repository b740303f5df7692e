/** What is known of a function that exists. */
export interface FunctionAttributes {
  /** Its name, or a reference to it. */
  readonly functionName: string;
  /**
   * Its ARN, or a reference to it.
   *
   * @default - not known: `functionArn` and `grantInvoke` throw
   */
  readonly functionArn?: string;
}
