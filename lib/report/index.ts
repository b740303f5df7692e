/** How a report is shown: one formatter, one file. */
export * from "./text";
