import { readFileSync, writeFileSync } from "node:fs";
import { at } from "./paths.mjs";

/**
 * Takes out of jsii's assembly what neither the other languages' packages nor the runtime read, a
 * third of it: the README, which the package has beside it, where things stand in sources that are not
 * shipped, white space, and the bindings' links to the provider's pages (see declarations.mjs).
 */
export function trimAssembly() {
  const assembly = JSON.parse(readFileSync(at(".jsii"), "utf8"));
  delete assembly.readme;
  const text = JSON.stringify(assembly, (key, value) => (isUnread(key, value) ? undefined : value));
  writeFileSync(at(".jsii"), text);
}

const isUnread = (key, value) =>
  key === "locationInModule" ||
  key === "symbolId" ||
  (key === "docs" && /^Docs at Terraform Registry/.test(value.summary));
