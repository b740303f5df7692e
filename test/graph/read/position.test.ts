import * as fc from "fast-check";
import { JsonText } from "../../../lib/graph/read/position";
import { syntaxProblem } from "../../../lib/graph/read/syntax";

/** JSON with white space anywhere. */
const written = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2, "\t", "\r\n"))
  .map(([json, space]) => ({
    json: JSON.parse(json) as unknown,
    text: ` \n${JSON.stringify(JSON.parse(json), null, space)}\t`,
  }));

test("every value is found where it stands", () => {
  fc.assert(
    fc.property(written, ({ json, text }) => {
      const read = new JsonText(text);
      const visit = (value: unknown, at: number): void => {
        expect(JSON.parse(text.slice(at, read.end(at)))).toEqual(value);
        if (Array.isArray(value)) {
          const items = read.items(at);
          expect(items.length).toBe(value.length);
          value.forEach((item, index) => visit(item, items[index]));
        } else if (typeof value === "object" && value !== null) {
          const members = read.members(at);
          expect([...members.keys()].sort()).toEqual(Object.keys(value).sort());
          for (const [name, item] of Object.entries(value)) {
            const { key, value: found } = members.get(name) ?? { key: -1, value: -1 };
            expect(JSON.parse(text.slice(key, read.end(key)))).toBe(name);
            visit(item, found);
          }
        }
      };
      visit(json, read.root);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("a line and a column lead back to the offset", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "\n", "\r\n", "\u00e9", "\u{1f600}")), (pieces) => {
      const text = pieces.join("");
      const read = new JsonText(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, column } = read.position(offset);
        const before = text.split("\n").slice(0, line - 1);
        expect(before.join("\n").length + (line > 1 ? 1 : 0) + column - 1).toBe(offset);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

describe("the search for an error", () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test("agrees with JSON.parse, whatever is changed in a text", () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.nat(2),
      fc.constantFrom(
        "",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        "\\",
        "0",
        "-",
        ".",
        "e",
        "t",
        "\n",
        "\u0001",
        "\u2028",
      ),
    );
    fc.assert(
      fc.property(written, fc.array(edit, { maxLength: 3 }), ({ text }, edits) => {
        let changed = text;
        for (const [at, removed, added] of edits) {
          const start = at % (changed.length + 1);
          changed = changed.slice(0, start) + added + changed.slice(start + removed);
        }
        const problem = syntaxProblem(changed);
        expect(problem === undefined || problem.kind === "repeated").toBe(isJson(changed));
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  test.each([
    ["", 0, "it ends where a value is expected"],
    ["{", 1, "it ends where a key in double quotes is expected"],
    ['{"a"}', 4, 'expected ":", found "}"'],
    ['{"a":1,}', 7, 'expected a key in double quotes, found "}"'],
    ["{a:1}", 1, 'expected a key in double quotes, found "a"'],
    ["[1 2]", 3, 'expected "," or "]", found "2"'],
    ["[1", 2, 'it ends where "," or "]" is expected'],
    ["[01]", 2, 'expected "," or "]", found "1"'],
    ['["a\nb"]', 3, "expected the rest of a text, found a line break"],
    ['["\\x"]', 2, 'expected an escape of JSON, found "\\"'],
    ['["\u0000"]', 2, "expected the rest of a text, found a control character"],
    ["{} {}", 3, 'expected the end, found "{"'],
    ["# x", 0, 'expected a value, found "#"'],
    ["[\u{1f600}]", 1, 'expected a value, found "\u{1f600}"'],
    ['{"a":1,"b":{"a":2},"a":3}', 19, 'the key "a" is there twice'],
    ['{"a":1,"\\u0061":3}', 7, 'the key "a" is there twice'],
  ])("%j", (text, offset, message) => {
    expect(syntaxProblem(text)).toMatchObject({ offset, message });
  });

  test("lets comments repeat", () => {
    expect(syntaxProblem('{"//":"a","//":"b"}')).toBeUndefined();
  });
});
