import { readFileSync } from "node:fs";
import * as path from "node:path";
import { RULES } from "../../../lib/rules";

/** A JSON example of a rule's page. */
export interface Example {
  /** `http-trigger/methods, Wrong`. */
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Every JSON example under Wrong and Right. */
export function examples(): readonly Example[] {
  return RULES.flatMap(({ id }) => {
    const page = readFileSync(path.join(__dirname, "../../../docs/rules", `${id}.md`), "utf8");
    return [...page.matchAll(/^## (Wrong|Right)$([\s\S]*?)(?=^## |(?![\s\S]))/gm)].flatMap(
      ([, section, content]) =>
        [...content.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json]) => ({
          name: `${id}, ${section}`,
          json: JSON.parse(json) as Example["json"],
        })),
    );
  });
}
