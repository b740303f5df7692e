/** The readers of files. Not part of the graph's own index: the construct side must not load them. */
export * from "./error";
export * from "./input";
export * from "./read";
