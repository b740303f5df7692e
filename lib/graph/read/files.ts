import type { InputFile } from "./input";
import { type JsonFile, parseJson } from "./json";
import { type Source, readSource, sourceOf } from "./source";

/** Reads files, and keeps note of them. */
export class Files {
  private readonly noted = new Map<string, InputFile>();

  /**
   * @param cwd the folder that names are relative to
   * @param most the most bytes of a file
   */
  public constructor(
    public readonly cwd: string,
    private readonly most?: number,
  ) {}

  /** What was read so far, in order of name. */
  public get inputs(): readonly InputFile[] {
    return [...this.noted.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /**
   * Reads a JSON file.
   *
   * @throws ReadError where it is none
   */
  public json(at: string): JsonFile {
    return this.parse(readSource(at, this.cwd, this.most));
  }

  /**
   * Reads JSON out of bytes.
   *
   * @throws ReadError where it is none
   */
  public jsonOf(file: string, bytes: Buffer): JsonFile {
    return this.parse(sourceOf(file, bytes, this.most));
  }

  private parse(source: Source): JsonFile {
    const { file, sha256 } = source;
    this.noted.set(file, { file, sha256 });
    return parseJson(source);
  }
}
