import type { ITerraformDependable, TerraformResource } from "cdktf";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { type Trace, makeResource } from "../../synth";
import { TimeProvider, TimeSleep } from "./time";

/** What is waited for of a record, by references. */
interface DnsRecord {
  readonly id: string;
  readonly rr: string;
  readonly value: string;
}

/**
 * What the domain waits for: a record, and some time after it.
 *
 * @param dns the record's construct
 * @param trace where the user made the domain
 * @param record the record
 * @param seconds how long; undefined for not at all
 */
export function waitingFor(
  dns: Construct,
  trace: Trace,
  record: TerraformResource & DnsRecord,
  seconds: number | null | undefined,
): readonly ITerraformDependable[] {
  if (seconds == null) return [record];
  const stack = TerraformStack.of(dns);
  if (!stack.node.tryFindChild(PROVIDER)) new TimeProvider(stack, PROVIDER);
  const sleep = makeResource(TimeSleep, new Construct(dns, "Wait"), trace, {
    createDuration: `${seconds}s`,
    // Another record is waited for again, and one that is given another name or target in place.
    triggers: { record: record.id, rr: record.rr, value: record.value },
  });
  return [record, sleep];
}

const PROVIDER = "FrontDoorTime";
