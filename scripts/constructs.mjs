import { readFileSync } from "node:fs";
import { makeOneFile } from "./one-file.mjs";
import { at } from "./paths.mjs";

/** What the constructs are made of. */
export const CONSTRUCTS = [
  "api-gateway",
  "blueprints",
  "custom-domain",
  "function",
  "http-trigger",
  "props",
  "provider",
  "synth",
];

/** Makes one file of the constructs, which are a third smaller so. */
export function bundleConstructs(dist) {
  return makeOneFile(dist, {
    name: "constructs",
    folders: CONSTRUCTS,
    extras: jsiiNames(),
  });
}

/**
 * jsii tells the other languages which class an object is of by a name that it adds to each class
 * while it compiles. The one file is made of the sources, so it is added to them here.
 */
function jsiiNames() {
  const { types, version } = JSON.parse(readFileSync(at(".jsii"), "utf8"));
  const classes = Object.values(types).filter(({ kind }) => kind === "class");
  return (file) =>
    classes
      .filter(({ locationInModule }) => locationInModule.filename === `lib/${file}`)
      .map(({ fqn, name }) => {
        const value = JSON.stringify({ fqn, version });
        return `\nObject.assign(${name}, { [Symbol.for("jsii.rtti")]: ${value} });`;
      })
      .join("");
}
