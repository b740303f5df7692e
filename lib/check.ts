/** The engine without constructs: read a configuration, judge it, show the report. Needs no cdktf. */
export * from "./graph";
export * from "./graph/read";
export * from "./policy";
export * from "./report";
export * from "./rules";
