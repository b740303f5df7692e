import type { Problem } from "./problem";

/** The sizes of a function's temporary disk, in MB. */
export const DISK_SIZES = [512, 10240] as const;

/** What is wrong with `disk_size`: 512 or 10240 MB, nothing between. */
export function diskSizeProblem(mb: number): Problem | undefined {
  if ((DISK_SIZES as readonly number[]).includes(mb)) return undefined;
  return {
    got: `${mb} MB`,
    expected: `${DISK_SIZES.join(" or ")} MB`,
    fix: mb > 512 ? "write 10240, or 512 if that is enough" : "write 512",
  };
}
