import { spawnSync } from "node:child_process";

/** Runs a Node program in a process of its own and gives what it prints as JSON on its last line. */
export function runNode(program, args = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/**
 * Measures several things in turns, so that whatever else the machine does meets all of them, and
 * gives the best of each: the run that was disturbed least.
 */
export function inTurns(measurements, times) {
  const best = new Map();
  for (let turn = 0; turn < times; turn++) {
    for (const [name, measure] of Object.entries(measurements)) {
      best.set(name, Math.min(best.get(name) ?? Infinity, measure()));
    }
  }
  return Object.fromEntries(best);
}

/** `1.12×`. */
export const ratio = (value) => `${value.toFixed(2)}×`;

/** `12 ms`. */
export const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** `212 MB`, of kilobytes. */
export const megabytes = (kilobytes) => `${Math.round((kilobytes * 1024) / 1e6)} MB`;
