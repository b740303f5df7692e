#!/usr/bin/env node
import { readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";

// Most runs are over before what V8's optimising compiler makes of the code pays for its making:
// without it a check of a thousand triggers takes a tenth less.
setFlagsFromString("--no-opt");

// Of Node 22.1 and later: what is compiled now is not compiled again the next time. It is kept in
// the folder for temporary files, unless NODE_DISABLE_COMPILE_CACHE is set.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
// eslint-disable-next-line @typescript-eslint/no-require-imports -- only now, so that it is kept
const { main } = require("./main") as typeof import("./main");

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
  expectMuch: () => setFlagsFromString("--opt"),
});
