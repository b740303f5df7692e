/** How constructs check what they are given: one mechanism for every prop. */
export * from "./check";
export * from "./given";
export * from "./issues";
export * from "./lists";
export * from "./own";
export * from "./refuse";
