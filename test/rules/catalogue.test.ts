import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { RULES } from "../../lib/rules";

const root = path.join(__dirname, "../..");
const ids = RULES.map((rule) => rule.id);

/** The files of the groups of a folder, as rule ids. */
function idsIn(folder: string, extension: string): string[] {
  return [...new Set(ids.map((id) => id.split("/")[0]))].flatMap((group) =>
    readdirSync(path.join(root, folder, group))
      .filter((file) => file.endsWith(extension))
      .map((file) => `${group}/${file.slice(0, -extension.length)}`),
  );
}

describe("the catalogue", () => {
  test("names each rule once", () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(ids)("%s has its file, its page, and a test that holds it to the page", (id) => {
    expect(existsSync(path.join(root, "lib/rules", `${id}.ts`))).toBe(true);
    expect(existsSync(path.join(root, "docs/rules", `${id}.md`))).toBe(true);
    const source = readFileSync(path.join(root, "test/rules", `${id}.test.ts`), "utf8");
    expect(source).toMatch(/^\s*testPage\(\w+[,)]/m);
  });

  test("has no page and no test of a rule that it does not name", () => {
    expect(idsIn("docs/rules", ".md").sort()).toEqual([...ids].sort());
    expect(idsIn("test/rules", ".test.ts").filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(RULES)("$id says what it demands in one clause, without a full stop", ({ title }) => {
    expect(title).toMatch(/^\S.*[^.\s]$/);
  });
});
