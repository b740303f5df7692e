import type { Document } from "../graph";
import { type JsonObject, type TerraformJson, isObject } from "../terraform-json";
import { declarations } from "./declarations";
import { ReadError } from "./error";
import type { JsonFile } from "./json";
import { type Kind, kindOf, strangeKeys } from "./kind";
import { locate as placeIn, locator } from "./locate";
import { merge, override } from "./merge";

/** A configuration that was read. */
export interface Configuration {
  readonly document: Document;
  readonly remarks: readonly string[];
}

/** How the files of a configuration hang together. */
export interface Parts {
  /** In order of name. */
  readonly files: readonly JsonFile[];
  /** Files whose arguments replace those of the others. Default: none. */
  readonly overrides?: readonly JsonFile[];
  /** There are files of it that are not read. Default: false. */
  readonly isPart?: boolean;
  /** The folder that locations in its metadata are relative to. Default: the working folder. */
  readonly project?: string;
}

/** The blocks of which a configuration has one of a name. */
const UNIQUE = new Set(["data", "module", "output", "resource", "variable"]);

/**
 * Makes one document of the files of a configuration, as Terraform does.
 *
 * @throws ReadError for a file that is no configuration, and for what Terraform refuses in putting
 * the files together
 */
export function configurationOf({
  files,
  overrides = [],
  isPart = false,
  project,
}: Parts): Configuration {
  const remarks: string[] = [];
  const partsOf = (file: JsonFile): readonly JsonObject[] => {
    const parts = bodiesOf(file, kindOf(file.json));
    for (const key of parts.flatMap(strangeKeys)) {
      remarks.push(
        `${file.file}: ${JSON.stringify(key)} is no block of Terraform, and is not read`,
      );
    }
    return parts;
  };
  const read = files.map((file) => ({ file, parts: partsOf(file) }));
  refuseRepeats(read);
  let parts = read.flatMap((one) => one.parts);
  for (const file of overrides) {
    for (const by of partsOf(file)) {
      const result = override(parts, by);
      parts = [...result.parts];
      for (const path of result.missing) {
        const message = `there is no ${path.join(".")} that it can override`;
        if (!isPart) {
          const fix = "declare it in another file, or rename this one";
          throw new ReadError({ file: file.file, ...placeOf(file, path), message, fix });
        }
        remarks.push(`${file.file}: ${message} in what is read, so it is not judged`);
      }
    }
  }
  const json = merge(parts);
  const stack = stackName(json);
  const [{ file }] = files;
  const locate = locator(files, overrides);
  const fileOf =
    files.length > 1 ? (address: string): string | undefined => locate(address)?.file : undefined;
  return { document: { stack, json, file, fileOf, project, locate }, remarks };
}

/** The name that cdktf writes into the JSON of a stack; empty for any other configuration. */
function stackName(json: TerraformJson): string {
  const metadata = json["//"]?.metadata;
  return isObject(metadata) && typeof metadata.stackName === "string" ? metadata.stackName : "";
}

function bodiesOf(file: JsonFile, kind: Kind): readonly JsonObject[] {
  if (kind.is === "plan") {
    const message = "it is a plan, where a configuration is expected";
    throw new ReadError({ file: file.file, message, fix: "give the plan alone" });
  }
  if (kind.is === "other") {
    const { message, fix } = kind;
    throw new ReadError({ file: file.file, message, fix });
  }
  for (const { path, problem } of kind.parts.flatMap((part) => [...declarations(part)])) {
    if (problem === undefined) continue;
    const fix = "write it as Terraform JSON has it";
    throw new ReadError({ file: file.file, ...placeOf(file, path), message: problem, fix });
  }
  return kind.parts;
}

function refuseRepeats(
  read: readonly { readonly file: JsonFile; readonly parts: readonly JsonObject[] }[],
): void {
  const seen = new Map<string, JsonFile>();
  for (const { file, parts } of read) {
    for (const { path } of parts.flatMap((part) => [...declarations(part)])) {
      if (!UNIQUE.has(path[0])) continue;
      const name = path.join(".");
      const other = seen.get(name);
      if (other) {
        const message = `${name} is declared twice${other === file ? "" : `, also in ${other.file}`}`;
        const fix = "remove one of the two, or give it another name";
        throw new ReadError({ file: file.file, ...placeOf(file, path), message, fix });
      }
      seen.set(name, file);
    }
  }
}

function placeOf(file: JsonFile, path: readonly string[]): { line?: number; column?: number } {
  const place = placeIn(file, path);
  return { line: place?.line, column: place?.column };
}
