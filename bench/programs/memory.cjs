/** Preloaded into a process: says on its standard error, at the end, how many kilobytes it had at most. */
process.on("exit", () => process.stderr.write(`\n${process.resourceUsage().maxRSS}\n`));
