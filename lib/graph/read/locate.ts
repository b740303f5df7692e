import type { SourceLocation } from "../metadata";
import type { JsonText, Member } from "./position";

/** Finds where a resource, an output or the configuration (`terraform`) is written, and its argument. */
export type Locate = (address: string, attribute?: string) => SourceLocation | undefined;

/** A text in which blocks are looked for. */
export interface Located {
  /** Its name in a report. */
  readonly file: string;
  readonly text: JsonText;
}

const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;

/**
 * Looks for blocks in the files of one configuration. Nothing is scanned before the first question.
 *
 * @param files in order
 * @param overrides files whose arguments replace those of the others, the last one first of all
 */
export function locator(files: readonly Located[], overrides: readonly Located[] = []): Locate {
  const indexes = files.map((file) => new Index(file));
  const precedence = [...overrides.map((file) => new Index(file)).reverse(), ...indexes];
  return (address, attribute) => {
    const path = pathOf(address);
    const steps = [...(attribute ?? "").matchAll(STEP)].map(([, quoted, index, name]) =>
      index === undefined ? (name ?? quoted) : Number(index),
    );
    for (const index of precedence) {
      const found = index.argument(path, steps);
      if (found) return found;
    }
    for (const index of indexes) {
      const found = index.block(path);
      if (found) return found;
    }
    return undefined;
  };
}

/** The place of the key that a path leads to, where there is one. */
export function locate(file: Located, path: readonly string[]): SourceLocation | undefined {
  return new Index(file).block(path);
}

/** Blocks of one file by their labels. */
class Index {
  private readonly members = new Map<number, ReadonlyMap<string, Member>>();

  public constructor(private readonly source: Located) {}

  public block(path: readonly string[]): SourceLocation | undefined {
    const [found] = this.find(path);
    return found && this.at(found.key);
  }

  public argument(
    path: readonly string[],
    steps: readonly (string | number)[],
  ): SourceLocation | undefined {
    for (const { value } of this.find(path)) {
      for (const body of this.objects(value)) {
        const place = this.inside(body, steps) ?? this.inside(body, ["dynamic", ...steps]);
        if (place !== undefined) return this.at(place);
      }
    }
    return undefined;
  }

  /** The deepest step that is written; undefined where not even the first one is. */
  private inside(body: number, steps: readonly (string | number)[]): number | undefined {
    const { text } = this.source;
    const least = steps[0] === "dynamic" ? 2 : 1;
    let at = body;
    let place: number | undefined;
    for (const [depth, step] of steps.entries()) {
      const items = text.items(at);
      let next: { readonly key: number; readonly value: number } | undefined;
      if (typeof step === "number") {
        const item = items.at(step);
        // One block may be written without its list.
        if (item === undefined && step === 0 && items.length === 0) continue;
        next = item === undefined ? undefined : { key: item, value: item };
      } else {
        next = text.members(items.length === 1 ? items[0] : at).get(step);
      }
      if (!next) return depth >= least ? place : undefined;
      place = next.key;
      at = next.value;
    }
    return place;
  }

  /** The members that labels lead to; at each of them may be an object or a list of objects. */
  private find(path: readonly string[]): readonly Member[] {
    const { text } = this.source;
    let found: readonly Member[] = [{ key: text.root, value: text.root }];
    for (const label of path) {
      found = found.flatMap(({ value }) =>
        this.objects(value).flatMap((at) => this.membersAt(at).get(label) ?? []),
      );
    }
    return found;
  }

  private objects(at: number): readonly number[] {
    const { text } = this.source;
    return text.text[at] === "[" ? text.items(at) : [at];
  }

  private membersAt(at: number): ReadonlyMap<string, Member> {
    let members = this.members.get(at);
    if (!members) {
      members = this.source.text.members(at);
      this.members.set(at, members);
    }
    return members;
  }

  private at(offset: number): SourceLocation {
    return { file: this.source.file, ...this.source.text.position(offset) };
  }
}

/** The keys under which Terraform JSON has the block of an address. */
function pathOf(address: string): readonly string[] {
  const [root, ...rest] = address.split(".");
  switch (root) {
    case "var":
      return ["variable", ...rest];
    case "local":
      return ["locals", ...rest];
    case "data":
    case "module":
    case "output":
    case "provider":
    case "terraform":
      return [root, ...rest];
    default:
      return ["resource", root, ...rest];
  }
}
