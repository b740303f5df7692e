/** Texts longer than this are seldom written twice, and would fill the memory. */
const LONGEST = 4096;

const MOST = 4096;

/** Keeps what was made of the last few thousand texts. */
export class Cache<T> {
  private readonly entries = new Map<string, T>();

  /** What `make` gives for a text, made anew only where it is not kept. */
  public get(text: string, make: (text: string) => T): T {
    const kept = this.entries.get(text);
    if (kept !== undefined) return kept;
    const made = make(text);
    if (text.length <= LONGEST) {
      if (this.entries.size >= MOST) this.forgetOldest();
      this.entries.set(text, made);
    }
    return made;
  }

  private forgetOldest(): void {
    for (const text of this.entries.keys()) {
      this.entries.delete(text);
      return;
    }
  }
}
