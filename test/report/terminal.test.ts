import { expected, shown, source } from "./support/forms";
import { finding, nothing, options, question, rich } from "./support/reports";

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

  test.each([
    ["the line that a rule about secrets points to", 3, false],
    ["the line after it, which is shown with the one before", 4, false],
    ["the line before it", 2, true],
  ])("of %s: line %i", (_, line, isShown) => {
    const rules = [{ ...options.rules[0], secret: true }, ...options.rules.slice(1)];
    const at = (number: number) => ({ location: { file: "m.ts", line: number } });
    const findings = [
      { ...finding, ...at(3), status: "suppressed" as const },
      { ...finding, ...at(line), rule: "http-trigger/methods" },
    ];
    const source = () => "one\ntwo\nthree\nfour";
    const text = shown("text", { ...nothing, findings }, { source, rules });
    expect(text).toContain(`m.ts:${line}`);
    expect(/^ +> /m.test(text)).toBe(isShown);
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

test("what several rules need to know of one resource is one line, and the count stays", () => {
  const ask = (more: object) => ({ ...question, stack: "prod", needs: ["var.config"], ...more });
  const text = shown("text", {
    ...nothing,
    undecided: [
      ask({ location: { file: "main.ts", line: 3 } }),
      ask({ rule: "http-trigger/anonymous-public", attribute: "trigger_config.authType" }),
      ask({ rule: "http-trigger/anonymous-public", attribute: "trigger_config.methods" }),
      ask({ rule: "http-trigger/name", needs: ["var.name"], attribute: "trigger_name" }),
      ask({ stack: "test" }),
    ],
  });
  expect(text.split("\n")).toEqual([
    "undecided  http-trigger/methods, http-trigger/anonymous-public: needs var.config (alicloud_fcv3_trigger.a, main.ts:3, stack prod)",
    "undecided  http-trigger/name: a method must be one of the list; needs var.name (alicloud_fcv3_trigger.a trigger_name, stack prod)",
    "undecided  http-trigger/methods: a method must be one of the list; needs var.config (alicloud_fcv3_trigger.a trigger_config.methods, stack test)",
    "",
    "0 errors, 0 warnings, 0 notes, 5 undecided in 1 resource by 1 rule",
    "",
  ]);
});
