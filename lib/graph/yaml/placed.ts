import { LineCounter, parseDocument } from "../../vendor/yaml";

/** A step into a document: a key or an index. */
export type Step = string | number;

/** A place in a text, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** YAML, or JSON, with the place of everything in it. */
export class PlacedText {
  /** What the syntax does not allow, and where. */
  public readonly errors: readonly (TextPlace & { readonly message: string })[];
  private readonly lines = new LineCounter();
  private readonly document;

  /** @param text YAML, which JSON is too */
  public constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    this.errors = this.document.errors.map(({ message, pos }) => ({
      message,
      ...this.placeAt(pos[0]),
    }));
  }

  /**
   * What it says; null for an empty text.
   *
   * @throws Error where an alias stands for too much
   */
  public read(): unknown {
    return this.document.toJS();
  }

  /** The place of what stands at a path, or of the nearest above it; of the key where the value is not the matter. */
  public placeOf(path: readonly Step[], of: "key" | "value" = "value"): TextPlace {
    const key = of === "key" ? this.keyAt(path) : undefined;
    return this.placeAt(key ?? this.valueAt(path));
  }

  private placeAt(offset: number): TextPlace {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
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
