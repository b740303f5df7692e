/** Matches paths with patterns. Loaded where the first pattern is used. */
export { default as picomatch } from "picomatch";
