import { isRecord } from "../../../facts/issue";
import type { Step } from "../../../graph/yaml/placed";
import { GatewayMethod } from "../words";
import type { Found, OpenApiDocument } from "./document";

/** An operation of a document. */
export interface Operation {
  /** As it stands in the document: `/orders/{id}`. */
  readonly template: string;
  /** Undefined for one that the gateway does not have. */
  readonly method: GatewayMethod | undefined;
  /** As it stands in the document: `get`. */
  readonly verb: string;
  /** The operation itself. */
  readonly own: Found;
  /** What is said of all operations of the path; what comes first holds. */
  readonly item: readonly Found[];
}

const METHODS: readonly (readonly [verb: string, method: GatewayMethod | undefined])[] = [
  ["get", GatewayMethod.GET],
  ["put", GatewayMethod.PUT],
  ["post", GatewayMethod.POST],
  ["delete", GatewayMethod.DELETE],
  ["options", GatewayMethod.OPTIONS],
  ["head", GatewayMethod.HEAD],
  ["patch", GatewayMethod.PATCH],
  ["trace", undefined],
];

const PATH_ITEM = {
  name: "a path item",
  is: (value: Found["value"]): boolean => METHODS.some(([verb]) => isRecord(value[verb])),
};

/** The operations of a document, in its order of the paths. */
export function operationsOf(document: OpenApiDocument): readonly Operation[] {
  const { paths } = document.root;
  if (!isRecord(paths)) return [];
  return Object.entries(paths).flatMap(([template, value]) => {
    if (!template.startsWith("/") || !isRecord(value)) return [];
    const item = document.chain({ value, path: ["paths", template] }, PATH_ITEM) ?? [];
    return METHODS.flatMap(([verb, method]) => {
      const own = memberOf(item, verb);
      return own ? [{ template, method, verb, own, item }] : [];
    });
  });
}

/** An object that the first of several has. */
export function memberOf(of: readonly Found[], name: string): Found | undefined {
  const holder = of.find(({ value }) => Object.hasOwn(value, name));
  const value = holder?.value[name];
  return holder && isRecord(value) ? { value, path: [...holder.path, name] } : undefined;
}

/** The objects of a list that the first of several has */
export function itemsOf(of: readonly Found[], name: string): readonly Found[] {
  const holder = of.find(({ value }) => Object.hasOwn(value, name));
  const list = holder?.value[name];
  if (!holder || !Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((value, index) => {
    const path: Step[] = [...holder.path, name, index];
    return isRecord(value) ? [{ value, path }] : [];
  });
}

/** A text that the first of several has. */
export function textIn(of: readonly Found[], name: string): string | undefined {
  for (const { value } of of) {
    const text = value[name];
    if (typeof text === "string" && text.trim() !== "") return text;
  }
  return undefined;
}
