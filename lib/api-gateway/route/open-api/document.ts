import type { PropProblem } from "../../../props";
import { isRecord } from "../../../facts/issue";
import { nearest } from "../../../facts/nearest";
import type { Problem } from "../../../facts/problem";
import type { PlacedText, Step } from "../../../graph/yaml/placed";

/** An object of a document, and where it stands. */
export interface Found {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: readonly Step[];
}

/** An OpenAPI document, with the place of everything in it, and what is wrong with it. */
export class OpenApiDocument {
  private readonly found = new Map<string, Placed>();

  /**
   * @param file its name in messages
   * @param text where everything in it stands
   * @param root what it says
   */
  public constructor(
    private readonly file: string,
    private readonly text: PlacedText,
    public readonly root: Readonly<Record<string, unknown>>,
  ) {}

  /** What is wrong, in the order of the document. */
  public get problems(): readonly PropProblem[] {
    return [...this.found.values()]
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map(({ problem }) => problem);
  }

  /** Says what is wrong with what stands at a path; once, however many operations use it. */
  public refuse(path: readonly Step[], problem: Problem, of?: "key" | "value"): void {
    const { line, column } = this.text.placeOf(path, of);
    const at = `${this.file}:${line}:${column} (${pointerOf(path) || "/"})`;
    const placed = { line, column, problem: { at, ...problem } };
    this.found.set(JSON.stringify(placed), placed);
  }

  /** An object that has to be there, or what its `$ref` leads to; undefined where that is refused. */
  public follow(from: Found, what: What): Found | undefined {
    return this.chain(from, what)?.at(-1);
  }

  /** An object, what its `$ref` leads to, what the `$ref` of that leads to, and so on. */
  public chain(from: Found, what: What): readonly Found[] | undefined {
    const chain = [from];
    for (let last = from; Object.hasOwn(last.value, "$ref"); last = chain[chain.length - 1]) {
      const { $ref } = last.value;
      const place = [...last.path, "$ref"];
      const target = typeof $ref === "string" ? this.target($ref, what) : noPointer($ref);
      if ("got" in target) {
        this.refuse(place, target);
        return undefined;
      }
      const isSame = ({ path }: Found): boolean => pointerOf(path) === pointerOf(target.path);
      if (chain.some(isSame)) {
        const way = [...chain.slice(chain.findIndex(isSame)), target];
        this.refuse(place, {
          got: `a $ref that leads back to itself: ${way.map(({ path }) => `#${pointerOf(path)}`).join(" → ")}`,
          expected: `a $ref to ${what.name}`,
          fix: `write ${what.name} in one of these places`,
        });
        return undefined;
      }
      chain.push(target);
    }
    return chain;
  }

  private target($ref: string, what: What): Found | Problem {
    const got = `a $ref to ${JSON.stringify($ref)}`;
    if (!$ref.startsWith("#")) {
      const isRemote = /^([a-z][a-z0-9+.-]*:)?\/\//i.test($ref);
      return {
        got: `${got}, ${isRemote ? "which would have to be loaded" : "which is another file"}`,
        expected: "a $ref into the document itself",
        fix: `bundle the document into one file first, for example with "npx @redocly/cli bundle ${this.file} --output bundled.yaml"`,
      };
    }
    if ($ref !== "#" && !$ref.startsWith("#/")) return noPointer($ref);
    const path: Step[] = [];
    let value: unknown = this.root;
    for (const step of stepsOf($ref)) {
      const before: unknown = value;
      value = isObject(before) && Object.hasOwn(before, step) ? before[step] : undefined;
      if (value === undefined) {
        const meant = isRecord(before) ? nearest(step, Object.keys(before)) : undefined;
        return {
          got: `${got}, where there is nothing`,
          expected: `a $ref to ${what.name}`,
          fix:
            meant === undefined
              ? "correct it, or add what it leads to"
              : `write ${JSON.stringify(`#${pointerOf([...path, meant])}`)}`,
        };
      }
      path.push(Array.isArray(before) ? Number(step) : step);
    }
    if (!isRecord(value) || !(Object.hasOwn(value, "$ref") || what.is(value))) {
      return {
        got: `${got}, which is not ${what.name}`,
        expected: `a $ref to ${what.name}`,
        fix: "correct it",
      };
    }
    return { value, path };
  }
}

interface Placed {
  readonly line: number;
  readonly column: number;
  readonly problem: PropProblem;
}

/** What a `$ref` has to lead to. */
export interface What {
  /** With its article: `a parameter`. */
  readonly name: string;
  /** Whether an object is one, as far as that has to be known. */
  is(value: Readonly<Record<string, unknown>>): boolean;
}

/** A path as a JSON pointer. */
export function pointerOf(path: readonly Step[]): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** The steps of a JSON pointer in the fragment of a URI: `#/paths/~1orders`. */
export function stepsOf(fragment: string): readonly string[] {
  return fragment
    .split("/")
    .slice(1)
    .map((step) => decoded(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function noPointer($ref: unknown): Problem {
  return {
    got: `a $ref to ${JSON.stringify($ref)}`,
    expected: 'a JSON pointer into the document, such as "#/components/parameters/Limit"',
    fix: "write the pointer to what is meant",
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
