import { text } from "../../props";
import type { CodeSource } from "./source";

/** A container image. */
export function image(uri: string): CodeSource {
  return {
    isImage: true,
    check: (_, at) => text(emptyProblem)(uri, `${at}.image`),
    bind: () => ({ image: uri }),
  };
}

function emptyProblem(uri: string) {
  if (uri !== "") return undefined;
  return { got: '""', expected: "the address of an image", fix: "name the image" };
}
