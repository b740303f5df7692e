/** What a command sees of the process, so that tests can give it another one. */
export interface Io {
  /** The working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress, remarks, errors. */
  readonly err: (text: string) => void;
  /** Standard output is a terminal. */
  readonly isOutTerminal: boolean;
  /** Standard error is a terminal. */
  readonly isErrTerminal: boolean;
  /** All of standard input. */
  readonly stdin: () => Buffer;
  /** Today, `YYYY-MM-DD` (UTC). */
  readonly today: () => string;
  /** Called before work that takes more than a moment. Default: nothing is done about it. */
  readonly expectMuch?: () => void;
}
