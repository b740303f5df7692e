import { notEmpty } from "../../facts/not-empty";
import { text } from "../../props";
import type { CodeSource } from "./source";

/** A container image. */
export function image(uri: string): CodeSource {
  return {
    isImage: true,
    check: (_, at) => CHECK(uri, `${at}.image`),
    bind: () => ({ image: uri }),
  };
}

const CHECK = text(
  notEmpty({ got: '""', expected: "the address of an image", fix: "name the image" }),
);
