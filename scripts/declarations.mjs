import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CONSTRUCTS } from "./constructs.mjs";
import { ENGINE } from "./engine.mjs";
import { mergeDeclarations } from "./one-declaration.mjs";
import { at } from "./paths.mjs";
import { filesIn } from "./stamp.mjs";

/**
 * Leaves of the compiled types what somebody can reach from an entry of the package, a third of
 * them, in few files, and takes out of the bindings' members what is private, and the links to the
 * provider's pages: each is made of the resource's and the argument's name, and together they would be
 * a sixth of the package.
 */
export function trimDeclarations(dist) {
  const isBinding = (file) => file.startsWith(join(dist, "alicloud/"));
  const own = () => reachable(dist).filter((file) => !isBinding(file));
  mergeDeclarations(dist, own(), { name: "engine", folders: ENGINE });
  mergeDeclarations(dist, own(), { name: "constructs", folders: CONSTRUCTS });
  const kept = reachable(dist);
  for (const file of filesIn(dist, isDeclaration)) if (!kept.includes(file)) rmSync(file);
  for (const file of kept.filter(isBinding)) writeFileSync(file, withoutLinks(file));
}

const isDeclaration = (file) => file.endsWith(".d.ts");

/** The types of every entry that package.json names. */
function entriesIn(dist) {
  const { exports } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  return Object.values(exports).flatMap(({ types }) =>
    types === undefined ? [] : [join(dist, types.replace("./dist/", ""))],
  );
}

/** The types that somebody can reach from an entry. */
function reachable(dist) {
  const reached = new Set();
  for (const entry of entriesIn(dist)) reach(entry, reached);
  return [...reached].sort();
}

function reach(file, reached) {
  if (reached.has(file)) return;
  reached.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, relative] of text.matchAll(/(?:from|import\(?|require\() ?["'](\.[^"']*)["']/g)) {
    const target = join(dirname(file), relative);
    const found = [`${target}.d.ts`, join(target, "index.d.ts")].find((name) => existsSync(name));
    if (!found) throw new Error(`${file} has no types for ${relative}`);
    reach(found, reached);
  }
}

function withoutLinks(file) {
  return readFileSync(file, "utf8")
    .replace(/^ +\/\*\*(?:(?!\*\/)[\s\S])*?\*\/\n/gm, "")
    .replace(/^ +private .*\n/gm, "")
    .replace(/^ {4}/gm, " ");
}
