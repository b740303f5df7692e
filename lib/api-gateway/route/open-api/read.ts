import { readFileSync, statSync } from "node:fs";
import { isRecord, kindOf } from "../../../facts/issue";
import type { Problem } from "../../../facts/problem";
import { projectPath } from "../../../function/code/project-path";
import type { PlacedText } from "../../../graph/yaml/placed";
import type { PropProblem } from "../../../props";
import { OpenApiDocument } from "./document";

const EXPECTED = "an OpenAPI 3.0 or 3.1 document, in YAML or JSON";

/** A document of a version that is read, or what is wrong with the file. */
export interface ReadDocument {
  readonly document?: OpenApiDocument;
  readonly version?: "3.0" | "3.1";
  readonly problems: readonly PropProblem[];
}

/** Reads a file: whether there is one, whether it is YAML or JSON, and of which version. */
export function readDocument(file: unknown): ReadDocument {
  if (typeof file !== "string" || file === "") {
    const expected = "the path of a file";
    return wrong("file", { got: kindOf(file), expected, fix: `give ${expected}` });
  }
  const text = textOf(file);
  if (typeof text !== "string") return wrong(file, text);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed
  const yaml = require("../../../graph/yaml/placed") as typeof import("../../../graph/yaml/placed");
  const placed = new yaml.PlacedText(text);
  if (placed.errors.length > 0) return { problems: placed.errors.map(syntax(file)) };
  let root: unknown;
  try {
    root = placed.read();
  } catch (error) {
    const got = `YAML that cannot be read: ${(error as Error).message}`;
    return wrong(file, { got, expected: EXPECTED, fix: "write it without aliases" });
  }
  return versioned(file, placed, root);
}

function wrong(at: string, problem: Problem): ReadDocument {
  return { problems: [{ at, ...problem }] };
}

function textOf(file: string): string | Problem {
  const expected = EXPECTED;
  const fix = "correct the path";
  let bytes: Buffer;
  try {
    const absolute = projectPath(undefined, file);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat) return { got: `no file: ${absolute}`, expected, fix };
    if (stat.isDirectory()) return { got: "a folder", expected, fix: "name the file in it" };
    bytes = readFileSync(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { got: `a file that cannot be read (${code})`, expected, fix };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { got: "a file that is not UTF-8", expected, fix: "save it as UTF-8" };
  }
  return text.trim() === "" ? { got: "an empty file", expected, fix } : text;
}

function syntax(file: string): (error: PlacedText["errors"][number]) => PropProblem {
  const language = file.endsWith(".json") ? "JSON" : "YAML";
  return ({ message, line, column }) => ({
    at: `${file}:${line}:${column}`,
    got: `no ${language}: ${message.replace(/\s+/g, " ")}`,
    expected: EXPECTED,
    fix: "mend the syntax",
  });
}

function versioned(file: string, text: PlacedText, root: unknown): ReadDocument {
  if (!isRecord(root)) {
    return wrong(file, { got: kindOf(root), expected: EXPECTED, fix: "correct the path" });
  }
  const document = new OpenApiDocument(file, text, root);
  const { openapi, swagger } = root;
  const version = typeof openapi === "string" && /^3\.[01](?=\.\d+(-.+)?$)/.exec(openapi)?.[0];
  if (version) return { document, version: version as "3.0" | "3.1", problems: [] };
  if (openapi === undefined && swagger !== undefined) {
    document.refuse(["swagger"], {
      got: `Swagger ${typeof swagger === "object" ? "" : String(swagger)}`.trimEnd(),
      expected: EXPECTED,
      fix: `convert it, for example with "npx swagger2openapi ${file} --outfile openapi-3.yaml"`,
    });
  } else if (openapi === undefined) {
    document.refuse([], {
      got: 'no "openapi", which says the version',
      expected: EXPECTED,
      fix: 'add openapi: "3.1.0", or correct the path',
    });
  } else {
    document.refuse(["openapi"], versionProblem(openapi));
  }
  return { problems: document.problems };
}

function versionProblem(openapi: unknown): Problem {
  const isName = typeof openapi === "string" || typeof openapi === "number";
  const got = isName ? `OpenAPI ${openapi}` : `${kindOf(openapi)} as the version`;
  const short = /^3\.[01]$/.exec(String(openapi))?.[0];
  return short
    ? {
        got: `${got}, which is no full version`,
        expected: EXPECTED,
        fix: `write openapi: "${short}.0"`,
      }
    : {
        got,
        expected: EXPECTED,
        fix: "export the document as OpenAPI 3.1, without what later versions have brought",
      };
}
