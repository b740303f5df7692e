import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "../paths.mjs";
import { run } from "../run.mjs";

const pages = "docs/rules";

/**
 * The TypeScript blocks of the rules' pages. Each is the body of a stack's constructor, with its imports
 * before it. One under Right gives no finding of the page's rule; one under Wrong gives exactly what the
 * `text` block behind it shows: the findings of the rule, or the error of a construct that refuses
 * its props.
 */
export function pagePrograms(folder) {
  const files = readdirSync(at(pages), { recursive: true }).filter((file) =>
    /\/.*\.md$/.test(file),
  );
  return files.sort().flatMap((file) => {
    const text = readFileSync(at(pages, file), "utf8");
    const rule = file.replace(/\.md$/, "");
    return [...text.matchAll(/^## (.*)$([\s\S]*?)(?=^## |(?![\s\S]))/gm)].flatMap(
      ([, section, content]) => {
        const blocks = content.matchAll(
          /^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm,
        );
        return [...blocks].map(([, body, says], index) => ({
          place: `${pages}/${file}, ${section}, TypeScript block ${index + 1}`,
          rule,
          file: join(folder, rule, `${section}-${index + 1}`, "main.ts"),
          program: stackOf(body),
          says: says?.trimEnd() ?? (section === "Right" ? "" : "a text block behind it"),
        }));
      },
    );
  });
}

/** A module with the stack whose constructor has this body, line for line. */
function stackOf(body) {
  const lines = body.split("\n");
  const first = lines.indexOf(""); // the line between the imports and the rest
  lines[0] = `import * as $cdktf from "cdktf"; import * as $frontdoor from "fc-frontdoor"; ${lines[0]}`;
  lines[first] = [
    "export class Shop extends $cdktf.TerraformStack { public constructor(app: $cdktf.App) {",
    'super(app, "shop"); new $frontdoor.AlicloudProvider(this, "alicloud", { region: "cn-hangzhou" });',
  ].join(" ");
  return `${lines.join("\n")}}}\n`;
}

export function writePrograms(programs) {
  for (const { file, program } of programs) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, program);
    writeFileSync(join(dirname(file), "cdktf.json"), "{}"); // what locations are relative to
  }
}

/** Runs all of them in one process, which has the libraries loaded but once. */
export function pagesHold(programs, folder) {
  const list = join(folder, "programs.json");
  const results = join(folder, "results.json");
  rmSync(results, { force: true });
  writeFileSync(list, JSON.stringify(programs.map(({ rule, file }) => ({ rule, file }))));
  const tsx = at("node_modules/tsx/dist/cli.mjs");
  const runner = at("scripts/suites/page-runner.cjs");
  if (!run(process.execPath, [tsx, runner, list, results], { cwd: folder }).ok) return [false];
  const said = JSON.parse(readFileSync(results, "utf8"));
  return programs.map(({ place, says }, index) => {
    if (said[index] === says) return true;
    console.error(
      `${place}\nsays\n${said[index] || "nothing"}\ninstead of\n${says || "nothing"}\n`,
    );
    return false;
  });
}
