/** Reads YAML, and JSON with it, with the place of every value. */
export { LineCounter, parseDocument } from "yaml";
