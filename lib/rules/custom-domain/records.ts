import { type CustomDomainNode, type DnsRecordNode, type ResourceGraph, Value } from "../../graph";
import { isEndpoint } from "./endpoint";

/** Types of records that may stand beside a CNAME, and do not say where a name leads. */
const OTHER_TYPES = ["TXT", "MX", "NS", "SRV", "CAA", "PTR", "SPF", "HTTPS", "SVCB"];

/** The type of a record in upper case, where it is known. */
export function typeOf({ type }: DnsRecordNode): string | undefined {
  return type.text?.toUpperCase();
}

/** Whether it is a record of addresses. */
export function holdsAddress(record: DnsRecordNode): boolean {
  return ["A", "AAAA"].includes(typeOf(record) ?? "");
}

/** Whether a record says where its name leads, or is meant to. That of addresses does, and is left out: a CNAME beside it may be the one for others. */
export function leads(record: DnsRecordNode): boolean {
  const type = typeOf(record);
  // What is no text Terraform refuses.
  if (type === undefined) return record.type.isUnknown;
  if (holdsAddress(record)) return false;
  return !OTHER_TYPES.includes(type) || isEndpoint(record.value);
}

interface Wildcard {
  readonly record: DnsRecordNode;
  /** What stands behind `*.`. */
  readonly parent: Value;
}

const indexes = new WeakMap<ResourceGraph, RecordIndex>();

/** The DNS records of a configuration. Two rules ask for them. */
export function recordsOf(graph: ResourceGraph): RecordIndex {
  let index = indexes.get(graph);
  if (!index) {
    index = new RecordIndex(graph);
    indexes.set(graph, index);
  }
  return index;
}

/** DNS records by their names and zones, so that a domain is compared only with those that may be its own. */
export class RecordIndex {
  private readonly all: readonly DnsRecordNode[];
  private readonly byName = new Map<string, DnsRecordNode[]>();
  private readonly unknown: readonly DnsRecordNode[];
  private readonly wildcards: readonly Wildcard[];
  private readonly zones: readonly Value[];

  /** @param graph whose records are looked up */
  public constructor({ dnsRecords }: ResourceGraph) {
    const named = dnsRecords.filter(({ name }) => !name.isNull);
    this.all = named.filter((record) => !record.isDisabled);
    this.unknown = this.all.filter(({ name }) => name.isUnknown);
    this.wildcards = this.all.flatMap((record) => {
      const parent = parentOf(record);
      return parent ? [{ record, parent }] : [];
    });
    for (const record of this.all) {
      const same = this.byName.get(record.name.key);
      if (same) same.push(record);
      else this.byName.set(record.name.key, [record]);
    }
    const zones = named.map(({ zone }) => lowerCase(zone));
    this.zones = [...new Map(zones.map((zone) => [zone.key, zone])).values()];
  }

  /** Those that surely have the name of a domain. */
  public own(domain: CustomDomainNode): readonly DnsRecordNode[] {
    return this.byName.get(lowerCase(domain.name).key) ?? [];
  }

  /** Those of the nearest wildcard that covers a domain, which holds where there is no record of its own. */
  public covering(domain: CustomDomainNode): readonly DnsRecordNode[] {
    const name = lowerCase(domain.name);
    // The domain of all names is not one of them.
    if (name.prefix.startsWith("*")) return [];
    const covering = this.wildcards.filter(({ parent }) => isUnder(name, parent));
    const nearest = Math.max(...covering.map(({ parent }) => parent.suffix.length));
    return covering
      .filter(({ parent }) => parent.suffix.length === nearest)
      .map(({ record }) => record);
  }

  /** One that may have the name of a domain, and may not, and leads somewhere. */
  public perhaps(domain: CustomDomainNode): DnsRecordNode | undefined {
    const name = lowerCase(domain.name);
    const candidates = name.isUnknown ? this.all : this.unknown;
    return candidates.find((record) => leads(record) && record.name.same(name) === "unknown");
  }

  /** Whether the zone of a domain is kept here. */
  public hasZoneOf(domain: CustomDomainNode): boolean {
    const name = lowerCase(domain.name);
    return this.zones.some((zone) => zone.key === name.key || isUnder(name, zone));
  }
}

function lowerCase(name: Value): Value {
  return name.kind === "string" ? Value.of(name.text?.toLowerCase(), name.origin) : name;
}

function parentOf({ host, name, zone }: DnsRecordNode): Value | undefined {
  if (host.text === "*") return lowerCase(zone);
  return name.text?.startsWith("*.") ? Value.of(name.text.slice(2)) : undefined;
}

/** Whether a name surely is below another one: ends with it behind a dot. */
function isUnder(name: Value, parent: Value): boolean {
  if (parent.text !== undefined) {
    return parent.text !== "" && name.suffix.toLowerCase().endsWith(`.${parent.text}`);
  }
  // The same expression behind a dot.
  const tail = parent.parts ?? [parent];
  const start = (name.parts?.length ?? 0) - tail.length;
  return (
    start > 0 &&
    textOf(name.parts?.[start - 1])?.endsWith(".") === true &&
    tail.every((piece, index) => keyOf(piece) === keyOf(name.parts?.[start + index]))
  );
}

type Piece = string | Value | undefined;

function textOf(piece: Piece): string | undefined {
  return piece instanceof Value ? piece.text : piece;
}

function keyOf(piece: Piece): string | undefined {
  return piece instanceof Value ? piece.key : piece;
}
