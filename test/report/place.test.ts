import { spotOf } from "../../lib/report/place";

const inputs = ["cdktf.out/stacks/a/cdk.tf.json", "cdktf.out/stacks/b/cdk.tf.json"].map((file) => ({
  file,
  sha256: "",
}));

test("the user's own line comes first", () => {
  const location = { file: "main.ts", line: 2, column: 3 };
  expect(spotOf({ location, input: "x.json", stack: "a" }, { inputs })).toEqual(location);
});

test("else the file that the resource was read from, by its name or its stack", () => {
  expect(spotOf({ input: "x.json", stack: "a" }, { inputs })).toEqual({ file: "x.json" });
  expect(spotOf({ stack: "b" }, { inputs })).toEqual({ file: inputs[1].file });
  expect(spotOf({}, { inputs: inputs.slice(1) })).toEqual({ file: inputs[1].file });
});

test("of several files none is guessed", () => {
  expect(spotOf({}, { inputs })).toBeUndefined();
  expect(spotOf({ stack: "c" }, { inputs })).toBeUndefined();
  expect(spotOf({ stack: "a" }, {})).toBeUndefined();
});

test("what is no number of a line is none", () => {
  for (const line of [0, -1, 1.5, 1e300, NaN]) {
    expect(spotOf({ location: { file: "main.ts", line, column: 1 } }, {})).toEqual({
      file: "main.ts",
    });
  }
  expect(spotOf({ location: { file: "main.ts", line: 1, column: 0 } }, {})).toEqual({
    file: "main.ts",
    line: 1,
  });
  expect(spotOf({ location: { file: "", line: 1 } }, {})).toBeUndefined();
});
