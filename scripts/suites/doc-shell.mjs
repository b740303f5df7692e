import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const plan = at("test/fixtures/plans/update.plan.json");
const jest = JSON.stringify({
  testEnvironment: "node",
  transform: { "\\.ts$": [at("node_modules/@swc/jest"), { jsc: { target: "es2022" } }] },
});

/**
 * What the documents' shell blocks call, as far as it is not on every machine: the package and the tools of this checkout
 * without npx's search for them, a folder's package linked where npm would install it, and a plan
 * that Terraform has made once.
 */
const TOOLS = `
npx() {
  name=$1; shift
  case $name in
    fc-frontdoor) node '${at("dist/cli/bin.js")}' "$@" ;;
    cdktf) [ "$1" != synth ] || node '${at("node_modules/tsx/dist/cli.mjs")}' main.ts ;;
    jest) node '${at("node_modules/.bin/jest")}' --rootDir . --config '${jest}' "$@" ;;
    tsc) node '${at("node_modules/.bin/tsc")}' "$@" ;;
    tsx) node '${at("node_modules/tsx/dist/cli.mjs")}' "$@" ;;
    *) echo "no $name here"; return 2 ;;
  esac
}
npm() {
  [ "$1" = install ] || return 0
  for package; do :; done
  [ -f "$package/package.json" ] || return 0
  name=$(node -p 'require(process.argv[1]).name' "$PWD/$package/package.json")
  mkdir -p "$(dirname "node_modules/$name")" && ln -s "$PWD/$package" "node_modules/$name"
}
`;

/** A program, since `verify` calls it too, and cdktf, which asks for its version. */
const TERRAFORM = `#!/bin/sh
case $1 in
  version) echo 'Terraform v1.11.4' ;;
  plan) touch "$3" ;;
  show) cat '${plan}' ;;
esac
`;

/** Where a command looks different: in CI, in colours. */
const PLAIN = Object.fromEntries(
  ["CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR", "NO_COLOR"].map((name) => [
    name,
    undefined,
  ]),
);

/** Runs a block; what it writes to the two outputs comes as one, as in a terminal. */
export function runShell({ content, folder: cwd }) {
  const bin = join(cwd, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "terraform"), TERRAFORM, { mode: 0o755 });
  const script = `exec 2>&1\nPATH='${bin}':$PATH\n${TOOLS}\n${content}`;
  const { status, stdout } = run("sh", ["-c", script], { cwd, env: PLAIN, quiet: true });
  return { status, says: stdout };
}
