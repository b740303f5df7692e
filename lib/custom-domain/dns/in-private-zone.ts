import { Construct } from "constructs";
import { PvtzZoneRecord } from "../../alicloud/pvtz-zone-record";
import { notBlank } from "../../facts/not-empty";
import { inTurn, object, required, text } from "../../props";
import { makeResource, metaArguments } from "../../synth";
import { otherZone, recordOptions, zoneNameProblem } from "./checks";
import type { DnsRecordOptions, PrivateZone } from "./dns-props";
import { hostRecord } from "./host-record";
import type { DnsSource } from "./source";
import { waitingFor } from "./wait";

/** A record in a private zone, to the endpoint inside VPCs. */
export function inPrivateZone(zone: PrivateZone, options: DnsRecordOptions): DnsSource {
  return {
    problems: (at, domainName) => [
      ...object({
        zoneId: required(zoneIdCheck),
        zoneName: required(
          inTurn(text(zoneNameProblem), (name, place) =>
            otherZone(place, name as string, domainName),
          ),
        ),
      })(zone, at),
      ...CHECK(options, at),
    ],
    bind(scope, { domainName, target, ...part }) {
      const provider = options.provider ?? part.provider;
      const dns = new Construct(scope, "Dns");
      const record = makeResource(PvtzZoneRecord, dns, part.trace, {
        ...metaArguments({ ...part, provider }),
        zoneId: zone.zoneId,
        rr: hostRecord(domainName, zone.zoneName.replace(/\.$/, "")),
        type: "CNAME",
        value: target(true),
        ttl: options.ttlSeconds ?? undefined,
      });
      return waitingFor(dns, part.trace, record, options.waitSeconds);
    },
  };
}

const CHECK = object(recordOptions);

const zoneIdCheck = text(
  notBlank({ got: "an empty text", expected: "the id of a private zone", fix: "write the id" }),
);
