import type { CustomDomainNode, Value } from "../../graph";

/** Custom domains by their names, so that a record is compared only with those whose name may be its own. */
export class DomainIndex {
  private readonly byKey = new Map<string, CustomDomainNode>();
  private readonly byLabel = new Map<string, CustomDomainNode[]>();
  private readonly byParent = new Map<string, CustomDomainNode[]>();
  private readonly unlabelled: CustomDomainNode[] = [];
  private readonly unknown: CustomDomainNode[] = [];
  private readonly all: CustomDomainNode[] = [];

  /** @param domains of one graph */
  public constructor(domains: Iterable<CustomDomainNode>) {
    for (const domain of domains) {
      const { name } = domain;
      if (!name.isUnknown && name.text === undefined) continue;
      this.byKey.set(keyOf(name), domain);
      this.all.push(domain);
      const label = labelOf(name);
      if (label === undefined) this.unlabelled.push(domain);
      else put(this.byLabel, label, domain);
      if (name.isUnknown) this.unknown.push(domain);
      else for (const parent of parentsOf(name.text ?? "")) put(this.byParent, parent, domain);
    }
  }

  /** The domain whose name surely is this one. */
  public same(name: Value): CustomDomainNode | undefined {
    return this.byKey.get(keyOf(name));
  }

  /** A domain that may have this name. A name of which nothing is known may be any. */
  public like(name: Value): CustomDomainNode | undefined {
    const label = labelOf(name);
    const candidates =
      label === undefined
        ? [this.byParent.get(parentsOf(name.suffix)[0]), this.unknown, this.all]
        : [this.byLabel.get(label), this.unlabelled];
    for (const domains of candidates) {
      if (domains === this.all && hasKnownPart(name)) continue;
      const found = domains?.find((domain) => domain.name.same(name) === "unknown");
      if (found) return found;
    }
    return undefined;
  }
}

function hasKnownPart(name: Value): boolean {
  return /[a-z0-9*]/i.test(name.prefix + name.suffix);
}

/** Letter case is no matter in a name that is known. */
function keyOf(name: Value): string {
  return name.text === undefined ? name.key : JSON.stringify(name.text.toLowerCase());
}

/** The first label, where it is known to its end. */
function labelOf(name: Value): string | undefined {
  const dot = name.prefix.indexOf(".");
  return dot < 0 ? undefined : name.prefix.slice(0, dot).toLowerCase();
}

/** `.b.c` and `.c` of `a.b.c`. */
function parentsOf(name: string): readonly string[] {
  const labels = name.toLowerCase().split(".");
  return labels.slice(1).map((_, index) => `.${labels.slice(index + 1).join(".")}`);
}

function put<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
