import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { at } from "../../paths.mjs";

/** Where all projects are, and the repositories in them: outside of this one. */
export const scratch = join(tmpdir(), `fc-frontdoor-pipelines-${process.pid}`);

export const fileOf = (name) => at("examples/pipelines", name);
export const textOf = (name) => readFileSync(fileOf(name), "utf8");
export const yamlOf = (name) => parse(textOf(name));

const days = (count) =>
  new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const SHOP = `
import { App, LocalBackend, TerraformStack } from "cdktf";
import * as frontdoor from "fc-frontdoor";
import { DataResource } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "shop");
`;
const FUNCTION = `
new frontdoor.AlicloudProvider(stack, "alicloud", { region: "ap-southeast-1" });
const orders = new frontdoor.WebFunction(stack, "Orders", {
  runtime: frontdoor.Runtime.NODEJS20,
  handler: "index.handler",
  code: frontdoor.Code.fromOss({ bucket: "acme-artifacts", object: "orders/1f3a.zip" }),
});
const methods = [frontdoor.HttpMethod.GET];
`;
const ANONYMOUS = `
const http = new frontdoor.HttpTrigger(stack, "Http", {
  target: orders, methods, auth: frontdoor.HttpAuth.anonymous(),
});
`;
const acknowledged = (expires) => `
frontdoor.FrontDoor.of(http).acknowledge({
  rule: "http-trigger/anonymous-public", reason: "the status page is public", expires: "${expires}",
});
`;

/** npx, of what is installed in a folder upwards: npm's own takes longer to start than the check. */
export const NPX = `#!/bin/sh
while case $1 in -*) true ;; *) false ;; esac; do shift; done
name=$1 && shift
at=$PWD
while [ ! -x "$at/node_modules/.bin/$name" ] && [ "$at" != / ]; do at=$(dirname "$at"); done
exec "$at/node_modules/.bin/$name" "$@"
`;

/** What the programs of the projects hold. */
export const PROGRAMS = {
  /** A warning that is accepted for long, and nothing else. */
  right: FUNCTION + ANONYMOUS + acknowledged(days(300)),
  /** An error that stops the synthesis. */
  stopped: `${FUNCTION}
new frontdoor.HttpTrigger(stack, "Http", { target: orders, methods });
new frontdoor.HttpTrigger(stack, "Second", { target: orders, methods });
`,
  /** An error in a stack of raw JSON, which is not judged before the check. */
  wrong: `
stack.addOverride("resource.alicloud_fcv3_trigger.http", {
  function_name: "orders", qualifier: "LATEST", trigger_name: "http", trigger_type: "http",
  trigger_config: JSON.stringify({ authType: "function", disableURLInternet: true, methods: ["get"] }),
});
`,
  /** An acceptance that ends soon. */
  waiver: FUNCTION + ANONYMOUS + acknowledged(days(20)),
  /** A certificate that ends soon. */
  certificate: `${FUNCTION}
new frontdoor.CustomDomain(stack, "Domain", {
  domainName: "api.example.com",
  routes: [frontdoor.DomainRoute.to(orders)],
  certificate: frontdoor.DomainCertificate.fromFiles({ certificate: "cert.pem", privateKey: "key.pem" }),
});
`,
  /** What Terraform itself can make: it needs no provider, no credentials and no cloud. */
  deployable: `
new LocalBackend(stack, { path: "terraform.tfstate" });
new DataResource(stack, "Orders", { input: "orders" });
`,
};

/**
 * A repository with a project in it, as a job has it after its checkout and `npm ci`.
 *
 * @param program one of PROGRAMS
 * @param options npx: whether npm's own is used, and not the one that is quicker
 */
export function makeProject(program, { npx = false } = {}) {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "project-"));
  const write = (name, text, mode) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode });
  };
  write("main.ts", `${SHOP}${PROGRAMS[program]}app.synth();\n`);
  write("cdktf.json", JSON.stringify({ language: "typescript", app: "npx tsx main.ts" }));
  write("package.json", JSON.stringify({ name: "shop", private: true }));
  write("package-lock.json", "{}");
  if (program === "certificate") {
    copyFileSync(makeCertificate("cert.pem"), join(folder, "cert.pem"));
    copyFileSync(makeCertificate("key.pem"), join(folder, "key.pem"));
  }

  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(at(), join(folder, "node_modules/fc-frontdoor"));
  for (const name of ["cdktf", "constructs"]) {
    symlinkSync(at("node_modules", name), join(folder, "node_modules", name));
  }
  const bin = (name) => `node_modules/.bin/${name}`;
  write(bin("fc-frontdoor"), `#!/bin/sh\nexec node '${at("dist/cli/bin.js")}' "$@"\n`, 0o755);
  const tsx = at("node_modules/tsx/dist/cli.mjs");
  write(bin("cdktf"), `#!/bin/sh\n[ "$1" = synth ] && exec node '${tsx}' main.ts\n`, 0o755);
  for (const name of ["npm", "apk"]) write(`stand-ins/${name}`, "#!/bin/sh\n", 0o755);

  if (!npx) write("stand-ins/npx", NPX, 0o755);

  write(".gitignore", "node_modules/\nstand-ins/\ncdktf.out/\n");
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  return {
    folder,
    path: [join(folder, "stand-ins")],
    write,
    has: (name) => existsSync(join(folder, name)),
  };
}

export function git(cwd, ...args) {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  return spawnSync("git", [...who, ...args], { cwd, encoding: "utf8" });
}

/** A certificate of api.example.com that ends in 20 days, and its key. */
function makeCertificate(name) {
  const file = join(scratch, name);
  if (existsSync(file)) return file;
  const [key, out] = [join(scratch, "key.pem"), join(scratch, "cert.pem")];
  const names = ["-subj", "/CN=api.example.com", "-addext", "subjectAltName=DNS:api.example.com"];
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "20", ...names];
  const { status } = spawnSync("openssl", [...args, "-keyout", key, "-out", out]);
  if (status !== 0) throw new Error("openssl made no certificate");
  return file;
}

/** What Terraform has made in a stack of the project; undefined where nothing was applied. */
export function stateIn(folder) {
  const file = join(folder, "cdktf.out/stacks/shop/terraform.tfstate");
  if (!existsSync(file)) return undefined;
  const { resources } = JSON.parse(readFileSync(file, "utf8"));
  return resources.map(({ instances }) => instances[0].attributes.input.value);
}

/** Somebody else's plan, in place of the one that was checked: run in the stack's folder. */
export const OTHER_PLAN = `
sed 's/"orders"/"other"/' cdk.tf.json > ../other.json
mkdir ../other && mv ../other.json ../other/cdk.tf.json
terraform -chdir=../other init -input=false > /dev/null
terraform -chdir=../other plan -input=false -out "$PWD/tfplan" > /dev/null
`;
