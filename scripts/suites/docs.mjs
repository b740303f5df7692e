import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "../paths.mjs";
import { run, runBin } from "../run.mjs";
import { fencesIn, isShown } from "./doc-fences.mjs";
import { runShell } from "./doc-shell.mjs";
import { pagePrograms, pagesHold, writePrograms } from "./page-programs.mjs";

const documents = [
  "README.md",
  ...["docs", "docs/guide"].flatMap((folder) =>
    readdirSync(at(folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  ),
].filter((document) => document !== "docs/guide/first-api.md"); // the suite first-api runs it as it is
const scratch = at(".cache/docs");
const pages = at(".cache/pages");

/**
 * What a reader sees in the documents is what a user gets. Each document has a folder, in which its blocks
 * are used from top to bottom:
 *
 * - A block with a file name behind its language is written to that file.
 * - A `ts` block without one is a program, run as `main.ts` in a folder of its own. The block that
 *   follows at once is the error that it ends with; where none follows it ends without an error.
 * - An `sh` block is run with the tools of doc-shell.mjs. The block that follows at once is all that
 *   it prints; where none follows, it ends with 0 or 1 and may print anything.
 *
 * In what is printed, a line of `…` stands for any lines, and `…` in a line for any text. Every `ts`
 * block also compiles. The blocks of the rules' pages are held to what the rules say of them.
 *
 * With DOCS_WRITE=1 the documents are written anew where something else is printed, and no `…` is in it.
 */
export const docs = {
  name: "docs",
  needsBuild: true,
  run() {
    for (const folder of [scratch, pages]) rmSync(folder, { recursive: true, force: true });
    const blocks = documents.flatMap(blocksIn);
    const ofPages = pagePrograms(pages);
    writePrograms(ofPages);
    for (const block of blocks.filter(({ isProgram }) => isProgram)) write(block);
    const results = [
      ...blocks.map(holds).filter((held) => held !== undefined),
      compile([...blocks.filter(({ language }) => language === "ts"), ...ofPages]),
      ...pagesHold(ofPages, pages),
    ];
    const passed = results.filter(Boolean).length;
    return { passed, failed: blocks.length * ofPages.length === 0 ? 1 : results.length - passed };
  },
};

/** The blocks of a document that are used, each with what it prints. */
function blocksIn(document) {
  const folder = join(scratch, document.replace(/\.md$/, "").replaceAll("/", "-"));
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(at(), join(folder, "node_modules/fc-frontdoor"));
  mkdirSync(join(folder, ".git")); // the root of a repository, also where this is one
  writeFileSync(join(folder, "package-lock.json"), "{}");
  writeFileSync(join(folder, "cdktf.json"), "{}"); // what locations are relative to
  return fencesIn(readFileSync(at(document), "utf8")).flatMap((fence, number) => {
    const { language, name, line } = fence;
    const isProgram = name === undefined && language === "ts";
    if (name === undefined && !isProgram && language !== "sh") return [];
    const file = isProgram
      ? join(folder, `program-${number}`, "main.ts")
      : name && join(folder, name);
    return { ...fence, place: `${document}:${line}`, document, folder, file, isProgram };
  });
}

function write({ file, content }) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** All at once, by the package's own types: what runs the programs does not look at types. */
function compile(programs) {
  const files = programs.map(({ file }) => file);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
  const asUsers = ["--ignoreConfig", "--module", "node16", "--types", "node,jest"];
  return runBin("tsc", [...options, ...asUsers, ...files], { cwd: scratch }).ok;
}

/** Whether a block does what the document says; undefined for a file. */
function holds(block) {
  const { place, file, isProgram, prints, before } = block;
  if (file !== undefined && !isProgram) return write(block);
  const { status, says } = isProgram ? runProgram(block) : runShell(block);
  if (prints === undefined ? status <= (isProgram ? 0 : 1) : isShown(says, prints)) return true;
  if (process.env.DOCS_WRITE && prints !== undefined && !prints.includes("…")) {
    const document = at(block.document);
    const text = readFileSync(document, "utf8");
    writeFileSync(
      document,
      text.replace(before + prints, () => before + says),
    );
  }
  console.error(`${place}\nsays\n${says}\ninstead of\n${prints ?? "ending well"}`);
  return false;
}

function runProgram({ file }) {
  const cwd = dirname(file);
  writeFileSync(join(cwd, "cdktf.json"), "{}"); // what locations are relative to
  const tsx = at("node_modules/tsx/dist/cli.mjs");
  const { status, stderr } = run(process.execPath, [tsx, file], { cwd, quiet: true });
  return { status, says: `${messageIn(stderr)}\n` };
}

/** What Node prints of an error that nobody catches, less Node's own lines around it. */
function messageIn(stderr) {
  const [, message] = /^\[?(FrontDoorError: [\s\S]*?)\]?\n\nNode\.js v/m.exec(stderr) ?? [];
  return message ?? stderr;
}
