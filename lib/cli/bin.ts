#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { main } from "./main";

// Who reads our output may have seen enough: `fc-frontdoor rules | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit: what is written to a pipe would be cut.
process.exitCode = main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isOutTerminal: process.stdout.isTTY,
  isErrTerminal: process.stderr.isTTY,
  stdin: () => readFileSync(0),
  today: () => new Date().toISOString().slice(0, 10),
});
