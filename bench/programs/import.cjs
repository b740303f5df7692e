/** Imports what is named, one after the other, and says how long each took. */
const times = process.argv.slice(2).map((name) => {
  const start = performance.now();
  require(name === "fc-frontdoor" ? "../.." : name);
  return performance.now() - start;
});
console.log(JSON.stringify(times));
