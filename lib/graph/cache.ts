/** Texts longer than this are seldom written twice, and would fill the memory. */
const LONGEST = 4096;

const MOST = 4096;

/** Keeps what was made of the last few thousand texts. */
export class Cache<T> {
  private recent = new Map<string, T>();
  /** What was recent before; dropped as a whole, which costs less than to forget one by one. */
  private older: ReadonlyMap<string, T> = new Map<string, T>();

  /** What `make` gives for a text, made anew only where it is not kept. */
  public get(text: string, make: (text: string) => T): T {
    if (text.length > LONGEST) return make(text);
    const recent = this.recent.get(text);
    if (recent !== undefined) return recent;
    const made = this.older.get(text) ?? make(text);
    if (this.recent.size >= MOST) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(text, made);
    return made;
  }
}
