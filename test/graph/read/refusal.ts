import { ReadError, type ReadOptions, read } from "../../../lib/graph/read";
import { folderWith } from "../../support/folder";

/** What `read` says of an input that it refuses; undefined where it reads it. */
export function refusalOf(at: string, options: ReadOptions): string | undefined {
  try {
    read(at, options);
    return undefined;
  } catch (error) {
    if (error instanceof ReadError) return error.message;
    throw error;
  }
}

/** What `read` says of the content of one file. */
export function refusalOfText(text: string | Buffer, name = "main.tf.json"): string | undefined {
  return refusalOf(name, { cwd: folderWith({ [name]: text }) });
}
