/** What an organisation demands of its apps, and gives them. */
export * from "./blueprint";
export * from "./blueprint-defaults";
export * from "./blueprint-props";
export * from "./blueprint-target";
export { Bound } from "./bound";
export * from "./naming";
