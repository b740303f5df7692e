/** Terraform JSON, as far as the order asks for it. */
interface Document {
  readonly resource?: Blocks;
  readonly data?: Blocks;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The order in which Terraform creates what a document declares, and in which it removes it: what a
 * block refers to, or names in `depends_on`, comes before it, and goes after it. It reads the JSON
 * by itself, with nothing of the library's.
 */
export class Order {
  private readonly before = new Map<string, ReadonlySet<string>>();

  /** @param json what a stack was synthesised into */
  public constructor(json: object) {
    const { resource = {}, data = {} } = json as Document;
    const bodies = new Map([...bodiesOf(resource, ""), ...bodiesOf(data, "data.")]);
    for (const [address, body] of bodies) {
      const texts = textsOf(body);
      const named = [...bodies.keys()].filter((other) => texts.some((text) => names(text, other)));
      this.before.set(address, new Set(named));
    }
  }

  /** All addresses, in the order of the document. */
  public get addresses(): readonly string[] {
    return [...this.before.keys()];
  }

  /** The addresses of a type. */
  public ofType(type: string): readonly string[] {
    return this.addresses.filter((address) => address.startsWith(`${type}.`));
  }

  /** What is created in turn; what is in one step Terraform may create at once. */
  public get creation(): readonly (readonly string[])[] {
    const steps: string[][] = [];
    const made = new Set<string>();
    while (made.size < this.before.size) {
      const step = this.addresses.filter(
        (address) =>
          !made.has(address) && [...this.before.get(address)!].every((it) => made.has(it)),
      );
      if (step.length === 0) throw new Error("what is left waits for itself");
      for (const address of step) made.add(address);
      steps.push(step.sort());
    }
    return steps;
  }

  /** What is removed in turn: resources alone, since of a data source there is nothing to remove. */
  public get destruction(): readonly (readonly string[])[] {
    const resources = this.addresses.filter((address) => !address.startsWith("data."));
    const steps: string[][] = [];
    const gone = new Set<string>();
    while (gone.size < resources.length) {
      const step = resources.filter(
        (address) =>
          !gone.has(address) &&
          resources.every((other) => gone.has(other) || !this.waits(other, address)),
      );
      if (step.length === 0) throw new Error("what is left waits for itself");
      for (const address of step) gone.add(address);
      steps.push(step.sort());
    }
    return steps;
  }

  /** Whether a block is created only after another one, in whatever order Terraform takes the others; it is removed before it then. */
  public waits(address: string, first: string, visited = new Set<string>()): boolean {
    if (visited.has(address)) return false;
    visited.add(address);
    return [...(this.before.get(address) ?? [])].some(
      (next) => next === first || this.waits(next, first, visited),
    );
  }
}

function bodiesOf(blocks: Blocks, prefix: string): (readonly [string, unknown])[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => [`${prefix}${type}.${name}`, body] as const),
  );
}

/** All texts in a block but its comment; addresses in `depends_on` as references. */
function textsOf(body: unknown, key = ""): readonly string[] {
  if (key === "//") return [];
  if (typeof body === "string") return [key === "depends_on" ? `\${${body}}` : body];
  if (Array.isArray(body)) return body.flatMap((item) => textsOf(item, key));
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => textsOf(value, name));
}

function names(text: string, address: string): boolean {
  const inside = text.match(/\$\{[^]*\}/)?.[0] ?? "";
  const pattern = address.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w.-])${pattern}(?![\\w-])`).test(inside);
}
