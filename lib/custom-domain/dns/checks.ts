import { Token } from "cdktf";
import { domainNameProblem } from "../../facts/domain-name";
import type { Problem } from "../../facts/problem";
import { constructProps } from "../../function/checks";
import { type Check, type Prop, type PropProblem, literal, optional, whole } from "../../props";

const MOST_TTL_SECONDS = 86_400;
const MOST_WAIT_SECONDS = 3600;

/** What is wrong with the options of a record. */
export const recordOptions: Readonly<Record<string, Prop>> = {
  ttlSeconds: optional(seconds(MOST_TTL_SECONDS)),
  waitSeconds: optional(literal(seconds(MOST_WAIT_SECONDS))),
  provider: constructProps.provider,
};

function seconds(most: number): Check {
  return whole({ least: 1, most, unit: "seconds" });
}

/** What is wrong with the name of a zone. */
export function zoneNameProblem(name: string): Problem | undefined {
  const expected = "a zone, such as example.com";
  if (name.startsWith("*.")) {
    return { got: JSON.stringify(name), expected, fix: 'leave out "*."' };
  }
  const problem = domainNameProblem(name.replace(/\.$/, ""));
  return problem ? { ...problem, expected } : undefined;
}

/** A zone as the service keeps it: in small letters, without a dot at the end. */
export function zoneOf(name: string): string {
  return Token.isUnresolved(name) ? name : name.toLowerCase().replace(/\.$/, "");
}

/** What is wrong with a zone for a domain: it is that of others. */
export function otherZone(
  at: string,
  zoneName: string,
  domainName: string | undefined,
): readonly PropProblem[] {
  if (domainName === undefined || Token.isUnresolved(zoneName)) return [];
  const zone = zoneOf(zoneName);
  const name = domainName.toLowerCase();
  if (name === zone || name.endsWith(`.${zone}`)) return [];
  return [
    {
      at,
      got: `${JSON.stringify(zoneName)}, and the domain is ${domainName}`,
      expected: "the zone that the domain is in",
      fix: "write the zone that the domain's name ends with",
    },
  ];
}
