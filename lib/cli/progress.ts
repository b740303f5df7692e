import type { Io } from "./io";

/** Work that takes longer than this says what it is at. */
const PATIENCE_MS = 500;

/** Says on standard error what a long run is at, where a person may be looking. */
export class Progress {
  private readonly began = Date.now();
  private shown = false;

  /** @param io where it says so */
  public constructor(private readonly io: Io) {}

  /** What begins now; said where the run is long already. */
  public say(what: string): void {
    if (!this.io.isErrTerminal || Date.now() - this.began < PATIENCE_MS) return;
    this.io.err(`\r\u001b[K${what}`);
    this.shown = true;
  }

  /** Takes the line away again. */
  public done(): void {
    if (this.shown) this.io.err("\r\u001b[K");
  }
}
