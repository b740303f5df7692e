import { createHash } from "node:crypto";
import { MOST_GATEWAY_DESCRIPTION_CHARACTERS } from "../../facts/gateway-names";

/** The most characters of a name that every document of the vendor allows. */
export const MOST_NAME_CHARACTERS = 50;
const DIGEST_CHARACTERS = 8;

/**
 * The name of an API where none is given: `GET_orders_id` of `GET /orders/[id]`, `GET_root` of
 * `GET /`, with `all` for `*`. A digest of the path is behind it where it had to be cut, and where the path has other
 * characters, so that `/a-b` and `/a/b` have two names.
 */
export function defaultName(method: string, path: string): string {
  const words = path === "/" ? ["root"] : path.replaceAll("*", "/all").match(/[a-zA-Z0-9]+/g);
  const name = [method, ...(words ?? [])].join("_");
  const isPlain = path === "/" || (PLAIN.test(path) && !LIKE_ROOT.test(path));
  return isPlain && name.length <= MOST_NAME_CHARACTERS ? name : withDigest(name, "_", path);
}

/** Each part letters and digits, in brackets or not. */
const PLAIN = /^(\/([a-zA-Z0-9]+|\[[a-zA-Z0-9]+\]))+$/;
const LIKE_ROOT = /^\/\[?root\]?$/;

/** The name of an API: that of its route, with the method behind it where the route has several. */
export function nameOf(
  { apiName, path }: { readonly apiName?: string; readonly path: string },
  method: string,
  methods: readonly unknown[],
): string {
  if (apiName === undefined) return defaultName(method, path);
  return methods.length > 1 ? `${apiName}_${method}` : apiName;
}

/**
 * The id of an API's construct, which no other method and path has: `GET_orders_[id]`. It does not
 * depend on the other routes, nor on their order.
 */
export function idOf(method: string, path: string): string {
  const id = `${method}${path === "/" ? "" : path.replace(/[^a-zA-Z0-9.*~[\]-]/g, "_")}`;
  return /^[a-zA-Z0-9/.*~[\]-]*$/.test(path) ? id : withDigest(id, "-", path);
}

/** A name that had to be changed, cut so that a digest of what it was made of is behind it. */
export function withDigest(name: string, separator: string, path: string): string {
  const digest = createHash("sha256").update(path).digest("hex").slice(0, DIGEST_CHARACTERS);
  const most = MOST_NAME_CHARACTERS - DIGEST_CHARACTERS - separator.length;
  return name.slice(0, most).replace(/_+$/, "") + separator + digest;
}

/** What an API is for where nobody says it. */
export function defaultDescription(method: string, path: string): string {
  return [...`${method} ${path}`].slice(0, MOST_GATEWAY_DESCRIPTION_CHARACTERS).join("");
}
