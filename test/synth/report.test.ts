import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Annotations, type App, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { FrontDoor, HttpTrigger } from "../../lib";
import { METADATA_KEY } from "../../lib/graph";
import { Trace, guard, register } from "../../lib/synth";
import { Project, provider, thrownBy, trigger, twoTriggers } from "../support/app";

let project: Project;
let app: App;
let stack: TerraformStack;

beforeEach(() => {
  project = new Project();
  app = project.app();
  stack = new TerraformStack(app, "prod");
  provider(stack);
  FrontDoor.of(app);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** A construct of ours in miniature, which registers its resource as each of them does. */
class Ours extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    register(trigger(this, "Default"), trace, { protocols: ["WebSocket"] });
  }
}

/** Puts a policy file where the synthesis starts. */
function policy(text: string, name = "frontdoor.yaml"): void {
  writeFileSync(path.join(project.folder, name), text);
  jest.spyOn(process, "cwd").mockReturnValue(project.folder);
}

const OTHER_RULES_OFF = (except: readonly string[]): string =>
  require("../../lib/rules")
    .RULES.filter(({ id }: { id: string }) => !except.includes(id))
    .map(({ id }: { id: string }) => `  ${id}: off\n`)
    .join("");

/** The first line of this file with a text. */
function lineOf(text: string): number {
  const lines = readFileSync(__filename, "utf8").split("\n");
  return lines.findIndex((line) => line.includes(`stack, ${text}`)) + 1;
}

const RULE = "http-trigger/one-per-qualifier";

test("the report says rule, file and line, construct, got, expected, fix and help page", () => {
  policy(`rules:\n${OTHER_RULES_OFF([RULE])}`);
  new Ours(stack, "First");
  new Ours(stack, "Second");
  expect(thrownBy(() => app.synth())).toBe(`the rules found errors

error  http-trigger/one-per-qualifier: a version or alias can have one HTTP trigger
  at        test/synth/report.test.ts:${lineOf('"Second"')}:3 (prod/Second)
  resource  alicloud_fcv3_trigger.Second (qualifier)
  got       a second one on "orders", qualifier "live", beside alicloud_fcv3_trigger.First
  beside    alicloud_fcv3_trigger.First at test/synth/report.test.ts:${lineOf('"First"')}:3 (prod/First), the first HTTP trigger
  expected  one HTTP trigger for each function and qualifier
  fix       remove one of the two, or create it on another alias
  see       docs/rules/http-trigger/one-per-qualifier.md

1 error, 0 warnings, 0 notes, 0 undecided`);
});

test("what a construct declares and where it was made is in the resource's JSON, beside cdktf's own", () => {
  new Ours(stack, "Only");
  app.synth();
  const comment = project.stack("prod").resource.alicloud_fcv3_trigger.Only["//"];
  expect(comment.metadata).toMatchObject({ path: "prod/Only/Default" });
  expect(comment[METADATA_KEY]).toEqual({
    location: { file: "test/synth/report.test.ts", line: lineOf('"Only"'), column: 3 },
    protocols: ["WebSocket"],
  });
});

test("warnings are printed by cdktf synth a line each, notes and undecided are counted", () => {
  policy(`rules:\n  ${RULE}: warning\n${OTHER_RULES_OFF([RULE])}`);
  twoTriggers(stack);
  const qualifier = new TerraformVariable(stack, "qualifier", { type: "string" }).stringValue;
  const other = new TerraformStack(app, "other");
  provider(other);
  new Ours(other, "First");
  new Ours(other, "Second");
  trigger(stack, "third", { qualifier });
  app.synth();
  expect(project.manifest?.stacks.prod.annotations).toEqual([
    {
      level: "@cdktf/warn",
      constructPath: "prod/second",
      message: `${RULE}: a version or alias can have one HTTP trigger; got a second one on "orders", qualifier "live", beside alicloud_fcv3_trigger.first; expected one HTTP trigger for each function and qualifier; fix: remove one of the two, or create it on another alias`,
      stacktrace: [],
    },
    {
      level: "@cdktf/info",
      constructPath: "prod",
      message: `fc-frontdoor: 0 notes, 1 undecided (${RULE})`,
      stacktrace: [],
    },
  ]);
  expect(project.manifest?.stacks.other.annotations).toMatchObject([
    { message: expect.stringMatching(/^test\/synth\/report\.test\.ts:\d+:3: http-trigger\//) },
  ]);
});

test("notes are counted", () => {
  policy(`rules:\n  ${RULE}: note\n${OTHER_RULES_OFF([RULE])}`);
  twoTriggers(stack);
  app.synth();
  expect(project.printed).toEqual([
    `@cdktf/info [prod] fc-frontdoor: 1 note (${RULE}), 0 undecided`,
  ]);
});

describe("the policy file", () => {
  test("is found upwards of where the synthesis starts", () => {
    policy(`rules:\n  ${RULE}: off\n`);
    jest.spyOn(process, "cwd").mockReturnValue(path.join(project.folder, "stacks"));
    twoTriggers(stack);
    app.synth();
    expect(project.manifest).toBeDefined();
  });

  test("waives, also a locked rule; a waiver that is not needed or has expired is printed", () => {
    policy(`
rules:
${OTHER_RULES_OFF([RULE])}
waivers:
  - { rule: ${RULE}, stack: prod, path: prod/sec*, reason: moves next week }
  - { rule: ${RULE}, resource: alicloud_fcv3_trigger.gone, reason: was here }
  - { rule: ${RULE}, stack: prod, reason: once, expires: 2020-01-01 }
`);
    twoTriggers(stack);
    app.synth();
    const source = expect.stringMatching(/^@cdktf\/warn \[frontdoor\.yaml:\d+\] the waiver of /);
    expect(project.printed).toEqual([source, source]);
    expect(project.printed[0]).toContain("(was here) matches no finding: remove it");
    expect(project.printed[1]).toContain("(once) ended on 2020-01-01: remove it");
  });

  test("that is wrong fails the synth with that one error, and leaves nothing to deploy", () => {
    policy("rules:\n  http-trigger/one-per-qualifer: warning\n");
    twoTriggers(stack);
    expect(thrownBy(() => app.synth())).toBe(`the policy is wrong

frontdoor.yaml:2:3: there is no rule http-trigger/one-per-qualifer; write http-trigger/one-per-qualifier`);
    expect(project.manifest).toBeUndefined();
    expect(project.written("prod")).toEqual([]);
  });

  test("that is wrong stands beside another library's error", () => {
    policy("rules: 1\n");
    stack.node.addValidation({ validate: () => ["no owner"] });
    const message = thrownBy(() => app.synth());
    expect(message).toContain("frontdoor.yaml:1:8: rules is 1, not an object");
    expect(message).toContain("[prod] no owner");
  });

  test("that is wrong does not hide an error annotation, which the cdktf CLI lets pass until then", () => {
    process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = "true";
    try {
      const other = new TerraformStack(app, "other");
      Annotations.of(other).addError("too many notes");
      policy("rules: 1\n");
      const message = thrownBy(() => app.synth());
      expect(message).toContain("rules is 1, not an object");
      expect(message).toContain("[other] too many notes");
    } finally {
      delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
    }
  });

  test("is not read where no stack is judged", () => {
    policy("rules: 1\n");
    const raw = new Project();
    const alone = raw.app();
    provider(new TerraformStack(alone, "raw"));
    alone.synth();
    expect(raw.written("raw")).toEqual(["raw"]);
  });
});

test("a construct whose error is caught leaves the rest of the app as it is", () => {
  expect(() => FrontDoor.of(stack).acknowledge({ rule: "x", reason: "" })).toThrow();
  expect(() => new HttpTrigger(stack, "Http", {} as never)).toThrow("HttpTrigger: ");
  trigger(stack, "only");
  app.synth();
  expect(project.written("prod")).toEqual(["prod"]);
});
