import { TerraformOutput } from "cdktf";
import { literalBool, object, optional } from "../../props";
import type { DnsElsewhereOptions } from "./dns-props";
import type { DnsSource } from "./source";

/** What zone files have as a rule, and the least that the free edition of Alibaba Cloud DNS takes. */
const TTL_SECONDS = 600;

/** A record that somebody else makes: the stack says which one. */
export function elsewhere(options: DnsElsewhereOptions): DnsSource {
  return {
    isElsewhere: true,
    problems: (at) => CHECK(options, at),
    bind(scope, { domainName, target }) {
      new TerraformOutput(scope, "DnsRecord", {
        description: "The DNS record that has to be there before the custom domain is created.",
        value: `${domainName}. ${TTL_SECONDS} IN CNAME ${target(options.internal === true)}.`,
      });
      return [];
    },
  };
}

const CHECK = object({ internal: optional(literalBool()) });
