import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { install } from "../install.mjs";
import { at } from "../paths.mjs";
import { runBin } from "../run.mjs";

const tool = at("tools/package");
const load = (name) => import(createRequire(join(tool, "package.json")).resolve(name));

/** What TypeScript and other tools make of the packed package. */
export const types = {
  /** Also under node10, which a project of `cdktf init` has: it does not read `exports`. */
  async "resolves wherever types are looked up"({ tarball }) {
    const { checkPackage, createPackageFromTarballData } = await load("@arethetypeswrong/core");
    const data = createPackageFromTarballData(new Uint8Array(readFileSync(tarball)));
    const notModules = ["./.jsii", "./policy.schema.json"];
    const { problems } = await checkPackage(data, { excludeEntrypoints: notModules });
    assert.deepEqual(problems, []);
  },

  async "is described as publint would have it"({ tarball }) {
    const { publint } = await load("publint");
    const { buffer, byteOffset, byteLength } = readFileSync(tarball);
    const pack = { tarball: buffer.slice(byteOffset, byteOffset + byteLength) };
    const { messages } = await publint({ pack, level: "suggestion", strict: true });
    assert.deepEqual(messages, []);
  },

  ...Object.fromEntries(
    Object.entries({ node16: "node16", bundler: "esnext", node10: "commonjs" }).map(
      ([moduleResolution, module]) => [
        `has types without an error under ${moduleResolution}`,
        ({ project }) => compile(project, { moduleResolution, module }),
      ],
    ),
  ),
};

/** Every entry in use; a value of each has its type, and is not just `any`. */
const USER = `
import { AlicloudProvider, type WebFunctionProps } from "fc-frontdoor";
import { fcv3Trigger } from "fc-frontdoor/alicloud";
import { RULES } from "fc-frontdoor/check";
import { frontDoorMatchers } from "fc-frontdoor/testing";

export const timeout: WebFunctionProps["timeoutSeconds"] = 3;
export const names: string[] = [
  AlicloudProvider.name,
  fcv3Trigger.Fcv3Trigger.name,
  ...RULES.map(({ id }) => id),
  ...Object.keys(frontDoorMatchers),
];
// @ts-expect-error a number
export const wrong: WebFunctionProps["timeoutSeconds"] = "3";
`;

function compile(project, options) {
  const settings = {
    compilerOptions: {
      ...options,
      noEmit: true,
      strict: true,
      target: "es2022",
      typeRoots: [at("node_modules/@types")],
      types: ["node"],
      ignoreDeprecations: "6.0", // node10
    },
    files: ["user.ts"],
  };
  writeFileSync(join(project, "user.ts"), USER);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(settings));
  const { ok, stdout } = runBin("tsc", ["-p", project], { quiet: true });
  assert.ok(ok, stdout);
}

/** Installs what the tests use. */
export const prepareTypes = () => install(tool);
