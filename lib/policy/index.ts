/** What an organisation says about the rules, and the verdict under it. */
export * from "./judge";
export * from "./policy";
