/** How a report is shown: one formatter, one file. */
export * from "./format";
export type { JsonReport } from "./json";
export * from "./marker";
export { type Summary, formatCount, formatTotal, summarise } from "./summary";
export * from "./text";
export { fails } from "./weight";
