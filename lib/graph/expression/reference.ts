import type { Reference } from "../value";

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
const PLAIN_ROOT = /^(var|local|each|count|path|terraform|self)(\.|$)/;

/** The attributes of the roots that have a fixed set of them. */
const FIXED_ROOTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["each", ["key", "value"]],
  ["count", ["index"]],
  ["path", ["module", "root", "cwd"]],
  ["terraform", ["workspace", "env", "applying"]],
]);

/** How many names make an address, by root; any other root is a resource type. */
const ADDRESS_LENGTH: ReadonlyMap<string, number> = new Map([
  ["self", 1],
  ["data", 3],
  ["ephemeral", 3],
]);

/** Whether the first index after the address is the key of an instance: resources, data sources, modules. */
export function hasInstances(address: string): boolean {
  return !PLAIN_ROOT.test(address);
}

/** The reference to a part of what another reference is to. */
export function extend(
  reference: Reference,
  key: string | number,
  notation: "attribute" | "index" = "index",
): Reference {
  const instanceKey =
    notation === "index" && reference.path.length === 0 && hasInstances(reference.address);
  return {
    text: reference.text + stepText(key, instanceKey),
    address: reference.address,
    path: [...reference.path, key],
  };
}

/** `var.m.k` and `var.m["k"]` are the same, so both are written in the first way; an instance's key stays an index. */
function stepText(key: string | number, instanceKey: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  if (key === "*") return "[*]";
  return instanceKey || !IDENTIFIER.test(key) ? `[${JSON.stringify(key)}]` : `.${key}`;
}

/** Reads the address off the names that a traversal begins with; `taken` of them belong to it. */
export function addressOf(
  names: readonly string[],
): { readonly address: string; readonly taken: number } | { readonly error: string } {
  const [root, second] = names;
  if (root === "resource" && names.length >= 3) {
    return { address: names.slice(1, 3).join("."), taken: 3 };
  }
  const taken = ADDRESS_LENGTH.get(root) ?? 2;
  if (names.length < taken) return { error: incomplete(root) };
  const allowed = FIXED_ROOTS.get(root);
  if (allowed && !allowed.includes(second)) {
    return { error: `"${root}" has no "${second}", only ${allowed.join(", ")}` };
  }
  return { address: names.slice(0, taken).join("."), taken };
}

function incomplete(root: string): string {
  if (FIXED_ROOTS.has(root) || /^(var|local|module)$/.test(root)) {
    return `"${root}" alone is not a reference, a name must follow it`;
  }
  if (root === "data") return '"data" must be followed by a type and a name';
  return `"${root}" is not a reference: text that is not for terraform is written "$\${${root}…}"`;
}
