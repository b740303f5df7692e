import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import type { TerraformJson } from "../../lib/graph";

/** A whole configuration as synth writes it, with what must be said of it. */
export interface Case {
  readonly kind: "catch" | "clean" | "undecided";
  readonly why: string;
  readonly expect: readonly { readonly rule: string; readonly resource: string | string[] }[];
  /** Findings that the configuration may have beside what it is about. */
  readonly allow: readonly string[];
  /** Why its plan does not give the same: what a plan does not tell. */
  readonly notOnPlan?: string;
  readonly config: TerraformJson;
}

const FOLDER = path.join(__dirname, "../cases");

/** All of test/cases, by name: `clean-domain-complete`, `provider/…`. */
export const CASES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file): [string, Case] => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")),
  ]);
