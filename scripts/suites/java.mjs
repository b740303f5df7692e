import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { generate, jsiiEnv, makeJsiiPackage } from "../jsii-package.mjs";
import { Failure } from "../main.mjs";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";
import { filesIn, makeFolder } from "../stamp.mjs";
import { holdToTypeScript } from "./jsii-app.mjs";

const pom = at("tools/java/pom.xml");
const cache = at(".cache/java");
const jars = join(cache, "jars");
const cdktf = join(cache, "cdktf");
const library = join(cache, "library");
const app = join(cache, "app");

/** A real Java app on the jsii build: the same resources as in TypeScript, and the same errors. */
export const java = {
  name: "java",
  needsBuild: true,
  async run() {
    const missing = ["javac", "mvn"].find((tool) => spawnSync(tool, ["-version"]).status !== 0);
    if (missing) return { notRun: `there is no ${missing} on the PATH` };
    await makeFolder(jars, [pom], download);
    await makeCdktf();
    const sources = await makeJsiiPackage("java");
    await makeFolder(library, filesIn(sources), () => compile(sources, library, [cdktf]));
    compile(at("test/java"), app, [cdktf, library]);
    return holdToTypeScript("Java", (...args) => {
      const classes = pathOf([cdktf, library, app]);
      return run("java", ["-cp", classes, "Shop", ...args], { env: jsiiEnv, quiet: true });
    });
  },
};

/** The pinned jars. Maven is used for nothing else. */
function download() {
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  const options = ["--batch-mode", "--no-transfer-progress", "--quiet", "--file", pom];
  if (!run("mvn", [...options, goal, `-DoutputDirectory=${jars}`]).ok) {
    throw new Failure("the jars that tools/java/pom.xml names could not be had");
  }
}

/** cdktf for Java, of the version that we are built on: Maven Central ends with 0.19. */
function makeCdktf() {
  const module = at("node_modules/cdktf");
  const lock = at("tools/jsii-pacmak/package-lock.json");
  return makeFolder(cdktf, [join(module, "package.json"), lock], () => {
    const sources = join(cache, "sources");
    generate("java", module, sources);
    compile(sources, cdktf, []);
  });
}

/** Compiles the sources in a folder, and puts the resources of the package beside the classes. */
function compile(folder, classes, libraries) {
  mkdirSync(classes, { recursive: true });
  const list = join(cache, "sources.txt");
  writeFileSync(list, filesIn(folder, (file) => file.endsWith(".java")).join("\n"));
  const options = ["-nowarn", "-proc:none", "-encoding", "UTF-8", "-Xlint:none"];
  const paths = ["-cp", pathOf(libraries), "-d", classes];
  const { ok, stderr } = run("javac", [...options, ...paths, `@${list}`], { quiet: true });
  if (!ok) throw new Failure(`${folder} does not compile\n${stderr}`);
  for (const file of filesIn(folder, (file) => file.includes("/src/main/resources/"))) {
    cpSync(file, join(classes, file.split("/src/main/resources/")[1]));
  }
}

const pathOf = (folders) => [...folders, join(jars, "*")].join(delimiter);
