import { Token } from "cdktf";
import type { BlueprintPolicy } from "./blueprint-props";
import type { BlueprintTarget } from "./blueprint-target";
import type { HeldBound } from "./judge-bound";
import type { Naming } from "./naming";
import type { Given, TargetSpec } from "./target-spec";

/** What one blueprint says by itself, without what it includes. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** `acme-blueprint 2.1.0`. */
  readonly owner: string;
  /** By the members of `BlueprintDefaults`. */
  readonly defaults: Readonly<Record<string, Given | undefined>>;
  readonly bounds: readonly HeldBound[];
  readonly requiredTags: readonly string[];
  readonly naming: readonly Naming[];
  readonly policy?: BlueprintPolicy;
  /** Its defaults by name: `HttpTrigger.auth`. */
  readonly shownDefaults: readonly string[];
  /** Its bounds in words: `WebFunction.timeoutSeconds: at most 300`. */
  readonly shownBounds: readonly string[];
}

/** A default, and who gives it. */
export interface Default {
  readonly value: unknown;
  readonly owner: string;
}

/**
 * The defaults of several blueprints together, by prop; those of a tag as `tags.team`.
 *
 * @param parts those that come first hold over the others
 */
export function defaultsOf(
  parts: readonly Pick<Part, "defaults" | "owner">[],
  { key, props }: Pick<TargetSpec, "key" | "props">,
): ReadonlyMap<string, Default> {
  const found = new Map<string, Default>();
  const add = (name: string, value: unknown, owner: string): void => {
    if (value === undefined || value === null || found.has(name)) return;
    found.set(name, { value, owner });
  };
  for (const { defaults, owner } of parts) {
    for (const [name, value] of Object.entries(defaults[key] ?? {})) {
      if (props[name]?.kind !== "tags") add(name, value, owner);
      else if (isMap(value)) {
        for (const [tag, text] of Object.entries(value)) add(`${name}.${tag}`, text, owner);
      }
    }
  }
  return found;
}

/** The bounds of several blueprints on one construct. */
export function boundsOf(
  parts: readonly Pick<Part, "bounds">[],
  target: BlueprintTarget,
): readonly HeldBound[] {
  return parts.flatMap(({ bounds }) => bounds.filter(({ bound }) => bound.target === target));
}

/** An object of texts, and no token of one. */
export function isMap(value: unknown): value is Given {
  if (typeof value !== "object" || value === null || Token.isUnresolved(value)) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
