export { evaluate, evaluateJson, parseTemplate, references } from "./expression";
export { extend } from "./reference";
export type { Scope } from "./scope";
export type { Expression, Template } from "./ast";
