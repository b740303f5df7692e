import { expected, shown, source } from "./support/forms";
import { finding, nothing, question, rich } from "./support/reports";

test("the rich report, byte for byte", () => {
  expect(shown("text", rich, { source })).toBe(expected("text"));
});

test("nothing found is a line that counts", () => {
  expect(shown("text", nothing)).toBe(
    "0 errors, 0 warnings, 0 notes, 0 undecided in 1 resource by 1 rule\n",
  );
});

test("colours paint the level and the file, and change no text", () => {
  const colored = shown("text", rich, { source, colors: true });
  expect(colored).toContain("\u001b[31merror\u001b[39m  http-trigger/one-per-qualifier: ");
  expect(colored).toContain("\u001b[4msrc/main.ts\u001b[24m\n");
  expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(expected("text"));
});

describe("quiet", () => {
  const report = {
    ...rich,
    findings: (["note", "error", "warning"] as const).map((level) => ({ ...finding, level })),
  };
  const levels = (more: object): readonly string[] =>
    shown("text", report, { quiet: true, ...more }).match(/^(\w+)(?= {2})/gm) ?? [];

  test("only what the check fails on", () => {
    expect(levels({})).toEqual(["error"]);
    expect(levels({ failOn: "warning" })).toEqual(["error", "warning"]);
    expect(levels({ failOn: "note", strictUndecided: true })).toEqual([
      "error",
      "warning",
      "note",
      "undecided",
    ]);
  });

  test("the count stays", () => {
    expect(shown("text", report, { quiet: true })).toMatch(/\n1 error, 1 warning, .* rules\n$/);
  });
});

test("files are in order of their names, findings of a file by level and line", () => {
  const at = (file: string, line: number, level: "error" | "warning"): typeof finding => ({
    ...finding,
    level,
    location: { file, line },
  });
  const findings = [
    at("b.ts", 9, "warning"),
    at("b.ts", 8, "error"),
    at("b.ts", 2, "error"),
    at("a.ts", 1, "warning"),
  ];
  expect(shown("text", { ...nothing, findings }).match(/\w\.ts:\d/g)).toEqual([
    "a.ts:1",
    "b.ts:2",
    "b.ts:8",
    "b.ts:9",
  ]);
});

describe("the frame", () => {
  const framed = (location: object, text: string): string => {
    const findings = [{ ...finding, location: { file: "m.ts", line: 1, ...location } }];
    const [, , body] = shown("text", { ...nothing, findings }, { source: () => text }).split(
      "\n\n",
    );
    return body;
  };

  test("numbers are aligned, the caret is under the column", () => {
    const text = [...Array.from({ length: 8 }, () => "x"), "before", "  here();", "after"].join(
      "\n",
    );
    expect(framed({ line: 10, column: 3 }, text)).toBe(
      ["       9 | before", "    > 10 |   here();", "         |   ^"].join("\n"),
    );
  });

  test("a line that is not there has no frame", () => {
    expect(framed({ line: 3 }, "one\ntwo")).toMatch(/^1 error/);
    expect(framed({ line: 1.5 }, "one\ntwo")).toMatch(/^1 error/);
    expect(framed({ line: -1 }, "one\ntwo")).toMatch(/^1 error/);
  });

  test("of a file that was checked nothing is shown, since a secret may stand there", () => {
    const findings = [{ ...finding, location: { file: "main.tf.json", line: 1 } }];
    const report = { ...nothing, inputs: [{ file: "main.tf.json", sha256: "0" }], findings };
    const text = shown("text", report, { source: () => '"secret": "s3cr3t"' });
    expect(text).toContain("main.tf.json:1");
    expect(text).not.toContain("s3cr3t");
  });

  test("a long line is cut, and what lies behind the cut has no caret", () => {
    const text = `${"x".repeat(500)} here`;
    expect(framed({ line: 1, column: 502 }, text)).toBe(`    > 1 | ${"x".repeat(120)}…`);
  });
});

test("what cannot be decided says in a line what it needs", () => {
  const [line] = shown("text", { ...nothing, undecided: [question] }).split("\n");
  expect(line).toBe(
    "undecided  http-trigger/methods: a method must be one of the list; needs var.methods, var.more (alicloud_fcv3_trigger.a trigger_config.methods)",
  );
});
