import { existsSync } from "node:fs";
import * as path from "node:path";
import { POLICY_FILES } from "../../policy/file";
import type { Arguments } from "../arguments";
import type { Command, ExitStatus } from "../command";
import { writeTo } from "../files";
import type { Io } from "../io";
import { UsageError } from "../usage-error";

const SYSTEMS = ["github", "gitlab", "none"] as const;
type System = (typeof SYSTEMS)[number];

/** `fc-frontdoor init`. */
export const init: Command = {
  summary: "write a policy file and a step for CI",
  usage: "init [options]",
  about: [
    "Writes frontdoor.yaml, and a step that checks each pull request: for GitHub Actions where there",
    "is a .github folder, for GitLab CI where there is a .gitlab-ci.yml. A file that is there",
    "already is left as it is.",
  ].join("\n"),
  options: {
    ci: { value: "SYSTEM", choices: SYSTEMS, help: "default: what the folder has" },
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
  const system = (args.get("ci") as System | undefined) ?? systemOf(io.cwd);
  const present = POLICY_FILES.find((name) => existsSync(path.join(io.cwd, name)));
  if (present === undefined) write("frontdoor.yaml", POLICY, io);
  else io.out(`${present} is there already: left as it is\n`);
  if (system === "github") write(".github/workflows/frontdoor.yml", GITHUB, io);
  if (system === "gitlab") {
    write("frontdoor.gitlab-ci.yml", GITLAB, io);
    io.out('add to .gitlab-ci.yml: include: [{ local: "frontdoor.gitlab-ci.yml" }]\n');
  }
  return 0;
}

function systemOf(cwd: string): System {
  if (existsSync(path.join(cwd, ".github"))) return "github";
  return existsSync(path.join(cwd, ".gitlab-ci.yml")) ? "gitlab" : "none";
}

function write(file: string, text: string, io: Io): void {
  if (existsSync(path.join(io.cwd, file))) io.out(`${file} is there already: left as it is\n`);
  else {
    writeTo(file, text, io.cwd);
    io.out(`wrote ${file}\n`);
  }
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

const GITHUB = `name: frontdoor
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
          cache: npm
      - run: npm ci
      - run: npx cdktf synth
      - run: npx fc-frontdoor check
`;

const GITLAB = `frontdoor:
  image: node:20
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npm ci
    - npx cdktf synth
    - npx fc-frontdoor check --out junit=frontdoor.xml
  artifacts:
    when: always
    reports:
      junit: frontdoor.xml
`;
