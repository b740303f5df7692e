import { PlacedText, type TextPlace } from "../../graph/yaml/placed";
import { PolicyError, type PolicyProblem } from "../error";
import type { Places, Step } from "./places";

/** The text of a policy file, with the place of everything in it. */
export class Source implements Places {
  /** What it says; null for an empty file. */
  public readonly content: unknown;
  private readonly text: PlacedText;

  /**
   * @param file the name in messages
   * @param text YAML, or JSON where the name ends in `.json`
   * @throws PolicyError where it is neither
   */
  public constructor(
    public readonly file: string,
    text: string,
  ) {
    this.text = new PlacedText(text);
    const json = file.endsWith(".json");
    const problems = this.text.errors.map(({ message, ...place }) =>
      this.problemAt(place, `not ${json ? "JSON" : "YAML"}: ${message}`, "mend the syntax"),
    );
    // YAML allows what JSON does not, such as comments.
    if (json && problems.length === 0 && !isJson(text)) {
      problems.push(this.problemAt(BEGIN, "it is YAML, not JSON", "call it frontdoor.yaml"));
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
    return this.problemAt(this.text.placeOf(path, of), message, fix);
  }

  /** The line of what stands at a path. */
  public lineOf(path: readonly Step[]): number {
    return this.text.placeOf(path).line;
  }

  private read(): unknown {
    try {
      return this.text.read();
    } catch (error) {
      // An alias that stands for too much.
      const message = `not a policy: ${(error as Error).message}`;
      throw new PolicyError([this.problemAt(BEGIN, message, "write it without aliases")]);
    }
  }

  private problemAt({ line, column }: TextPlace, message: string, fix: string): PolicyProblem {
    return { file: this.file, line, column, message, fix };
  }
}

const BEGIN: TextPlace = { line: 1, column: 1 };

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}
