import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import { type AcknowledgeProps, FrontDoor } from "../../lib";
import { METADATA_KEY, type Acknowledgement } from "../../lib/graph";
import { RULES } from "../../lib/rules";
import { Registry } from "../../lib/synth";
import { Project, provider, thrownBy, trigger } from "../support/app";

/** Any rule that can be acknowledged in code; what it says plays no part here. */
const OPEN = RULES.filter((rule) => !rule.locked).map((rule) => rule.id);
const [RULE] = OPEN;
const LOCKED = "http-trigger/one-per-qualifier";

let project: Project;
let stack: TerraformStack;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
  project = new Project();
  stack = new TerraformStack(project.app(), "prod");
  provider(stack);
});

afterEach(() => {
  jest.useRealTimers();
});

const synth = (): void => (stack.node.root as ReturnType<Project["app"]>).synth();
const commentOf = (id: string) =>
  project.stack("prod").resource.alicloud_fcv3_trigger[id]["//"][METADATA_KEY];

describe("an acknowledgement", () => {
  test("is written to the JSON of every resource in its scope, also of raw bindings", () => {
    const part = new Construct(stack, "Part");
    const inside = trigger(part, "inside").friendlyUniqueId;
    trigger(stack, "beside", { qualifier: "LATEST" });
    FrontDoor.of(part).acknowledge({
      rule: RULE,
      reason: "a reason",
      owner: "team-checkout",
      expires: "2027-03-31",
    });
    synth();
    expect(commentOf(inside)).toEqual({
      acknowledged: [
        {
          rule: RULE,
          reason: "a reason",
          owner: "team-checkout",
          expires: "2027-03-31",
          path: "prod/Part",
        },
      ],
    });
    expect(commentOf("beside")).toBeUndefined();
  });

  test("on a stack or above is written to the stack's own JSON too, where outputs find it", () => {
    trigger(stack, "only");
    FrontDoor.of(stack.node.root).acknowledge({ rule: RULE, reason: "a reason" });
    synth();
    const acknowledged = [{ rule: RULE, reason: "a reason", path: "" }];
    expect(project.stack("prod")["//"][METADATA_KEY]).toEqual({ acknowledged });
    expect(commentOf("only")).toEqual({ acknowledged });
  });

  test("that matches no finding is reported", () => {
    const part = new Construct(stack, "Part");
    FrontDoor.of(part).acknowledge({ rule: RULE, reason: "a reason" });
    synth();
    expect(project.printed).toContain(
      `@cdktf/warn [prod/Part] the acknowledgement of ${RULE} (a reason) matches no finding: remove it`,
    );
  });

  test("that matches a finding is not reported, with and without owner and day", () => {
    const triggerConfig = '{"methods":["GET"],"authType":"anonymous","disableURLInternet":false}';
    const rule = "http-trigger/anonymous-public";
    const [first, second] = ["first", "second"].map((id) =>
      trigger(stack, id, { functionName: id, triggerConfig }),
    );
    FrontDoor.of(first).acknowledge({ rule, reason: "a reason" });
    FrontDoor.of(second).acknowledge({
      rule,
      reason: "a reason",
      owner: "us",
      expires: "2026-11-21",
    });
    synth();
    expect(project.printed).toEqual([
      expect.stringContaining("[prod/second]"),
      `@cdktf/warn [prod/second] the acknowledgement of ${rule} (a reason) ended on 2026-11-21: mend the finding, or give it a new date`,
    ]);
  });

  test("that has expired is reported", () => {
    FrontDoor.of(stack).acknowledge({ rule: RULE, reason: "a reason", expires: "2026-11-21" });
    synth();
    expect(project.printed).toContain(
      `@cdktf/warn [prod] the acknowledgement of ${RULE} (a reason) ended on 2026-11-21: remove it`,
    );
  });
});

describe("is refused", () => {
  const refusal = (props: unknown): string =>
    thrownBy(() => FrontDoor.of(stack).acknowledge(props as AcknowledgeProps));

  test("for a rule that does not exist, with the one that was meant", () => {
    expect(refusal({ rule: "http-trigger/one-per-qualifer", reason: "x" })).toMatch(
      /^FrontDoor\.acknowledge: a prop is wrong\n {2}at {8}test\/synth\/front-door\.test\.ts:\d+:\d+ \(prod\)\n {2}rule\n {4}got {7}"http-trigger\/one-per-qualifer"\n {4}expected {2}the id of a rule\n {4}fix {7}write http-trigger\/one-per-qualifier$/,
    );
  });

  test("for a locked rule", () => {
    expect(refusal({ rule: LOCKED, reason: "x" })).toContain(
      `  rule
    got       "http-trigger/one-per-qualifier", a locked rule
    expected  a rule that can be acknowledged in code
    fix       mend what it finds, or have it waived in the policy file`,
    );
  });

  test.each(["", "  ", undefined])("without a reason (%j)", (reason) => {
    expect(refusal({ rule: RULE, reason })).toMatch(/a prop is wrong\n.*\n {2}reason\n/);
  });

  test.each(["31.3.2027", "2027-02-30", "2027-3-1"])("with a wrong day (%s)", (expires) => {
    expect(refusal({ rule: RULE, reason: "x", expires })).toContain(
      `  expires\n    got       "${expires}"\n    expected  a day as YYYY-MM-DD`,
    );
  });

  test("a second time on one construct", () => {
    FrontDoor.of(stack).acknowledge({ rule: RULE, reason: "x" });
    expect(refusal({ rule: RULE, reason: "y" })).toContain(
      `got       ${RULE}, a second time on this construct`,
    );
  });

  test("with all that is wrong in one error, and no manifest is left of an earlier run", () => {
    trigger(stack, "only");
    synth();
    expect(project.written("prod")).toEqual(["prod"]);
    const message = refusal({ rule: "nonsense", reason: "", owner: " ", until: "2027-01-01" });
    expect(message).toContain("4 props are wrong");
    expect(project.manifest).toBeUndefined();
    expect(project.written("prod")).toEqual([]);
  });

  test.each([undefined, null, "text"])("%j", (props) => {
    expect(refusal(props)).toContain("expected  an object");
  });
});

test("in any order of construction and acknowledging, a construct inherits its scopes' acknowledgements, the nearest first", () => {
  const tree = ["", "a", "a/b", "a/b/c", "a/d", "ab", "ab/b"];
  const acts = tree.flatMap((path) => OPEN.slice(0, 2).map((rule) => ({ path, rule })));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(acts),
      fc.shuffledSubarray(tree.slice(1), { minLength: tree.length - 1 }),
      (acknowledged, order) => {
        const root = new TerraformStack(new Project().app(), "s");
        const made = new Map<string, Construct>([["", root]]);
        const make = (path: string): Construct => {
          const known = made.get(path);
          if (known) return known;
          const cut = path.lastIndexOf("/");
          const construct = new Construct(
            make(path.slice(0, Math.max(cut, 0))),
            path.slice(cut + 1),
          );
          made.set(path, construct);
          return construct;
        };
        order.slice(0, 3).forEach(make);
        for (const { path, rule } of acknowledged) {
          FrontDoor.of(make(path)).acknowledge({ rule, reason: `at ${path}` });
        }
        order.forEach(make);
        for (const path of tree) {
          const { node } = make(path);
          const found = Registry.of(root).acknowledgedFor(node.path);
          const scopes = [...node.scopes].reverse().map((scope) => scope.node.path);
          const expected = scopes.flatMap((scope) =>
            acknowledged.filter((act) => ["s", act.path].filter(Boolean).join("/") === scope),
          );
          expect(found.map(({ rule, path: at }: Acknowledgement) => ({ rule, at }))).toEqual(
            expected.map((act) => ({
              rule: act.rule,
              at: ["s", act.path].filter(Boolean).join("/"),
            })),
          );
        }
      },
    ),
    { numRuns: 50 },
  );
});
