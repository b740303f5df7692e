import { type Check, list, map, object, optional, text } from "../props";

/** How a function's instances resolve names. */
export interface DnsOptions {
  /**
   * The addresses of name servers.
   *
   * @default - the service's
   */
  readonly nameServers?: string[];
  /**
   * Domains in which short names are looked up.
   *
   * @default - none
   */
  readonly searches?: string[];
  /**
   * Options of the resolver, as in `resolv.conf`: name and value.
   *
   * @default - none
   */
  readonly options?: { [name: string]: string };
}

/** Whether the props of the name resolution are right. */
export function dnsProps(): Check {
  return object({
    nameServers: optional(list(text())),
    searches: optional(list(text())),
    options: optional(map(text())),
  });
}

/** The block `custom_dns`. */
export function dnsBlock({ nameServers, searches, options }: DnsOptions) {
  const names = Object.keys(options ?? {}).sort();
  return {
    nameServers,
    searches,
    dnsOptions:
      names.length > 0 ? names.map((name) => ({ name, value: options![name] })) : undefined,
  };
}
