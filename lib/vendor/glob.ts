/** Matches paths with patterns. Loaded where the first pattern is used. */
import picomatch = require("picomatch");

export { picomatch };
