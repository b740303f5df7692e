import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../paths.mjs";
import { run, runBin } from "../run.mjs";
import { pagePrograms, pagesHold, writePrograms } from "./page-programs.mjs";

const documents = ["README.md"];
const scratch = at(".cache/docs");
const pages = at(".cache/pages");

/**
 * Every TypeScript block of the documents is a program that compiles and runs. Where a `text` block follows at
 * once, the program ends with exactly that error: what a reader sees there is what a user gets. The
 * blocks of the rules' pages are held to what the rules say of them.
 */
export const docs = {
  name: "docs",
  needsBuild: true,
  run() {
    const programs = documents.flatMap(programsIn);
    const ofPages = pagePrograms(pages);
    const results = [
      compile(programs, ofPages),
      ...programs.map(holds),
      ...pagesHold(ofPages, pages),
    ];
    const passed = results.filter(Boolean).length;
    return { passed, failed: programs.length * ofPages.length === 0 ? 1 : results.length - passed };
  },
};

function programsIn(document) {
  const text = readFileSync(at(document), "utf8");
  const blocks = /^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm;
  return [...text.matchAll(blocks)].map(([, program, error], index) => ({
    place: `${document}, TypeScript block ${index + 1}`,
    program,
    error: error?.trimEnd(),
  }));
}

/** All at once, by the package's own types: what runs the programs does not look at types. */
function compile(programs, ofPages) {
  for (const folder of [scratch, pages]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  writePrograms(ofPages);
  const files = programs.map(({ program }, index) => {
    const file = `block-${index + 1}.ts`;
    writeFileSync(join(scratch, file), program);
    return file;
  });
  files.push(...ofPages.map(({ file }) => file));
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
  const asUsers = ["--ignoreConfig", "--module", "node16", "--types", "node"];
  return runBin("tsc", [...options, ...asUsers, ...files], { cwd: scratch }).ok;
}

function holds({ place, program, error }) {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, "main.ts"), program);
  writeFileSync(join(scratch, "cdktf.json"), "{}"); // what locations are relative to
  const tsx = at("node_modules/tsx/dist/cli.mjs");
  const { ok, stderr } = run(process.execPath, [tsx, "main.ts"], { cwd: scratch, quiet: true });
  const message = ok ? undefined : messageIn(stderr);
  if (message === error) return true;
  console.error(`${place}\nsays\n${message ?? "nothing"}\ninstead of\n${error ?? "nothing"}`);
  return false;
}

/** What Node prints of an error that nobody catches, less Node's own lines around it. */
function messageIn(stderr) {
  const [, message] = /^\[?(FrontDoorError: [\s\S]*?)\]?\n\nNode\.js v/m.exec(stderr) ?? [];
  return message ?? stderr;
}
