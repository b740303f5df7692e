import { readdirSync } from "node:fs";
import * as path from "node:path";
import { type Configuration, configurationOf } from "./configuration";
import type { Files } from "./files";
import { projectOf } from "./project";
import { attempt, shown } from "./source";
import { SHOW } from "./text";

/** What a folder holds for Terraform. */
export interface Listing {
  /** `*.tf.json`, without overrides. */
  readonly files: readonly string[];
  /** `override.tf.json` and `*_override.tf.json`. */
  readonly overrides: readonly string[];
  /** What Terraform or OpenTofu takes, and is not read here: HCL, values of variables. */
  readonly unread: readonly string[];
  /** The folders in it. */
  readonly folders: readonly string[];
}

const JSON_FILE = /\.tf\.json$/;
const OVERRIDE = /^(.*_)?override\.tf\.json$/;
const UNREAD = /\.(tf|tofu|tofu\.json)$|^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/;

/** Lists a folder, without what is hidden. */
export function list(at: string, { cwd }: Files): Listing {
  const entries = attempt(shown(at, cwd), () => readdirSync(at, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith("."),
  );
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const json = names.filter((name) => JSON_FILE.test(name));
  return {
    files: json.filter((name) => !OVERRIDE.test(name)),
    overrides: json.filter((name) => OVERRIDE.test(name)),
    unread: names.filter((name) => UNREAD.test(name)),
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  };
}

/**
 * Reads the `.tf.json` files of a folder, which are one module.
 *
 * @param at the folder
 * @throws ReadError where one of them is no configuration, or Terraform refuses to put them together
 */
export function readModule(at: string, listing: Listing, files: Files): Configuration {
  const readAll = (names: readonly string[]) =>
    names.map((name) => files.json(path.join(at, name)));
  const { unread } = listing;
  const { document, remarks } = configurationOf({
    files: readAll(listing.files),
    overrides: readAll(listing.overrides),
    isPart: unread.length > 0,
    project: projectOf(at, files.cwd),
  });
  if (unread.length === 0) return { document, remarks };
  const names = `${unread.join(", ")} ${unread.length === 1 ? "is" : "are"} not read`;
  const remark = `${shown(at, files.cwd)}: ${names}; a plan has all of it: ${SHOW}`;
  return { document, remarks: [remark, ...remarks] };
}
