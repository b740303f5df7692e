import { isIP } from "node:net";
import type { Problem } from "../problem";
import type { ListBounds } from "../issue";
import { list, object, oneOf, scalar, text } from "./check";

/** The items: at least one. */
export const IP_ITEMS: ListBounds = {
  expected: "a list of at least one item, with blocks",
  least: 1,
};

/** The blocks of an item: at least one. */
export const ipBlocks = list(
  { expected: "a list of at least one IP address or CIDR block", least: 1 },
  text("an IP address or a CIDR block", ipBlockProblem),
);

/** Which of the addresses in `X-Forwarded-For` is looked at. */
export const ipResource = text('text such as "XFF:-1"');

/**
 * `ipControl`: callers by their address.
 *
 * Source: the provider's acceptance tests; `resource` from "IP address-based access control".
 */
export const ipControl = object({
  known: {
    type: oneOf("ALLOW", "REFUSE"),
    items: list(
      IP_ITEMS,
      object({ known: { blocks: ipBlocks, appId: scalar }, required: ["blocks"] }),
    ),
    resource: ipResource,
  },
  required: ["type", "items"],
});

/** What is wrong with an IP address or CIDR block, of IPv4 or IPv6. */
export function ipBlockProblem(block: string): Problem | undefined {
  const [address, prefix, ...more] = block.split("/");
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const right =
    version !== 0 &&
    more.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most));
  if (right) return undefined;
  const trimmed = block.trim();
  return {
    got: JSON.stringify(block),
    expected: "an IPv4 or IPv6 address or CIDR block, such as 203.0.113.0/24",
    fix:
      trimmed !== block
        ? `write ${JSON.stringify(trimmed)}`
        : version !== 0 && more.length === 0
          ? `give it a prefix length from 0 to ${most}`
          : "write the address, or the network with its prefix length",
  };
}
