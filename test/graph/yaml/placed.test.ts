import * as fc from "fast-check";
import { PlacedText } from "../../../lib/graph/yaml/placed";

const YAML = `# a comment
paths:
  /orders:
    - get
    - { put: 1 }
`;

describe("the places of what stands in YAML", () => {
  const text = new PlacedText(YAML);

  test.each([
    [[], "value", 2, 1],
    [["paths"], "key", 2, 1],
    [["paths", "/orders"], "key", 3, 3],
    [["paths", "/orders"], "value", 4, 5],
    [["paths", "/orders", 1, "put"], "key", 5, 9],
    [["paths", "/orders", 1, "put"], "value", 5, 14],
  ] as const)("%j, the %s", (path, of, line, column) => {
    expect(text.placeOf(path, of)).toEqual({ line, column });
  });

  test("of what is not there, the place of the nearest above it", () => {
    expect(text.placeOf(["paths", "/orders", 7, "get"])).toEqual({ line: 4, column: 5 });
    expect(text.placeOf(["nothing"], "key")).toEqual({ line: 2, column: 1 });
  });

  test("of what the syntax does not allow", () => {
    expect(new PlacedText("a: [\nb: 1").errors[0]).toMatchObject({ line: 2, column: 1 });
  });

  test("any JSON is read as it is, however it is written", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("", " ", "\t", "    "), (json, indent) => {
        const written = JSON.stringify(JSON.parse(json), null, indent);
        const read = new PlacedText(written);
        expect(read.errors).toEqual([]);
        expect(JSON.stringify(read.read())).toBe(JSON.stringify(JSON.parse(written)));
      }),
    );
  });
});
