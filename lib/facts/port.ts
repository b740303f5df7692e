import { wholeNumberProblem } from "./numbers";
import type { Problem } from "./problem";

/** The port on which a custom runtime or a container listens where none is stated. */
export const DEFAULT_PORT = 9000;

/** What is wrong with a `port`: 1 to 65535. */
export function portProblem(port: number): Problem | undefined {
  const found = wholeNumberProblem(port, { least: 1, most: 65535 });
  return (
    found && {
      ...found,
      fix: `write the port on which the server listens, or leave it out for ${DEFAULT_PORT}`,
    }
  );
}
