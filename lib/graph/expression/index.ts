export { evaluate, evaluateJson, parseTemplate, references } from "./expression";
export type { Scope } from "./scope";
export type { Expression, Template } from "./ast";
