import { readFileSync } from "node:fs";
import * as path from "node:path";

/** A PEM file of test/fixtures/certificates, several one after the other. */
export function pem(...names: readonly string[]): string {
  return names
    .map((name) => readFileSync(path.join(__dirname, "../fixtures/certificates", name), "utf8"))
    .join("");
}
