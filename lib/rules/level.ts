import type { Level } from "./rule";

/** All levels, the heaviest first. */
export const LEVELS: readonly Level[] = ["error", "warning", "note"];

const WEIGHT: Readonly<Record<Level | "off", number>> = { error: 2, warning: 1, note: 0, off: -1 };

/** Compares by level: errors first. */
export function heaviestFirst(a: { readonly level: Level }, b: { readonly level: Level }): number {
  return WEIGHT[b.level] - WEIGHT[a.level];
}

/** Whether a level weighs at least as much as another one; `off` weighs the least. */
export function isAtLeast(level: Level | "off", other: Level | "off"): boolean {
  return WEIGHT[level] >= WEIGHT[other];
}
