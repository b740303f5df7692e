/** What happens at synth: the rules, the metadata, the report. */
export * from "./construct-props";
export * from "./dependencies";
export * from "./error";
export * from "./files";
export * from "./guard";
export * from "./json-text";
export * from "./lazy-text";
export * from "./location";
export * from "./make-resource";
export * from "./meta-arguments";
export * from "./names";
export { discardOutput } from "./output";
export * from "./refuse";
export * from "./register";
export * from "./registry";
export * from "./stacks";
export * from "./version";
export * from "./without-stacks";
