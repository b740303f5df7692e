import { createHash } from "node:crypto";
import type { TerraformResource } from "cdktf";
import { parseTemplate, references } from "../graph/expression";
import { lazyText } from "../synth";

const DIGEST_CHARACTERS = 12;

/** Arguments whose change is no change of what a version holds. */
const NOT_IN_A_VERSION = [
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
  "resource_group_id",
  "tags",
  "timeouts",
];

/** Names that mean something only inside of the function's own block. */
const OWN_NAMES = /^(count|each|path|self|terraform)(\.|$)/;

/**
 * A text that changes with a function's code and configuration, made when the stack is synthesised,
 * overrides included. What the arguments refer to is digested by Terraform itself, so a variable with
 * another value, or an uploaded object with another name, changes the text too.
 */
export function fingerprintOf(resource: TerraformResource): string {
  return lazyText((context) => {
    // cdktf resolves everything once before it knows all stacks; that text is thrown away.
    if (context.preparing) return "";
    const json: unknown = context.resolve(resource.toTerraform());
    const { [resource.terraformResourceType]: byName } =
      (json as { resource?: Record<string, Record<string, object>> }).resource ?? {};
    return digestText(byName?.[resource.friendlyUniqueId] ?? {});
  });
}

function digestText(body: object): string {
  const held = Object.entries(body).filter(([name]) => !NOT_IN_A_VERSION.includes(name));
  const text = canonical(Object.fromEntries(held));
  const literal = createHash("sha256").update(text).digest("hex").slice(0, DIGEST_CHARACTERS);
  const names = new Set<string>();
  for (const [, value] of held) collectNames(value, names);
  if (names.size === 0) return `code and configuration ${literal}`;
  const list = [...names].sort().join(", ");
  const referred = `\${substr(sha256(jsonencode([${list}])), 0, ${DIGEST_CHARACTERS})}`;
  return `code and configuration ${literal} ${referred}`;
}

function collectNames(value: unknown, into: Set<string>): void {
  if (typeof value === "string") {
    for (const { text, address } of references(parseTemplate(value))) {
      if (!OWN_NAMES.test(address)) into.add(text);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collectNames(key, into);
      collectNames(item, into);
    }
  }
}

/** JSON in which the order of keys, and what is not given, make no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
