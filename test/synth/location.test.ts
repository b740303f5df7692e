import * as path from "node:path";
import { Trace } from "../../lib/synth";
import { folderWith } from "../support/folder";

/** A program whose functions call what they are given. */
const CALLS = "exports.call = (it) =>\n  it();\n";

const load = (folder: string, file: string): { call<T>(it: () => T): T } =>
  require(path.join(folder, file));

function make(): Trace {
  return new Trace(make);
}

test("the first line outside of node_modules, relative to the project", () => {
  const folder = folderWith({
    "package.json": "{}",
    "app/cdktf.json": "{}",
    "app/src/main.js": CALLS,
    "app/node_modules/library/index.js": CALLS,
  });
  const main = load(folder, "app/src/main.js");
  const library = load(folder, "app/node_modules/library/index.js");
  const trace = main.call(() => library.call(make));
  // The arrow function of this file is nearest; the library's frame below it is passed over.
  expect(trace.location).toMatchObject({ file: "test/synth/location.test.ts" });
  const bound = main.call(library.call.bind(null, make) as () => Trace);
  expect(bound.location).toEqual({ file: "src/main.js", line: 2, column: 3 });
});

test("relative to the folder of package.json where there is no cdktf.json", () => {
  const folder = folderWith({ "package.json": "{}", "src/main.js": CALLS });
  expect(load(folder, "src/main.js").call(make).location?.file).toBe("src/main.js");
});

test("is absent in the jsii languages, whose frames are not the user's", () => {
  process.env.JSII_AGENT = "Python/3.12";
  try {
    expect(make().location).toBeUndefined();
  } finally {
    delete process.env.JSII_AGENT;
  }
});

test("does not change how many frames others capture", () => {
  const limit = Error.stackTraceLimit;
  make();
  expect(Error.stackTraceLimit).toBe(limit);
});
