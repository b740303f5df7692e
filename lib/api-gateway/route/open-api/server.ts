import { isRecord } from "../../../facts/issue";
import type { Found, OpenApiDocument } from "./document";
import { itemsOf } from "./operation";

/** The servers of a document. */
export function serversOf({ root }: OpenApiDocument): readonly Found[] {
  return itemsOf([{ value: root, path: [] }], "servers");
}

/** The path of the document's first server, which stands before every path: `/v1`, or nothing. */
export function serverPrefix(document: OpenApiDocument): string {
  const [server] = serversOf(document);
  const path = server && pathOfServer(server);
  if (path !== undefined) return path;
  if (server) {
    document.refuse([...server.path, "url"], {
      got: JSON.stringify(server.value.url),
      expected: "a URL, with a default for each of its variables",
      fix: "correct it, or give pathPrefix",
    });
  }
  return "";
}

/** The path of a server's URL, in which variables have their defaults; undefined where it is no URL. */
export function pathOfServer({ value: { url, variables } }: Found): string | undefined {
  const defaults = isRecord(variables) ? variables : {};
  const filled = String(url).replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    return isRecord(variable) ? String(variable.default) : whole;
  });
  if (/[{}]/.test(filled)) return undefined;
  try {
    return new URL(filled, "https://localhost/").pathname.replace(/\/+$/, "");
  } catch {
    return undefined;
  }
}
