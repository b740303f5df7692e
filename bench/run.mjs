import { readdirSync } from "node:fs";
import { main } from "../scripts/main.mjs";
import { at } from "../scripts/paths.mjs";
import { prepare } from "../scripts/prepare.mjs";

/**
 * npm run bench [-- CASE…]
 * Prints ratios that were measured in this one run, on this one machine; absolute times are for
 * orientation. A case is a file in bench/cases that exports `measure()`: rows of
 * `{ what, value, target? }`, both with their unit, so that a later figure is one more file.
 */
await main(async () => {
  await prepare();
  const wanted = process.argv.slice(2);
  const names = readdirSync(at("bench/cases"))
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => file.slice(0, -".mjs".length))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
  for (const name of names) {
    const { measure } = await import(at("bench/cases", `${name}.mjs`));
    for await (const { what, value, target } of measure()) {
      console.log(`${what.padEnd(72)} ${value}${target ? `   (target ${target})` : ""}`);
    }
  }
});
