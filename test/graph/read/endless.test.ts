import { read } from "../../../lib/graph/read";
import { RULES, evaluate } from "../../../lib/rules";

const trigger = (trigger_config: unknown) => ({
  alicloud_fcv3_trigger: {
    a: { function_name: "f", trigger_name: "a", trigger_type: "http", trigger_config },
  },
});
const nested = (depth: number, open = "[", close = "]"): string =>
  open.repeat(depth) + close.repeat(depth);

/** `a0` is made of `a1`, which is made of `a2`, as often as it says. */
const chain = (length: number, link: (next: string) => unknown, last: unknown = "x") => {
  const of = (index: number): readonly [string, unknown] => [
    `a${index}`,
    index < length ? link(`a${index + 1}`) : last,
  ];
  return Object.fromEntries(Array.from({ length: length + 1 }, (_, index) => of(index)));
};
const locals = (...args: Parameters<typeof chain>) => ({
  locals: chain(...args),
  resource: trigger("${local.a0}"),
});

test.each<[string, object]>([
  ["JSON text that is nested without end", { resource: trigger(nested(100_000)) }],
  ["the same in an object", { resource: trigger(`{"methods":${nested(5000)}}`) }],
  ["an expression in brackets without end", { resource: trigger(`\${${nested(20_000)}}`) }],
  ["templates in templates", { resource: trigger('${"'.repeat(5000) + '"}'.repeat(5000)) }],
  ["an index of an index", { resource: trigger(`\${${"a.b[".repeat(5000)}0${"]".repeat(5000)}}`) }],
  ["a local that is made of itself", locals(0, () => "", "${local.a0}")],
  ["a local that is part of itself", locals(0, () => "", ["${local.a0[0]}"])],
  [
    "two locals that are made of each other",
    locals(1, (next) => `\${local.${next}}`, "${local.a0}"),
  ],
  [
    "a resource that is made of itself",
    { resource: trigger("${alicloud_fcv3_trigger.a.trigger_config}") },
  ],
  [
    "resources that wait for each other",
    { resource: { x: { a: { depends_on: ["x.b"] }, b: { depends_on: ["x.a"] } } } },
  ],
  ["20,000 locals one behind the other", locals(20_000, (next) => `\${local.${next}}`)],
  [
    "5,000 resources one behind the other",
    {
      resource: {
        ...trigger("${x.a0.v}"),
        x: chain(5000, (next) => ({ v: `\${x.${next}.v}` }), {}),
      },
    },
  ],
  [
    "lists in lists behind locals",
    locals(200, (next) => JSON.parse(`${"[".repeat(90)}"\${local.${next}}"${"]".repeat(90)}`)),
  ],
  ["a text that doubles 60 times", locals(60, (next) => `\${local.${next}}\${local.${next}}`)],
  [
    "a list that doubles 40 times",
    locals(40, (next) => [`\${local.${next}}`, `\${local.${next}}`]),
  ],
  [
    "JSON that doubles 40 times",
    locals(40, (next) => `\${jsonencode([local.${next}, local.${next}])}`),
  ],
  [
    "the same of an unknown",
    locals(40, (next) => `\${jsonencode([local.${next}, local.${next}])}`, "${var.x}"),
  ],
  [
    "attributes that double 40 times",
    {
      resource: {
        ...trigger("${x.a0.v}"),
        x: chain(40, (next) => ({ v: [`\${x.${next}.v}`, `\${x.${next}.v}`] }), {}),
      },
    },
  ],
  ["a range without end", { resource: trigger('${join("", range(1e12))}') }],
  ["a number of digits without end", { resource: trigger('${format("%1000000000d", 1)}') }],
  ["a thousand million instances", { resource: { alicloud_fcv3_function: { a: { count: 1e9 } } } }],
])("%s", (_, json) => {
  const { graph } = read("-", { stdin: () => Buffer.from(JSON.stringify(json)) });
  const { findings, undecided } = evaluate(graph, RULES, { date: "2026-11-22" });
  expect(JSON.stringify([findings, undecided]).length).toBeLessThan(1e6);
  for (const resource of graph.resources) expect(graph.targetsOf(resource)).toBeDefined();
});
