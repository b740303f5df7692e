/**
 * first-api-link.mjs PACKAGE TARBALL
 * Puts a package into ./node_modules as npm would: fc-frontdoor from its tarball, others as links
 * into this checkout; with their commands in .bin.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const [name, tarball] = process.argv.slice(2);
const modules = join(process.cwd(), "node_modules");
const folder = join(modules, name);
mkdirSync(join(modules, ".bin"), { recursive: true });

if (name === "fc-frontdoor") {
  run("tar", ["-xzf", tarball], { cwd: modules });
  renameSync(join(modules, "package"), folder);
} else {
  const places = [at("node_modules", name), at("tools/cdktf-cli/node_modules", name)];
  const place = places.find((one) => existsSync(one));
  if (!place) throw new Error(`no package ${name} in this checkout`);
  mkdirSync(dirname(folder), { recursive: true });
  symlinkSync(place, folder);
}

const { bin = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const commands = typeof bin === "string" ? { [name]: bin } : bin;
for (const [command, file] of Object.entries(commands)) {
  chmodSync(join(folder, file), 0o755);
  symlinkSync(join(folder, file), join(modules, ".bin", command));
}
