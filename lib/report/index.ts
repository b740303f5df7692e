/** How a report is shown: one formatter, one file. */
export * from "./format";
export * from "./summary";
export * from "./text";
