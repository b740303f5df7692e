import { METADATA_KEY, ResourceGraph, type TerraformJson } from "../../lib/graph";
import { type JudgeOptions, type Policy, RECOMMENDED, judge } from "../../lib/policy";
import { type Level, type Rule, undecided, violated } from "../../lib/rules";

const DATE = "2026-11-22";

/** A rule that finds every trigger whose qualifier is `wrong`, and cannot tell about a variable. */
function rule(id: string, level: Level, settings: Partial<Rule> = {}): Rule {
  return {
    id,
    level,
    title: "a trigger is right",
    *evaluate(graph) {
      for (const { resource, qualifier } of graph.triggers.all) {
        const detail = { attribute: "qualifier", message: "a trigger is wrong" };
        if (qualifier.isUnknown) yield undecided(resource, detail, [qualifier]);
        if (qualifier.text !== "wrong" && qualifier.text !== "light") continue;
        const own = qualifier.text === "light" ? { level: "note" as const } : {};
        yield violated(resource, {
          ...detail,
          ...own,
          got: "it",
          expected: "other",
          fix: "mend it",
        });
      }
    },
    ...settings,
  };
}

const RULES = [
  rule("g/error", "error"),
  rule("g/locked", "error", { locked: true }),
  rule("g/warning", "warning"),
];

interface Given {
  readonly policy?: Partial<Policy>;
  readonly acknowledged?: readonly object[];
  readonly ofStack?: readonly object[];
  readonly qualifier?: string;
  readonly options?: Partial<JudgeOptions>;
  readonly rules?: readonly Rule[];
}

function report({
  policy,
  acknowledged,
  ofStack,
  qualifier = "wrong",
  options,
  rules = RULES,
}: Given) {
  const json = {
    "//": ofStack && { [METADATA_KEY]: { acknowledged: ofStack } },
    resource: {
      alicloud_fcv3_trigger: {
        a: {
          function_name: "f",
          qualifier,
          "//": {
            metadata: { path: "prod/Orders/Http/Default" },
            [METADATA_KEY]: { acknowledged },
          },
        },
      },
    },
  } as unknown as TerraformJson;
  const graph = new ResourceGraph([{ stack: "prod", json }]);
  return judge(graph, { ...RECOMMENDED, ...policy }, { date: DATE, rules, ...options });
}

/** `rule level status` of each finding. */
const findings = (given: Given): readonly string[] =>
  report(given).findings.map(({ rule: id, level, status }) => `${id} ${level} ${status}`);
const notices = (given: Given): readonly string[] =>
  report(given).notices.map(({ source, message }) => `${source}: ${message}`);

describe("levels", () => {
  test("are the catalogue's without a policy", () => {
    expect(findings({})).toEqual([
      "g/error error open",
      "g/locked error open",
      "g/warning warning open",
    ]);
  });

  test("are the policy's where it names the rule, also of a locked one; off is not looked for", () => {
    const levels = new Map<string, Level | "off">([
      ["g/error", "note"],
      ["g/locked", "warning"],
      ["g/warning", "off"],
    ]);
    expect(findings({ policy: { levels } })).toEqual([
      "g/error note open",
      "g/locked warning open",
    ]);
    expect(report({ policy: { levels } }).rules).toBe(2);
  });

  test("are one higher where the policy is strict, but for those that it names", () => {
    const levels = new Map([["g/error", "warning" as const]]);
    const rules = [...RULES, rule("g/note", "note")];
    expect(findings({ policy: { strict: true, levels }, rules })).toEqual([
      "g/error warning open",
      "g/locked error open",
      "g/note warning open",
      "g/warning error open",
    ]);
  });

  test("of a finding that weighs less than its rule are not raised with the rule", () => {
    const level = (set?: Level): readonly string[] =>
      findings({
        qualifier: "light",
        rules: [RULES[0]],
        policy: { levels: new Map(set ? [["g/error", set]] : []) },
      });
    expect(level()).toEqual(["g/error note open"]);
    expect(level("error")).toEqual(["g/error note open"]);
    expect(level("warning")).toEqual(["g/error note open"]);
  });

  test("hold for what is undecided too", () => {
    const policy = { levels: new Map([["g/error", "note" as const]]) };
    const { undecided: questions } = report({ qualifier: "${var.q}", policy, rules: [RULES[0]] });
    expect(questions).toMatchObject([{ level: "note", needs: ["var.q"] }]);
  });
});

describe("an acknowledgement", () => {
  const accepted = { rule: "g/error", reason: "for now", path: "prod/Orders" };

  test("suppresses what its rule finds, with its reason", () => {
    const { findings: all } = report({
      acknowledged: [{ ...accepted, owner: "team-a", expires: DATE }],
      rules: [RULES[0]],
    });
    expect(all).toMatchObject([
      {
        status: "suppressed",
        suppression: { by: "code", reason: "for now", owner: "team-a", expires: DATE },
      },
    ]);
  });

  test("holds to its last day, and is reported afterwards", () => {
    const given = { acknowledged: [{ ...accepted, expires: "2026-11-21" }], rules: [RULES[0]] };
    expect(findings(given)).toEqual(["g/error error open"]);
    expect(notices(given)).toEqual([
      "prod/Orders: the acknowledgement of g/error (for now) ended on 2026-11-21: mend the finding, or give it a new date",
    ]);
  });

  test("of a scope holds where the nearer one has expired", () => {
    const given = {
      acknowledged: [
        { ...accepted, expires: "2026-11-21" },
        { ...accepted, path: "prod" },
      ],
      rules: [RULES[0]],
    };
    expect(findings(given)).toEqual(["g/error error suppressed"]);
    expect(notices(given)).toHaveLength(1);
  });

  test("that matches nothing is reported, also where no resource carries it", () => {
    const used = { rule: "g/warning", reason: "fine", path: "prod" };
    expect(notices({ acknowledged: [used], qualifier: "right" })).toEqual([
      "prod: the acknowledgement of g/warning (fine) matches no finding: remove it",
    ]);
    expect(notices({ options: { acknowledged: [used] } })).toHaveLength(1);
    expect(notices({ acknowledged: [used], options: { acknowledged: [used] } })).toEqual([]);
  });

  test("of a locked rule does not count, whoever wrote it there", () => {
    const given = { acknowledged: [{ ...accepted, rule: "g/locked" }] };
    expect(findings(given)).toContain("g/locked error open");
    expect(notices(given)).toEqual([
      "prod/Orders: the acknowledgement of g/locked (for now) does not count, since only a policy file can waive this rule: remove it",
    ]);
  });

  test("of the stack holds for what has no comment of its own", () => {
    const output = rule("g/output", "error", {
      *evaluate() {
        const place = { address: "output.url", stack: "prod" };
        const detail = { attribute: "value", message: "m", got: "g", expected: "e", fix: "f" };
        yield violated(place, detail);
      },
    });
    const given = { rules: [output], ofStack: [{ ...accepted, rule: "g/output", path: "prod" }] };
    expect(findings(given)).toEqual(["g/output error suppressed"]);
    expect(notices(given)).toEqual([]);
  });
});

describe("a waiver", () => {
  const waiver = { rule: "g/error", reason: "for now" };
  const waived = (more: object): Given => ({
    rules: [RULES[0]],
    policy: { file: "frontdoor.yaml", waivers: [{ ...waiver, line: 7, ...more }] },
  });

  test.each([
    {},
    { resource: "alicloud_fcv3_trigger.a" },
    { resource: "*.a", stack: "prod" },
    { path: "prod/Orders*" },
    { resource: "*", path: "*", stack: "p*d" },
  ])("by %j matches", (more) => {
    expect(findings(waived(more))).toEqual(["g/error error suppressed"]);
    expect(notices(waived(more))).toEqual([]);
  });

  test.each([
    { rule: "g/other" },
    { resource: "alicloud_fcv3_trigger" },
    { path: "Orders" },
    { resource: "*.a", stack: "test" },
  ])("by %j does not, and is reported", (more) => {
    expect(findings(waived(more))).toEqual(["g/error error open"]);
    const id = "rule" in more ? more.rule : "g/error";
    expect(notices(waived(more))).toEqual([
      `frontdoor.yaml:7: the waiver of ${id} (for now) matches no finding: remove it`,
    ]);
  });

  test("that has expired no longer holds, and is reported", () => {
    expect(findings(waived({ expires: "2026-11-21" }))).toEqual(["g/error error open"]);
    expect(notices(waived({ expires: "2026-11-21" }))).toEqual([
      "frontdoor.yaml:7: the waiver of g/error (for now) ended on 2026-11-21: mend the finding, or give it a new date",
    ]);
    expect(notices(waived({ expires: DATE }))).toEqual([]);
  });

  test("suppresses a locked rule too", () => {
    const policy = { waivers: [{ ...waiver, rule: "g/locked" }] };
    expect(findings({ policy, rules: [RULES[1]] })).toEqual(["g/locked error suppressed"]);
  });

  test("matches one instance of a block with several", () => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: { a: { count: 2, function_name: "f", qualifier: "wrong" } },
      },
    } as unknown as TerraformJson;
    const graph = new ResourceGraph([{ stack: "", json }]);
    const statuses = (resource: string): readonly string[] =>
      judge(
        graph,
        { ...RECOMMENDED, waivers: [{ ...waiver, resource }] },
        { date: DATE, rules: [RULES[0]] },
      ).findings.map(({ status }) => status);
    expect(statuses("alicloud_fcv3_trigger.a[1]")).toEqual(["open", "suppressed"]);
    expect(statuses("alicloud_fcv3_trigger.a")).toEqual(["suppressed", "suppressed"]);
  });
});

test("only the stacks that it is told to judge are judged and counted", () => {
  const options = { stacks: new Set(["other"]) };
  const { findings: all, resources, undecided: questions } = report({ options });
  expect([all, resources, questions]).toEqual([[], 0, []]);
});
