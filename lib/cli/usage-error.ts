/** A command line that is wrong, or a file that a command cannot work with: exit status 2. */
export class UsageError extends Error {
  /** @param message one line that says what is wrong and what to do */
  public constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
