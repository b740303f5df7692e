import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { install } from "../install.mjs";
import { at } from "../paths.mjs";
import { run, runBin } from "../run.mjs";
import { fencesIn, isShown } from "./doc-fences.mjs";

const tool = at("tools/cdktf-cli");
const page = "docs/guide/first-api.md";
/** The README has the same in short, under this title. */
const title = "The first API";

/**
 * What a newcomer types, in an empty folder outside the repository, with the packed tarball: the
 * blocks from top to bottom. Files are written where the shell is by then; the block behind an `sh`
 * block is its standard output.
 *
 * `npm install` is a stand-in, so that no network is needed: the tarball is unpacked, and other
 * packages are linked from this checkout. With FIRST_API_INSTALL=npm it is npm's own.
 */
export const firstApi = {
  name: "first-api",
  needsBuild: true,
  run() {
    install(tool);
    const scratch = realpathSync(mkdtempSync(join(tmpdir(), "first-api-")));
    try {
      const tarball = pack(scratch);
      const texts = [read(page), ...section(read("README.md"))];
      const results = texts.flatMap((text, index) =>
        holds(text, join(scratch, `${index}`), tarball),
      );
      const passed = results.filter(Boolean).length;
      return { passed, failed: results.length === 0 ? 1 : results.length - passed };
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

const read = (document) => readFileSync(at(document), "utf8");

/** A part of the README, from its title to the next. */
function section(text) {
  const start = text.split(`\n## ${title}\n`)[1];
  return start === undefined ? [] : [start.split("\n## ")[0]];
}

function pack(scratch) {
  const { stdout } = run("npm", ["pack", "--json", "--pack-destination", scratch], { quiet: true });
  const answer = JSON.parse(stdout);
  const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer);
  return join(scratch, filename);
}

/** Whether each block does what the document says, and the program is right for TypeScript. */
function holds(text, start, tarball) {
  mkdirSync(start);
  let folder = start;
  const results = [];
  for (const { language, name, content, prints } of fencesIn(text)) {
    if (name !== undefined) write(join(folder, name), content);
    if (name !== undefined || language !== "sh") continue;
    const { status, stdout, now } = shell(content, folder, tarball);
    folder = now;
    const isRight = status === 0 && (prints === undefined || isShown(clean(stdout), prints));
    if (!isRight) {
      console.error(`${content}ends with ${status} and says\n${clean(stdout)}`);
    }
    results.push(isRight);
  }
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
  const file = join(folder, "main.ts");
  const { ok } = runBin("tsc", ["--ignoreConfig", ...options, "--module", "node16", file], {
    cwd: folder,
  });
  return [...results, ok];
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Runs a block where the last one has left the shell. */
function shell(content, cwd, tarball) {
  const left = join(dirname(tarball), "folder");
  const stub = `
    npm() {
      [ "$1" = install ] || { command npm "$@"; return; }
      ${
        process.env.FIRST_API_INSTALL === "npm"
          ? `for word; do shift; [ "$word" != fc-frontdoor ] || word='${tarball}'; set -- "$@" "$word"; done
      command npm "$@"`
          : `for word; do case $word in install|-*) ;; *) link "$word" || return ;; esac; done`
      }
    }
    link() { '${process.execPath}' '${at("scripts/suites/first-api-link.mjs")}' "$1" '${tarball}'; }
  `;
  const script = `${stub}\nset -e\n${content}\npwd > '${left}'`;
  // No update check, no prompt, no crash report; and no colours, no spinner of a terminal.
  const env = { CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1", CI: "1", NO_COLOR: "1" };
  rmSync(left, { force: true });
  const { status, stdout, stderr } = run("sh", ["-c", script], {
    cwd,
    env: { ...env, GITHUB_ACTIONS: undefined, FORCE_COLOR: undefined },
    quiet: true,
  });
  if (status !== 0) console.error(stderr);
  return { status, stdout, now: existsSync(left) ? readFileSync(left, "utf8").trim() : cwd };
}

/** What a terminal leaves to be seen: without the spinner's lines and what moves the cursor. */
function clean(stdout) {
  return stdout.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "").replace(/\r/g, "");
}
