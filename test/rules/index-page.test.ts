import { readFileSync } from "node:fs";
import * as path from "node:path";
import { RULES } from "../../lib/rules";
import { indexPage } from "../support/pages/index-page";

test("the index of the pages is that of the catalogue; npm run pages writes it", () => {
  const file = path.join(__dirname, "../../docs/rules/README.md");
  expect(readFileSync(file, "utf8")).toBe(indexPage(RULES));
});
