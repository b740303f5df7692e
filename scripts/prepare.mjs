import { install } from "./install.mjs";

/**
 * Makes a fresh clone ready to work in, and costs nothing in one that is:
 * installs, and generates the sources that are not in git. Tests run on these, without a build.
 * Scripts import whatever comes from node_modules only after this, with `await import()`.
 */
export async function prepareSources() {
  install();
  const { makeBindings } = await import("./bindings.mjs");
  const { makeValidators } = await import("./validators.mjs");
  await makeBindings();
  await makeValidators();
}

/** The same, and the compiled package in `dist/`. */
export async function prepare() {
  await prepareSources();
  const { makeDist } = await import("./dist.mjs");
  await makeDist();
}
