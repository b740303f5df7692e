/** How the project is checked: `cdktf` synthesises first, `hcl` needs a plan, `json` is read as it is. */
export type Kind = "cdktf" | "hcl" | "json";

/** How the tools are installed: exactly as locked, as package.json says, or this package alone. */
export type Install = "locked" | "unlocked" | "none";

/** What a step for CI is written for. */
export interface Project {
  readonly kind: Kind;
  readonly install: Install;
  /** Its folder, seen from the root of the repository; empty for the root. */
  readonly folder: string;
  /** The version of this package. */
  readonly version: string;
}

/** A workflow for GitHub Actions. */
export function githubStep(project: Project): string {
  const { kind, install, folder } = project;
  return lines(
    "name: frontdoor",
    "on: pull_request",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  check:",
    "    runs-on: ubuntu-latest",
    folder !== "" && ["    defaults:", "      run:", `        working-directory: ${text(folder)}`],
    kind === "hcl" && [
      "    env: # the plan asks the provider",
      "      ALICLOUD_ACCESS_KEY: ${{ secrets.ALICLOUD_ACCESS_KEY }}",
      "      ALICLOUD_SECRET_KEY: ${{ secrets.ALICLOUD_SECRET_KEY }}",
    ],
    "    steps:",
    "      - uses: actions/checkout@v4",
    "      - uses: actions/setup-node@v4",
    "        with:",
    "          node-version: 20",
    install === "locked" && "          cache: npm",
    install === "locked" &&
      folder !== "" &&
      `          cache-dependency-path: ${text(`${folder}/package-lock.json`)}`,
    kind === "hcl" && [
      "      - uses: hashicorp/setup-terraform@v3",
      "        with:",
      "          terraform_wrapper: false # it would write into plan.json",
    ],
    [...prepare(project), check(kind)].map((command) => `      - run: ${command}`),
  );
}

/** A job for GitLab CI, for a file that `.gitlab-ci.yml` includes. */
export function gitlabStep(project: Project): string {
  const { kind, folder } = project;
  const junit = folder === "" ? "frontdoor.xml" : `${folder}/frontdoor.xml`;
  return lines(
    "frontdoor:",
    kind === "hcl"
      ? [
          "  # The plan asks the provider: ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY are variables of CI.",
          "  image:",
          "    name: hashicorp/terraform:1.11",
          '    entrypoint: [""]',
        ]
      : "  image: node:20",
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    "  script:",
    folder !== "" && `    - ${text(`cd '${folder.replaceAll("'", "'\\''")}'`)}`,
    kind === "hcl" && "    - apk add --no-cache nodejs npm",
    [...prepare(project), `${check(kind)} --out junit=frontdoor.xml`].map(
      (command) => `    - ${command}`,
    ),
    "  artifacts:",
    "    when: always",
    "    reports:",
    `      junit: ${text(junit)}`,
  );
}

function prepare({ kind, install, version }: Project): readonly string[] {
  const installs = {
    locked: "npm ci",
    unlocked: "npm install",
    none: `npm install --no-save fc-frontdoor@${version}`,
  };
  const makes = {
    cdktf: ["npx cdktf synth"],
    hcl: [
      "terraform init -input=false",
      "terraform plan -input=false -out tfplan",
      "terraform show -json tfplan > plan.json",
    ],
    json: [],
  };
  return [installs[install], ...makes[kind]];
}

function check(kind: Kind): string {
  const path = { cdktf: "", hcl: " plan.json", json: " ." };
  return `npx fc-frontdoor check${path[kind]}`;
}

/** As YAML, in quotes only where it needs them. */
function text(value: string): string {
  return /^[\w./-]+$/.test(value) && !value.startsWith("-") ? value : JSON.stringify(value);
}

function lines(...parts: readonly (string | false | readonly string[])[]): string {
  return parts
    .flat()
    .filter((part) => part !== false)
    .map((part) => `${part}\n`)
    .join("");
}
