/** What an organisation says about the rules, and the verdict under it. */
export * from "./baseline";
export type * from "./blueprint-policy";
export * from "./document";
export * from "./error";
export * from "./file";
export * from "./judge";
export * from "./notice";
export * from "./pack";
export * from "./policies";
export * from "./policy";
export * from "./rule-id";
