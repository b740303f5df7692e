import * as fc from "fast-check";
import { PolicyError, parsePolicy } from "../../lib/policy";

const RULE = "http-trigger/one-per-qualifier";

/** The lines of the error that a policy file is. */
function errors(text: string, file = "frontdoor.yaml"): readonly string[] {
  try {
    parsePolicy(file, text);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.message.split("\n");
  }
  return [];
}

describe("a policy", () => {
  test("has levels and waivers", () => {
    const policy = parsePolicy(
      "frontdoor.yaml",
      `extends: [recommended]
rules:
  ${RULE}: { level: note }
waivers:
  - rule: ${RULE}
    resource: alicloud_fcv3_trigger.legacy*
    reason: moves with the March release
    owner: team-checkout
    expires: 2027-03-31
`,
    );
    expect(policy).toMatchObject({
      file: "frontdoor.yaml",
      strict: false,
      levels: new Map([[RULE, "note"]]),
      waivers: [
        {
          rule: RULE,
          resource: "alicloud_fcv3_trigger.legacy*",
          reason: "moves with the March release",
          owner: "team-checkout",
          expires: "2027-03-31",
          line: 5,
        },
      ],
    });
  });

  test.each(["", "# nothing yet\n", "{}", "extends: []", "waivers: []\nrules: {}"])(
    "may say nothing: %j",
    (text) => {
      expect(parsePolicy("frontdoor.yaml", text)).toMatchObject({ strict: false, waivers: [] });
    },
  );

  test("may be strict", () => {
    expect(parsePolicy("frontdoor.yaml", "extends: [recommended, strict]").strict).toBe(true);
  });

  test("may be JSON, with tabs, and name its schema", () => {
    const text = `{\n\t"$schema": "policy.schema.json",\n\t"rules": { "${RULE}": "off" }\n}\n`;
    expect(parsePolicy("frontdoor.json", text).levels).toEqual(new Map([[RULE, "off"]]));
  });
});

describe("a wrong policy is refused with the place and what to do", () => {
  test.each([
    [
      "an unknown rule",
      "rules:\n  http-trigger/one-per-qualifer: error",
      [`2:3: there is no rule http-trigger/one-per-qualifer; write ${RULE}`],
    ],
    [
      "an unknown rule that is near none",
      "rules:\n  colour: error",
      ["2:3: there is no rule colour; see fc-frontdoor rules for their names"],
    ],
    [
      "an unknown level",
      `rules:\n  ${RULE}: eror`,
      [`2:35: rules.${RULE} is "eror", not one of error, warning, note, off; write error`],
    ],
    [
      "a level that is no text",
      `rules:\n  ${RULE}: [error]`,
      [
        `2:35: rules.${RULE} is a list, not one of error, warning, note, off; write one of error, warning, note, off`,
      ],
    ],
    [
      "a setting without a level",
      `rules:\n  ${RULE}: {}`,
      [`2:35: rules.${RULE} says nothing; write a level`],
    ],
    [
      "packs that are no list",
      "extends: strict",
      [`1:10: extends is "strict", not a list; make it a list`],
    ],
    [
      "a waiver without a reason",
      `waivers:\n  - rule: ${RULE}\n`,
      ["2:5: waivers[0] has no reason; say in reason why it is accepted"],
    ],
    [
      "a waiver whose reason says nothing",
      `waivers:\n  - rule: ${RULE}\n    reason: " "\n`,
      ["3:13: waivers[0].reason is empty; say why it is accepted"],
    ],
    [
      "a waiver of an unknown rule",
      "waivers:\n  - { rule: http-triger/methods, reason: x }",
      [expect.stringMatching(/^frontdoor\.yaml:2:13: there is no rule http-triger\/methods; /)],
    ],
    [
      "a waiver that ends on no day",
      `waivers:\n  - { rule: ${RULE}, reason: x, expires: 2027-02-30 }`,
      [`2:65: "2027-02-30" is not a day as YYYY-MM-DD; write a day that the calendar has`],
    ],
    [
      "a waiver with a key that does not exist",
      `waivers:\n  - { rule: ${RULE}, reason: x, expire: 2027-02-28 }`,
      ["2:56: waivers[0] has no expire; write expires"],
    ],
    [
      "a waiver that is no object",
      "waivers: [x]",
      [`1:11: waivers[0] is "x", not an object; make it an object`],
    ],
    [
      "a key that does not exist",
      "colours: red\nrulez: {}",
      [
        "1:1: a policy has no colours; remove it, or write one of $schema, extends, rules, locked, waivers",
        "2:1: a policy has no rulez; write rules",
      ],
    ],
    [
      "a name that goes over lines",
      '"a\\nb\\u001b[31m": 1',
      [
        "1:1: a policy has no a b\uFFFD[31m; remove it, or write one of $schema, extends, rules, locked, waivers",
      ],
    ],
    ["a list", "- x", ["1:1: a policy is a list, not an object; make it an object"]],
    ["text", "x", [`1:1: a policy is "x", not an object; make it an object`]],
    [
      "a key twice",
      "rules: {}\nrules: {}",
      ["2:1: not YAML: Map keys must be unique; mend the syntax"],
    ],
  ])("%s", (_, text, expected) => {
    const lines = expected.map((line) =>
      typeof line === "string" ? `frontdoor.yaml:${line}` : line,
    );
    expect(errors(text)).toEqual(lines);
  });

  test("what is not YAML", () => {
    expect(errors("rules: [1")).toEqual([
      expect.stringMatching(/^frontdoor\.yaml:1:\d+: not YAML: .*; mend the syntax$/),
    ]);
  });

  test("what is not JSON", () => {
    expect(errors('{ "rules": ', "frontdoor.json")).toEqual([
      expect.stringMatching(/^frontdoor\.json:1:\d+: not JSON: .*; mend the syntax$/),
    ]);
    expect(errors("rules: {}", "frontdoor.json")).toEqual([
      "frontdoor.json:1:1: it is YAML, not JSON; call it frontdoor.yaml",
    ]);
  });

  test("aliases that grow beyond measure", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd"]) {
      bomb.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(", ")}]`);
    }
    expect(errors(bomb.join("\n"))[0]).toMatch(/^frontdoor\.yaml:1:1: /);
  });
});

test("whatever stands in the file, it is a policy or an error with a place in the file", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.json(),
    fc
      .record({ extends: fc.jsonValue(), rules: fc.jsonValue(), waivers: fc.array(fc.jsonValue()) })
      .map((value) => JSON.stringify(value)),
    fc
      .array(
        fc.constantFrom(
          "rules:",
          "waivers:",
          "  - ",
          " rule: x",
          "\n",
          "{",
          "}",
          "[",
          '"',
          "&a ",
          "*a",
          "|",
          ": ",
        ),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("p.yaml", "p.json"), (content, file) => {
      try {
        parsePolicy(file, content);
      } catch (error) {
        expect(error).toBeInstanceOf(PolicyError);
        const { problems } = error as PolicyError;
        expect(problems.length).toBeGreaterThan(0);
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 500 },
  );
});
