import { readFileSync } from "node:fs";
import * as path from "node:path";
import { RULES } from "../../../lib/rules";
import { folderWith } from "../../support/folder";
import { runIn } from "../run";

const folder = folderWith({});
const page = readFileSync(
  path.join(__dirname, "../../../docs/rules/http-trigger/one-per-qualifier.md"),
  "utf8",
);

describe("the catalogue", () => {
  test("is a line for each rule, with its level, and a count", () => {
    const lines = runIn(folder, ["rules"]).out.trimEnd().split("\n");
    expect(lines).toHaveLength(RULES.length + 2);
    expect(lines[0]).toMatch(
      /^error ! {2}http-trigger\/one-per-qualifier +a version or alias has at most one HTTP trigger$/,
    );
    expect(lines.at(-1)).toBe(`${RULES.length} rules; ! is locked`);
  });

  test("is JSON for a program", () => {
    const { version, rules } = JSON.parse(runIn(folder, ["rules", "--format", "json"]).out);
    expect(version).toBe(1);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(rules[0]).toEqual({
      id: "http-trigger/one-per-qualifier",
      level: "error",
      locked: true,
      title: "a version or alias has at most one HTTP trigger",
      help: "docs/rules/http-trigger/one-per-qualifier.md",
    });
  });

  test("is a table in Markdown", () => {
    expect(runIn(folder, ["rules", "--format", "markdown"]).out.split("\n")[2]).toBe(
      "| `http-trigger/one-per-qualifier` | error ! | a version or alias has at most one HTTP trigger |",
    );
  });
});

describe("a rule", () => {
  const argv = ["rules", "http-trigger/one-per-qualifier"];

  test("is its page", () => {
    expect(runIn(folder, argv)).toEqual({ status: 0, out: page, err: "" });
    expect(runIn(folder, [...argv, "--format", "markdown"]).out).toBe(page);
  });

  test("is JSON with its page in it", () => {
    const { id, page: text } = JSON.parse(runIn(folder, [...argv, "--format", "json"]).out);
    expect([id, text]).toEqual(["http-trigger/one-per-qualifier", page]);
  });
});
