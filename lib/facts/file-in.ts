import { posix } from "node:path";

/**
 * The name of a file as it is called from further up: `main.ts` of the folder `app/infra` is
 * `app/infra/main.ts`. A file that is named from the root stays as it is, and so does all of `.`.
 *
 * @param folder with forward slashes; undefined is `.`
 */
export function fileIn(folder: string | undefined, file: string): string {
  if (folder === undefined || folder === "." || file === "") return file;
  return file.startsWith("/") || /^[A-Za-z]:[\\/]/.test(file) ? file : posix.join(folder, file);
}
