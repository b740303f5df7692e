import { piecesOf, textOf } from "../expression/pieces";
import type { ResourceGraph } from "../graph";
import type { Resource } from "../resource";
import { Value } from "../value";

/** The resources that declare a DNS record. `alicloud_dns_record` is the older name of the first. */
export const DNS_RECORD_TYPES = [
  "alicloud_alidns_record",
  "alicloud_dns_record",
  "alicloud_pvtz_zone_record",
] as const;

/** A declared DNS record, of a public zone or of a private one. */
export class DnsRecordNode {
  private fullName?: Value;

  /**
   * @param graph the graph that it is in
   * @param resource its resource
   */
  public constructor(
    private readonly graph: ResourceGraph,
    public readonly resource: Resource,
  ) {}

  /** `type`: `CNAME`, `A`. */
  public get type(): Value {
    return this.resource.get("type");
  }

  /** `value`: what the name leads to. */
  public get value(): Value {
    return this.resource.get("value");
  }

  /** It is switched off, and answers nobody. */
  public get isDisabled(): boolean {
    return this.resource.get("status").text?.toUpperCase() === "DISABLE";
  }

  /** The host record: `www`, `*`, or `@` for the zone itself. */
  public get host(): Value {
    return first(this.resource, "rr", "host_record", "resource_record");
  }

  /** The name of its zone: `example.com`. Unknown where the configuration does not declare a private zone. */
  public get zone(): Value {
    if (this.resource.type !== "alicloud_pvtz_zone_record") {
      return first(this.resource, "domain_name", "name");
    }
    const id = this.resource.get("zone_id");
    const module = this.graph.moduleOf(this.resource);
    const [zone] = id.origin.references
      .flatMap((reference) => module.targets(reference))
      .filter((target) => target.type === "alicloud_pvtz_zone" && target.mode === "managed");
    if (zone) return first(zone, "zone_name", "name");
    if (id.isUnknown) return Value.unknown(id.origin, { symbol: `zone(${id.key})` });
    const text = `the name of the private zone ${id.text ?? ""}`;
    return Value.reference({ text, address: text, path: [] });
  }

  /** Its whole name, `www.example.com`, in lower case where it is known; a template where a part is not. */
  public get name(): Value {
    this.fullName ??= joined(this.host, this.zone);
    return this.fullName;
  }
}

function first(resource: Resource, ...names: readonly string[]): Value {
  return names.map((name) => resource.get(name)).find((value) => !value.isNull) ?? Value.NULL;
}

function joined(host: Value, zone: Value): Value {
  const isZone = host.isNull || host.text === "@" || host.text === "";
  if (isZone && zone.isUnknown) return zone;
  const values = isZone ? [zone] : [host, zone];
  if (values.some((value) => !value.isUnknown && value.text === undefined)) return Value.NULL;
  const [first, ...rest] = values.map((value) => piecesOf(value));
  const name = textOf([...first, ...rest.flatMap((pieces) => [".", ...pieces])], values);
  return name.text === undefined ? name : Value.of(name.text.toLowerCase(), name.origin);
}
