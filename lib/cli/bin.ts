#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { main } from "./main";

// Who reads our output may have seen enough: `fc-frontdoor rules | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (stream === process.stderr) return;
    process.stderr.write(`fc-frontdoor: standard output cannot be written (${error.code})\n`);
  });
}

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
