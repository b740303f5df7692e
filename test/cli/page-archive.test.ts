import { readFileSync } from "node:fs";
import * as path from "node:path";
import { archiveOf, pageIn } from "../../lib/cli/page-archive";
import { RULES } from "../../lib/rules";

const pages = new Map(
  RULES.map(({ id }) => [
    id,
    readFileSync(path.join(__dirname, "../../docs/rules", `${id}.md`), "utf8"),
  ]),
);
const archive = archiveOf(pages);

test.each([...pages])("the page of %s comes out of the archive as it went in", (id, page) => {
  expect(pageIn(archive, id)).toBe(page);
});

test("there is no page of another name", () => {
  expect(pageIn(archive, "http-trigger")).toBeUndefined();
});

test("what the rules say of the examples is not kept", () => {
  const examples = [...pages.values()].join("").match(/^## (Wrong|Undecided)$/gm) ?? [];
  expect((archive.match(/^```text\u0002$/gm) ?? []).length).toBeGreaterThan(examples.length * 0.9);
});
