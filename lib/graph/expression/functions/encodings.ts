import { type BinaryLike, createHash } from "node:crypto";
import { fail } from "../failure";
import { type FunctionTable, plain } from "./define";

function digest(algorithm: string, encoding: "hex" | "base64"): FunctionTable[string] {
  return plain(["text"], (text) =>
    createHash(algorithm)
      .update(text satisfies BinaryLike)
      .digest(encoding),
  );
}

function base64decode(text: string): string {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    return fail("base64decode: the text is not base64");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(text, "base64"),
    );
  } catch {
    return fail("base64decode: what comes out is not UTF-8");
  }
}

function urlencode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
    .replace(/%20/g, "+")
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Functions that write a text in another form, and digests. */
export const ENCODING_FUNCTIONS: FunctionTable = {
  base64decode: plain(["text"], base64decode),
  base64encode: plain(["text"], (text) => Buffer.from(text).toString("base64")),
  base64sha256: digest("sha256", "base64"),
  base64sha512: digest("sha512", "base64"),
  md5: digest("md5", "hex"),
  sha1: digest("sha1", "hex"),
  sha256: digest("sha256", "hex"),
  sha512: digest("sha512", "hex"),
  urlencode: plain(["text"], urlencode),
};
