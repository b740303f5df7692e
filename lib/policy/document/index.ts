/** The text of a policy file. Its own folder, so that the parsers behind it load only when there is a file. */
export * from "./parse";
