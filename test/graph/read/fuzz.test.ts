import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import * as fc from "fast-check";
import { ReadError, read } from "../../../lib/graph/read";
import { RULES, evaluate } from "../../../lib/rules";

const RUNS = { seed: 20261122, numRuns: 300 };

const folder = path.join(__dirname, "../../cases");
const CONFIGURATIONS: readonly unknown[] = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")).config);

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

/** Reads the text as a file, and has every rule look at it. */
function check(text: string | Buffer): "refused" | "judged" {
  try {
    const { graph } = read("-", { stdin: () => Buffer.from(text as string) });
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

test("bytes that are changed, cut out or put in end in an error or in findings", () => {
  const edit = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(3),
    fc.uint8Array({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(configuration, fc.array(edit, { minLength: 1, maxLength: 4 }), (json, edits) => {
      let bytes = Buffer.from(JSON.stringify(json, null, 2));
      for (const [at, removed, added] of edits) {
        const start = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + removed)]);
      }
      check(bytes);
    }),
    RUNS,
  );
});

test("a text that is cut off is refused", () => {
  fc.assert(
    fc.property(configuration, fc.double({ min: 0, max: 0.999, noNaN: true }), (json, share) => {
      const text = JSON.stringify(json);
      expect(check(text.slice(0, Math.floor(share * text.length)))).toBe("refused");
    }),
    RUNS,
  );
});

test("values of other types, prototype keys and expressions end in an error or in findings", () => {
  const swap = fc.tuple(
    fc.double({ min: 0, max: 0.9999, noNaN: true }),
    fc.constantFrom(...STRANGE),
  );
  let judged = 0;
  fc.assert(
    fc.property(configuration, fc.array(swap, { minLength: 1, maxLength: 5 }), (json, swaps) => {
      const document = structuredClone(json);
      for (const [at, strange] of swaps) {
        const all = places(document);
        const [container, key] = all[Math.floor(at * all.length)];
        container[key] = structuredClone(strange);
      }
      if (check(JSON.stringify(document)) === "judged") judged++;
    }),
    { ...RUNS, numRuns: 1000 },
  );
  expect(judged).toBeGreaterThan(500);
});

test("labels with names of prototypes end in an error or in findings", () => {
  const names = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "length");
  fc.assert(
    fc.property(configuration, fc.nat(), names, (json, at, name) => {
      const document = structuredClone(json);
      const all = places(document);
      const [container, key] = all[at % all.length];
      const value = container[key];
      const text = JSON.stringify(document, (_, item) =>
        item === container
          ? Object.fromEntries(Object.entries(container).map(([k, v]) => [k === key ? name : k, v]))
          : item,
      );
      expect(value).toBeDefined();
      check(text);
    }),
    RUNS,
  );
});
