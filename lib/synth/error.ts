/** Thrown where a program cannot go on: its message is the whole report, without frames of this library. */
export class FrontDoorError extends Error {
  /** @param message what is wrong, for a person */
  public constructor(message: string) {
    super(message);
    this.name = "FrontDoorError";
    // Node prints the stack of what nobody catches; ours would hide the message under frames.
    this.stack = `${this.name}: ${message}`;
  }
}
