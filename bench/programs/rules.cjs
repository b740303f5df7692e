/** Judges N functions with an HTTP trigger each, as a synthesised stack has them: the first time, and the best of some more. */
const { RECOMMENDED, ResourceGraph, judge } = require("../../dist/check");

const [count, more] = [Number(process.argv[2]), Number(process.argv[3] ?? 0)];

/** What cdktf writes of the program in synth.cjs. */
function document() {
  const functions = {};
  const triggers = {};
  for (let index = 0; index < count; index++) {
    const [fn, trigger] = [`F${index}`, `T${index}`];
    const comment = (path) => ({
      metadata: { path: `bench/${path}/Default`, uniqueId: path },
      "fc-frontdoor": { location: { file: "main.ts", line: index + 1, column: 5 } },
    });
    functions[fn] = {
      "//": comment(fn),
      code: [{ oss_bucket_name: "artifacts", oss_object_name: `f${index}.zip` }],
      function_name: `f${index}`,
      handler: "index.handler",
      runtime: "nodejs20",
    };
    triggers[trigger] = {
      "//": comment(trigger),
      function_name: `\${alicloud_fcv3_function.${fn}.function_name}`,
      qualifier: "LATEST",
      trigger_config: JSON.stringify({
        methods: ["GET", "POST"],
        authType: "function",
        disableURLInternet: false,
      }),
      trigger_name: `bench-${trigger}`,
      trigger_type: "http",
    };
  }
  return {
    provider: { alicloud: [{ region: "ap-southeast-1" }] },
    resource: { alicloud_fcv3_function: functions, alicloud_fcv3_trigger: triggers },
    terraform: {
      required_providers: {
        alicloud: { source: "aliyun/alicloud", version: ">= 1.289.0, < 2.0.0" },
      },
    },
  };
}

const json = document();
const time = () => {
  const start = performance.now();
  const graph = new ResourceGraph([{ stack: "bench", json }]);
  judge(graph, RECOMMENDED, { date: "2026-01-01" });
  return performance.now() - start;
};
judge(new ResourceGraph([]), RECOMMENDED, { date: "2026-01-01" }); // loads the rules
const cold = time();
const warm = Math.min(...Array.from({ length: more }, time));
console.log(JSON.stringify({ cold, warm }));
