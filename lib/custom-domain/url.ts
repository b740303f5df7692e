import type { IConstruct } from "constructs";
import { refuse } from "../synth";
import { DomainProtocol } from "./domain-protocol";

/** A domain, seen from its URL. */
interface Named {
  /** As it was given. */
  readonly domainName: string;
  /** What the URL is made of. */
  readonly reference: string;
  readonly protocol?: DomainProtocol | null;
}

/** The URL of a domain without a path; a wildcard has none. */
export function urlOf(construct: IConstruct, { domainName, reference, protocol }: Named): string {
  if (domainName.startsWith("*.")) {
    const example = `https://a${domainName.slice(1)}`;
    refuse(construct, `url: ${domainName} stands for many names, each with a URL of its own`, [
      `  fix       write the one that is meant, such as ${example}`,
    ]);
  }
  return `${protocol === DomainProtocol.HTTP ? "http" : "https"}://${reference}`;
}
