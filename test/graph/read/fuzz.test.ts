import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import * as fc from "fast-check";
import { ReadError, read } from "../../../lib/graph/read";
import { RULES, evaluate } from "../../../lib/rules";

const RUNS = { seed: 20261122, numRuns: 300 };

const folder = path.join(__dirname, "../../cases");
const CONFIGURATIONS: readonly unknown[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")).config);

/** Real plans, small enough to be read hundreds of times. */
const PLANS: readonly unknown[] = ["modules", "secrets", "update"].map((name) =>
  JSON.parse(readFileSync(path.join(__dirname, `../../fixtures/plans/${name}.plan.json`), "utf8")),
);

/** What stands where something else should. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e400,
  "",
  "null",
  "${",
  "${var.nothing}",
  "${local.a}",
  "${local.constructor}",
  "${local.__proto__}",
  "${var.constructor.name}",
  "${var.__proto__}",
  "${alicloud_fcv3_function.f.__proto__}",
  "${alicloud_fcv3_function.constructor.constructor}",
  "${constructor.a.b}",
  "${__proto__.a}",
  "%{ if true }",
  '${jsonencode({ __proto__ = 1, constructor = "a" })}',
  "{}",
  "[]",
  '{"__proto__":{"methods":["GET"]},"constructor":1}',
  "{".repeat(50),
  "\u0000\uE0000\uE001",
  "a".repeat(5000),
  [],
  {},
  [[]],
  [null],
  [{}, {}],
  { a: { b: "c" } },
  JSON.parse('{"__proto__": {"a": 1}}'),
  { constructor: 1, toString: "x", hasOwnProperty: null, length: -1 },
  { dynamic: { a: { for_each: "${var.x}", content: {} } } },
  { for_each: "${var.x}" },
];

/** What leaves a text JSON more often than any bytes do. */
const SIGNS = ["a", "0", "$", "${", "}", "{", "%{", "\\\\", '\\"', "[]", ",", "."].map((text) =>
  Buffer.from(text),
);

/** Reads the text as a file, and has every rule look at it. */
function check(text: string | Buffer): "refused" | "judged" {
  try {
    const { graph } = read("-", { stdin: () => Buffer.from(text as string), cwd: __dirname });
    const { findings, undecided } = evaluate(graph, RULES, { date: "2026-11-22" });
    JSON.stringify([findings, undecided]);
    return "judged";
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).toMatch(/^-(:\d+:\d+)?: [^\n]+; [^\n]+$/);
    return "refused";
  }
}

/** Every place in a document: the container and the key. */
function places(json: unknown, found: [Record<string, unknown>, string][] = []) {
  if (typeof json !== "object" || json === null) return found;
  for (const key of Object.keys(json)) {
    found.push([json as Record<string, unknown>, key]);
    places((json as Record<string, unknown>)[key], found);
  }
  return found;
}

const configuration = fc.constantFrom(...CONFIGURATIONS);
/** A place in a text or a list, to be taken modulo its length; evenly, not at its ends. */
const anywhere = fc.noBias(fc.nat());

test("bytes that are changed, cut out or put in end in an error or in findings", () => {
  const edit = fc.tuple(
    anywhere,
    fc.nat(3),
    fc.oneof(fc.uint8Array({ maxLength: 3 }), fc.constantFrom(...SIGNS)),
  );
  fc.assert(
    fc.property(configuration, fc.array(edit, { minLength: 1, maxLength: 4 }), (json, edits) => {
      let bytes = Buffer.from(JSON.stringify(json, null, 2));
      for (const [at, removed, added] of edits) {
        const start = at % bytes.length;
        bytes = Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + removed)]);
      }
      check(bytes);
    }),
    RUNS,
  );
});

test("a text that is cut off is refused", () => {
  fc.assert(
    fc.property(configuration, anywhere, (json, at) => {
      const text = JSON.stringify(json);
      expect(check(text.slice(0, at % text.length))).toBe("refused");
    }),
    RUNS,
  );
});

test.each([
  ["configurations", CONFIGURATIONS, 1000],
  ["plans", PLANS, 100],
])("values of other types in %s end in an error or in findings", (_, documents, numRuns) => {
  const swap = fc.tuple(anywhere, fc.constantFrom(...STRANGE));
  const swaps = fc.array(swap, { minLength: 1, maxLength: 5 });
  let judged = 0;
  fc.assert(
    fc.property(fc.constantFrom(...documents), swaps, (json, all) => {
      const document = structuredClone(json);
      for (const [at, strange] of all) {
        const found = places(document);
        const [container, key] = found[at % found.length];
        container[key] = structuredClone(strange);
      }
      if (check(JSON.stringify(document)) === "judged") judged++;
    }),
    { ...RUNS, numRuns },
  );
  expect(judged).toBeGreaterThan(numRuns / 2);
});

test("labels with names of prototypes end in an error or in findings", () => {
  const names = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "length");
  const documents = fc.constantFrom(...CONFIGURATIONS, ...PLANS);
  fc.assert(
    fc.property(documents, anywhere, names, (json, at, name) => {
      const document = structuredClone(json);
      const found = places(document);
      const [container, key] = found[at % found.length];
      const renamed = (item: unknown): unknown =>
        item === container
          ? Object.fromEntries(Object.entries(container).map(([k, v]) => [k === key ? name : k, v]))
          : item;
      check(JSON.stringify(document, (_, item) => renamed(item)));
    }),
    RUNS,
  );
});
