import { isRecord } from "../../../facts/issue";
import type { OpenApiDocument } from "./document";
import { type Operation, itemsOf, memberOf } from "./operation";
import { OpenApiPart } from "./part";
import { pathOfServer, serversOf } from "./server";

/** What an operation says and the gateway has no place for, beside parameters and bodies. */
export function unmappedOf(document: OpenApiDocument, { own, item }: Operation): readonly string[] {
  const callbacks = Object.keys(memberOf([own], "callbacks")?.value ?? {});
  return [
    ...securityOf(document, own.value.security ?? document.root.security),
    ...itemsOf([own, ...item], "servers").map(
      ({ value }) => `${OpenApiPart.SERVER}: ${String(value.url)}`,
    ),
    ...callbacks.map((name) => `${OpenApiPart.CALLBACK}: ${name}`),
  ];
}

/** What the document says of no single operation that is mapped. */
export function unmappedOfAll(
  document: OpenApiDocument,
  operations: readonly Operation[],
  prefix: string | undefined,
): readonly string[] {
  const webhooks = Object.keys(
    memberOf([{ value: document.root, path: [] }], "webhooks")?.value ?? {},
  );
  const [first, ...others] = prefix === undefined ? serversOf(document) : [];
  return [
    ...others
      .filter((server) => pathOfServer(server) !== pathOfServer(first))
      .map(({ value }) => `${OpenApiPart.SERVER}: ${String(value.url)}`),
    ...webhooks.map((name) => `${OpenApiPart.WEBHOOK}: ${name}`),
    ...operations
      .filter(({ method }) => method === undefined)
      .map(({ verb, template }) => `${OpenApiPart.METHOD}: ${verb.toUpperCase()} ${template}`),
  ];
}

/** Who may call; nothing where anybody may. */
function securityOf(document: OpenApiDocument, security: unknown): readonly string[] {
  const choices = (Array.isArray(security) ? (security as readonly unknown[]) : []).filter(
    isRecord,
  );
  if (choices.length === 0 || choices.some((choice) => Object.keys(choice).length === 0)) return [];
  const text = choices
    .map((choice) =>
      Object.keys(choice)
        .map((name) => schemeOf(document, name))
        .join(" and "),
    )
    .join(" or ");
  return [`${OpenApiPart.SECURITY}: ${text}`];
}

const SCHEME = {
  name: "a security scheme",
  is: ({ type }: { readonly type?: unknown }) => typeof type === "string",
};

/** A security scheme, with its type: `token (http bearer)`. */
function schemeOf(document: OpenApiDocument, name: string): string {
  const components = memberOf([{ value: document.root, path: [] }], "components");
  const schemes = components && memberOf([components], "securitySchemes");
  const given = schemes && memberOf([schemes], name);
  const scheme = given && document.follow(given, SCHEME)?.value;
  if (!scheme) return name;
  const detail = scheme.type === "http" ? ` ${String(scheme.scheme)}` : "";
  return `${name} (${String(scheme.type)}${detail})`;
}
