import { TerraformResource } from "cdktf";

/** Resources of constructs of ours. */
const own = new WeakSet<object>();

/** Says that a resource is of a construct of ours. */
export function markOwn(resource: object): void {
  own.add(resource);
}

/**
 * Prepares a stack. cdktf resolves every resource once before it knows all stacks, for the references
 * between them alone, and throws the result away: of ours it resolves only what may hold a reference,
 * a fifth of what an app takes otherwise.
 *
 * @param prepare cdktf's own `prepareStack`
 */
export function preparing(prepare: () => void): void {
  const { prototype } = TerraformResource;
  const { toTerraform } = prototype;
  prototype.toTerraform = function (this: TerraformResource): unknown {
    const json: unknown = toTerraform.call(this);
    return own.has(this) ? withoutLiterals(json) : json;
  };
  try {
    prepare();
  } finally {
    prototype.toTerraform = toTerraform;
  }
}

/** Without what surely is no token; what is none of JSON is left as it is. */
function withoutLiterals(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.some(isToken) ? value : value.filter(isOpen).map(withoutLiterals);
  }
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype || "resolve" in value) return value;
  const left: { [key: string]: unknown } = {};
  for (const [key, item] of Object.entries(value)) {
    if (isToken(key)) return value;
    if (isOpen(item)) left[key] = withoutLiterals(item);
  }
  return left;
}

/** A text with a token, or a number of which cdktf may have made one. */
function isToken(value: unknown): boolean {
  if (typeof value === "string") return /[$%#&]\{|\de/i.test(value);
  return typeof value === "number" && !Number.isSafeInteger(Math.trunc(value));
}

function isOpen(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "number":
      return isToken(value);
    case "boolean":
    case "undefined":
      return false;
    default:
      return value !== null;
  }
}
