import { existsSync, rmSync } from "node:fs";
import { bundleVendored } from "./bundle.mjs";
import { makeIndexesLazy } from "./lazy-index.mjs";
import { Failure } from "./main.mjs";
import { at } from "./paths.mjs";
import { runBin } from "./run.mjs";
import { filesIn, makeFolder } from "./stamp.mjs";

/** Compiles the package into `dist/` and its jsii assembly into `.jsii`. */
export function makeDist() {
  const madeFrom = [
    ...filesIn(at("lib")),
    ...filesIn(at("scripts")),
    at("package.json"),
    at("package-lock.json"),
    at("tsconfig.json"),
  ];
  if (!existsSync(at(".jsii"))) rmSync(at("dist"), { recursive: true, force: true });

  return makeFolder(at("dist"), madeFrom, async (dist) => {
    rmSync(at(".jsii"), { force: true });
    compile();
    await bundleVendored(dist);
    makeIndexesLazy(dist);
  });
}

function compile() {
  const silenced = ["reserved-word", "metadata/missing-dev-dependency"];
  const { ok } = runBin(
    "jsii",
    silenced.flatMap((warning) => ["--silence-warnings", warning]),
    {
      env: { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "1" },
    },
  );
  if (!ok) throw new Failure("jsii did not compile lib/");
}
