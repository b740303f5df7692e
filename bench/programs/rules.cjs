/** Judges a configuration of N resources, that is read anew each time: the first time, and the best of some more. */
const { RECOMMENDED, ResourceGraph, judge } = require("../../dist/check");
const { configuration } = require("./configurations.cjs");

const [kind, count, more = 0] = process.argv.slice(2);
const json = configuration(kind, Number(count));
const date = "2026-01-01";
const time = () => {
  const start = performance.now();
  judge(new ResourceGraph([{ stack: "", json }]), RECOMMENDED, { date });
  return performance.now() - start;
};

judge(new ResourceGraph([]), RECOMMENDED, { date }); // loads the rules
const cold = time();
const warm = Math.min(cold, ...Array.from({ length: Number(more) }, time));
console.log(JSON.stringify({ cold, warm }));
