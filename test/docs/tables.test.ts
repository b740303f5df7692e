import { readFileSync } from "node:fs";
import * as path from "node:path";
import { check } from "../../lib/cli/commands/check";
import { helpOf } from "../../lib/cli/help";
import { RULES } from "../../lib/rules";
import { frontDoorMatchers } from "../../lib/testing";
import { FORMATS } from "../../lib/report";
import { shown } from "../report/support/forms";
import { rich } from "../report/support/reports";

const root = path.join(__dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** The rows of the tables in a section of a document, without their heads. */
function rowsIn(document: string, section: string): readonly (readonly string[])[] {
  const [, rest = ""] = read(document).split(new RegExp(`^#+ ${section}$`, "m"));
  const [text] = rest.split(/^#+ /m);
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines
    .filter((_, index) => !/^\| -/.test(lines[index]) && !/^\| -/.test(lines[index + 1] ?? ""))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The first cells, without backticks. */
const names = (document: string, section: string): readonly string[] =>
  rowsIn(document, section).map(([first]) => first.replaceAll("`", ""));

test("the options of check are those of its help", () => {
  const [, options] = helpOf(check).split("Options:\n");
  const lines = options.split("\n\n")[0].split("\n");
  expect(rowsIn("docs/check.md", "Options")).toEqual(
    lines.map((line) => {
      const [, option, help] = /^ {2}(\S+(?: \S+)?) {2,}(.*)$/.exec(line)!;
      return [`\`${option}\``, help];
    }),
  );
});

test("every format has its words", () => {
  const bold = [...read("docs/check.md").matchAll(/^\*\*(\w+)\*\*/gm)].map(([, name]) => name);
  expect(bold.sort()).toEqual([...FORMATS].sort());
});

test("the options of rules are those of the catalogue", () => {
  expect(rowsIn("docs/policy.md", "Options of rules")).toEqual(
    RULES.flatMap(({ id, options = {} }) =>
      Object.entries(options).map(([name, { about }]) => [
        `[${id}](rules/${id}.md)`,
        `\`${name}\``,
        about,
      ]),
    ),
  );
});

test("the keys of a policy and of a waiver are those of the schema", () => {
  const { properties, $defs } = JSON.parse(read("lib/policy/policy.schema.json"));
  expect([...names("docs/policy.md", "What stands in it")].sort()).toEqual(
    Object.keys(properties).sort(),
  );
  expect([...names("docs/policy.md", "Waivers")].sort()).toEqual(
    Object.keys($defs.waiver.properties).sort(),
  );
});

test("the members of a report are those of the JSON format", () => {
  const findings = rich.findings.map((one) => ({
    ...one,
    input: "main.tf.json",
    setBy: "acme 2.1.0",
  }));
  const report = JSON.parse(shown("json", { ...rich, findings }));
  const found = [...report.findings, ...report.undecided];
  const members = new Set([...Object.keys(report), ...found.flatMap(Object.keys)]);
  expect([...names("docs/check.md", "The JSON format")].sort()).toEqual([...members].sort());
});

test("the matchers are all there", () => {
  const matchers = names("docs/testing.md", "The matchers").map((name) => name.split("(")[0]);
  expect(matchers).toEqual(Object.keys(frontDoorMatchers));
});

test("links to files and headings lead somewhere", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/blueprints.md",
    "docs/check.md",
    "docs/custom-domain.md",
    "docs/policy.md",
    "docs/testing.md",
  ];
  const anchors = (file: string): readonly string[] =>
    [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
      ([link, file, anchor]) => {
        const target = file === "" ? document : path.join(path.dirname(document), file);
        try {
          if (anchor === undefined) return read(target) ? [] : [];
          return anchors(target).includes(anchor) ? [] : [`${document}: ${link}`];
        } catch (error) {
          const isFolder = (error as NodeJS.ErrnoException).code === "EISDIR";
          return isFolder ? [] : [`${document}: ${link}`];
        }
      },
    ),
  );
  expect(broken).toEqual([]);
});
