/** Writes zip files. Loaded where the first folder is zipped. */
export { type Zippable, zipSync } from "fflate";
