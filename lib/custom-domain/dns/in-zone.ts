import { Construct } from "constructs";
import { AlidnsRecord } from "../../alicloud/alidns-record";
import { inTurn, literalBool, object, optional, required, text } from "../../props";
import { makeResource, metaArguments } from "../../synth";
import { otherZone, recordOptions, zoneNameProblem, zoneOf } from "./checks";
import type { ZoneRecordOptions } from "./dns-props";
import { hostRecord } from "./host-record";
import type { DnsSource } from "./source";
import { waitingFor } from "./wait";

/** A record in a public zone of Alibaba Cloud DNS. */
export function inZone(zoneName: string, options: ZoneRecordOptions): DnsSource {
  return {
    problems: (at, domainName) => [
      ...object({
        zoneName: required(
          inTurn(text(zoneNameProblem), (name, place) =>
            otherZone(place, name as string, domainName),
          ),
        ),
      })({ zoneName }, at),
      ...CHECK(options, at),
    ],
    bind(scope, { domainName, target, ...part }) {
      const zone = zoneOf(zoneName);
      const provider = options.provider ?? part.provider;
      const dns = new Construct(scope, "Dns");
      const record = makeResource(AlidnsRecord, dns, part.trace, {
        ...metaArguments({ ...part, provider }),
        domainName: zone,
        rr: hostRecord(domainName, zone),
        type: "CNAME",
        value: target(options.internal === true),
        ttl: options.ttlSeconds ?? undefined,
      });
      return waitingFor(dns, part.trace, record, options.waitSeconds);
    },
  };
}

const CHECK = object({ ...recordOptions, internal: optional(literalBool()) });
