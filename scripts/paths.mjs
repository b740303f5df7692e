import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The root of this checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** An absolute path inside this checkout. */
export const at = (...parts) => join(root, ...parts);
