import { LineCounter, parseDocument } from "../../vendor/yaml";
import { PolicyError, type PolicyProblem } from "../error";
import type { Places, Step } from "./places";

/** The text of a policy file, with the place of everything in it. */
export class Source implements Places {
  /** What it says; null for an empty file. */
  public readonly content: unknown;
  private readonly lines = new LineCounter();
  private readonly document;

  /**
   * @param file the name in messages
   * @param text YAML, or JSON where the name ends in `.json`
   * @throws PolicyError where it is neither
   */
  public constructor(
    public readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    const json = file.endsWith(".json");
    const problems = this.document.errors.map(({ message, pos }) =>
      this.problemAt(pos[0], `not ${json ? "JSON" : "YAML"}: ${message}`, "mend the syntax"),
    );
    // YAML allows what JSON does not, such as comments.
    if (json && problems.length === 0 && !isJson(text)) {
      problems.push(this.problemAt(0, "it is YAML, not JSON", "call it frontdoor.yaml"));
    }
    if (problems.length > 0) throw new PolicyError(problems);
    this.content = this.read();
  }

  /** A problem of what stands at a path; of the key where the value is not the matter. */
  public problem(
    path: readonly Step[],
    message: string,
    fix: string,
    of: "key" | "value" = "value",
  ): PolicyProblem {
    const at = of === "key" ? this.keyAt(path) : undefined;
    return this.problemAt(at ?? this.valueAt(path), message, fix);
  }

  /** The line of what stands at a path. */
  public lineOf(path: readonly Step[]): number {
    return this.lines.linePos(this.valueAt(path)).line;
  }

  private read(): unknown {
    try {
      return this.document.toJS();
    } catch (error) {
      // An alias that stands for too much.
      const message = `not a policy: ${(error as Error).message}`;
      throw new PolicyError([this.problemAt(0, message, "write it without aliases")]);
    }
  }

  private problemAt(offset: number, message: string, fix: string): PolicyProblem {
    const { line, col } = this.lines.linePos(offset);
    return {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      message,
      fix,
    };
  }

  private valueAt(path: readonly Step[]): number {
    for (let length = path.length; length >= 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true) as Ranged | null | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  }

  private keyAt(path: readonly Step[]): number | undefined {
    const map = this.document.getIn(path.slice(0, -1), true) as Mapping | null | undefined;
    const pair = map?.items?.find(({ key }) => String(key?.value) === String(path.at(-1)));
    return pair?.key?.range?.[0];
  }
}

interface Ranged {
  readonly range?: readonly number[] | null;
}

interface Mapping {
  readonly items?: readonly { readonly key?: (Ranged & { readonly value?: unknown }) | null }[];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}
