import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { shown } from "../../graph/read/source";
import { findPolicyFile } from "../../policy/file";
import type { Arguments } from "../arguments";
import { type Kind, type Project, githubStep, gitlabStep } from "../ci";
import type { Command, ExitStatus } from "../command";
import { writeTo } from "../files";
import type { Io } from "../io";
import { UsageError } from "../usage-error";
import { version } from "../version";

const SYSTEMS = ["github", "gitlab", "none"] as const;
type System = (typeof SYSTEMS)[number];

/** `fc-frontdoor init`. */
export const init: Command = {
  summary: "write a policy file and a step for CI",
  usage: "init [options]",
  about: [
    "Writes frontdoor.yaml, where no policy holds yet, and a step that checks each pull request: for",
    "GitHub Actions where the repository has a .github folder, for GitLab CI where it has a",
    ".gitlab-ci.yml. The step synthesises where there is a cdktf.json, makes a plan of .tf files,",
    "and reads .tf.json files as they are. A file that is there already is left as it is.",
  ].join("\n"),
  options: {
    ci: { value: "SYSTEM", choices: SYSTEMS, help: "default: what the repository has" },
  },
  examples: [
    ["fc-frontdoor init --ci github", "frontdoor.yaml and .github/workflows/frontdoor.yml"],
  ],
  run,
};

function run(args: Arguments, io: Io): ExitStatus {
  if (args.paths.length > 0) {
    throw new UsageError(`init takes no path, but got ${args.paths[0]}; run it in the folder`);
  }
  const { cwd } = io;
  const root = rootOf(cwd);
  const chosen = args.get("ci") as System | undefined;
  const systems = chosen === undefined ? systemsOf(root) : [chosen];
  const policy = findPolicyFile(cwd);
  if (policy === undefined) write("frontdoor.yaml", POLICY, io);
  else if (path.dirname(policy) === path.resolve(cwd)) leave(path.basename(policy), io);
  else io.out(`${shown(policy, cwd)} holds here too: no other policy is written\n`);
  const project = projectIn(cwd, root);
  const written: boolean[] = [];
  if (systems.includes("github")) {
    const name = project.folder === "" ? "" : `-${project.folder.replace(/[^\w.-]+/g, "-")}`;
    const file = path.join(root, `.github/workflows/frontdoor${name}.yml`);
    written.push(write(shown(file, cwd), githubStep(project), io));
  }
  if (systems.includes("gitlab")) {
    written.push(write("frontdoor.gitlab-ci.yml", gitlabStep(project), io));
    const local = JSON.stringify(path.posix.join(project.folder, "frontdoor.gitlab-ci.yml"));
    io.out(`add to .gitlab-ci.yml: include: [{ local: ${local} }]\n`);
  }
  if (written.includes(true) && kindIn(cwd) === undefined) {
    io.out("there is neither a cdktf.json nor Terraform here: the step runs cdktf synth\n");
  }
  return 0;
}

function systemsOf(root: string): readonly System[] {
  const has = (name: string): boolean => existsSync(path.join(root, name));
  return [
    ...(has(".github") ? (["github"] as const) : []),
    ...(has(".gitlab-ci.yml") ? (["gitlab"] as const) : []),
  ];
}

/** The root of the repository, where CI looks for its files; the folder itself where there is none. */
function rootOf(cwd: string): string {
  for (let at = path.resolve(cwd); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return path.resolve(cwd);
  }
}

function projectIn(cwd: string, root: string): Project {
  const has = (name: string): boolean => existsSync(path.join(cwd, name));
  const folder = path.resolve(cwd) === root ? "" : shown(cwd, root);
  const install = has("package-lock.json")
    ? "locked"
    : has("package.json") || kindIn(cwd) === undefined
      ? "unlocked"
      : "none";
  return { kind: kindIn(cwd) ?? "cdktf", install, folder, version: version() };
}

function kindIn(cwd: string): Kind | undefined {
  const names = readdirSync(cwd);
  if (names.includes("cdktf.json")) return "cdktf";
  if (names.some((name) => /\.(tf|tofu)$/.test(name))) return "hcl";
  return names.some((name) => name.endsWith(".tf.json")) ? "json" : undefined;
}

/** Whether it was written: what is there already is not. */
function write(file: string, text: string, io: Io): boolean {
  if (existsSync(path.join(io.cwd, file))) {
    leave(file, io);
    return false;
  }
  writeTo(file, text, io.cwd);
  io.out(`wrote ${file}\n`);
  return true;
}

function leave(file: string, io: Io): void {
  io.out(`${file} is there already: left as it is\n`);
}

const POLICY = `# yaml-language-server: $schema=./node_modules/fc-frontdoor/lib/policy/policy.schema.json
# What fc-frontdoor demands here. Every rule: npx fc-frontdoor rules
extends: [recommended]

# Other levels than the catalogue's: error, warning, note or off.
rules: {}
#  http-trigger/exclusive: warning

# Findings that are accepted, each for a reason, by somebody, until a day.
waivers: []
#  - rule: custom-domain/plain-http
#    resource: alicloud_fcv3_custom_domain.legacy*
#    reason: moves to HTTPS with the March release
#    owner: team-checkout
#    expires: 2027-03-31
`;
