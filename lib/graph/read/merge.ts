import {
  type Json,
  type JsonObject,
  type TerraformJson,
  blocks,
  isObject,
} from "../terraform-json";
import { declarations } from "./declarations";

/** Puts the files of one configuration together: every block of each. */
export function merge(parts: readonly JsonObject[]): TerraformJson {
  if (parts.length === 1) return parts[0] as TerraformJson;
  const keys = new Set(parts.flatMap((part) => Object.keys(part)));
  const comments = parts.flatMap((part) => blocks(part["//"]));
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key === "//" ? comments[0] : parts.flatMap((part) => blocks(part[key])),
    ]),
  ) as TerraformJson;
}

/** What came of an override. */
export interface Overridden {
  readonly parts: readonly JsonObject[];
  /** The keys that lead to what is not there to be overridden. */
  readonly missing: readonly (readonly string[])[];
}

/**
 * Lets the blocks of an override file replace arguments of those of the same name, as Terraform
 * does: an argument, or all blocks of one type, at a time; of `lifecycle`, `locals` and
 * `required_providers` a name at a time.
 */
export function override(parts: readonly JsonObject[], by: JsonObject): Overridden {
  const missing: (readonly string[])[] = [];
  let result = parts;
  const change = (path: readonly string[], to: (body: JsonObject) => JsonObject | undefined) => {
    let hit = false;
    result = result.map((part) =>
      mapBodies(part, path, (body) => {
        const changed = to(body);
        hit ||= changed !== undefined;
        return changed ?? body;
      }),
    ) as readonly JsonObject[];
    return hit;
  };
  for (const { path, body = {} } of declarations(by)) {
    const [kind] = path;
    if (kind === "locals" || kind === "terraform") {
      for (const [name, json] of Object.entries(body)) {
        if (name === "//") continue;
        const hit = change(path, (base) => replaced(base, name, json));
        if (!hit && kind === "locals") missing.push([...path, name]);
        if (!hit && kind === "terraform") result = [...result, { terraform: { [name]: json } }];
      }
    } else {
      const hit = change(path, (base) =>
        kind === "provider" && base.alias !== body.alias ? undefined : mergedBody(base, body),
      );
      if (!hit) missing.push(path);
    }
  }
  return { parts: result, missing };
}

/** Changes the bodies of a block. Makes own properties only, whatever the label is called. */
function mapBodies(
  json: Json | undefined,
  path: readonly string[],
  change: (body: JsonObject) => JsonObject,
): Json | undefined {
  if (Array.isArray(json)) {
    return json.map((item: Json) => mapBodies(item, path, change)) as readonly Json[];
  }
  if (!isObject(json)) return json;
  if (path.length === 0) return change(json);
  const [label, ...rest] = path;
  if (!Object.hasOwn(json, label)) return json;
  return { ...json, [label]: mapBodies(json[label], rest, change) };
}

/** A body in which a name has another value; undefined where it has no such name. */
function replaced(base: JsonObject, name: string, by: Json | undefined): JsonObject | undefined {
  if (!Object.hasOwn(base, name)) return undefined;
  if (name !== "required_providers") return { ...base, [name]: by };
  const providers = [...blocks(base[name]), ...blocks(by)].flatMap(
    Object.entries<Json | undefined>,
  );
  return { ...base, [name]: Object.fromEntries(providers) };
}

function mergedBody(base: JsonObject, by: JsonObject): JsonObject {
  const names = new Set([by, ...blocks(by.dynamic)].flatMap((block) => Object.keys(block)));
  const kept = Object.entries(base).filter(([name]) => name === "//" || !names.has(name));
  const made = [
    ...blocks(base.dynamic).map((labelled) =>
      Object.fromEntries(Object.entries(labelled).filter(([name]) => !names.has(name))),
    ),
    ...blocks(by.dynamic),
  ];
  const merged: JsonObject = { ...Object.fromEntries(kept), ...by };
  return {
    ...merged,
    ...(base["//"] !== undefined && { "//": base["//"] }),
    ...(made.length > 0 && { dynamic: made }),
    ...(by.lifecycle !== undefined && {
      lifecycle: { ...blocks(base.lifecycle)[0], ...blocks(by.lifecycle)[0] },
    }),
  };
}
