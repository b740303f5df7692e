/** How constructs check what they are given: one mechanism for every prop. */
export * from "./check";
export * from "./issues";
export * from "./refuse";
