const { join, sep } = require("node:path");

const library = join(__dirname, "../../lib") + sep;

/**
 * For jest: an app that imports cdktn, and a library whose `cdktf` is another copy of cdktn.
 * What lib/ imports is the one copy, what tests and examples import by either name the other.
 */
module.exports = (path, options) => {
  const isLibrary = (options.basedir + sep).startsWith(library);
  return options.defaultResolver(
    path.replace(/^cdkt[fn](?=\/|$)/, isLibrary ? "cdktf-alias" : "cdktn"),
    options,
  );
};
