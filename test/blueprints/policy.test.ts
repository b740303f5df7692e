import { App, Testing } from "cdktf";
import { BlueprintTarget, Bound, FrontDoor, HttpAuth } from "../../lib";
import { Project, thrownBy } from "../support/app";
import { base, blueprint, jsonOf, orders, stackIn, triggerOf } from "../support/blueprint";
import { folderWith } from "../support/folder";
import { planOf } from "../support/plan";
import { runIn } from "../cli/run";

const RULE = "http-trigger/anonymous-public";

/** Works in a folder as a project does: synth reads the policy file and the packs from there. */
function inFolder<T>(files: Readonly<Record<string, string>>, work: (folder: string) => T): T {
  const folder = folderWith(files);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return work(folder);
  } finally {
    process.chdir(before);
  }
}

/** A synth of a trigger that anybody can call, in stacks of two names. */
function synth(
  apply: (app: ReturnType<Project["app"]>) => void,
  { only }: { readonly only?: string } = {},
): Project {
  const project = new Project();
  const app = project.app();
  if (only === undefined) apply(app);
  const prod = stackIn(app, "prod");
  const stage = stackIn(app, "stage");
  if (only !== undefined) apply(prod as never);
  for (const stack of [prod, stage]) triggerOf(stack, { auth: HttpAuth.anonymous() });
  app.synth();
  return project;
}

/** What the check of a synth says, rule by rule. */
function checked(
  folder: string,
  project: Project,
  more: readonly string[] = [],
): readonly string[] {
  const { out, err, status } = runIn(folder, [
    "check",
    project.folder,
    "--format",
    "json",
    ...more,
  ]);
  if (status === 2 && out === "") return err.trim().split("\n");
  const { findings, failures, notices } = JSON.parse(out);
  return [
    ...findings.map(
      (one: { stack: string; rule: string; level: string }) =>
        `${one.stack} ${one.level} ${one.rule}`,
    ),
    ...notices.map(({ message }: { message: string }) => message),
    ...failures.map(({ message }: { message: string }) => message),
  ];
}

describe("the policy of a blueprint", () => {
  test("gives way to the policy file, where it locks nothing", () => {
    inFolder({ "frontdoor.yaml": `rules: { ${RULE}: note }` }, (folder) => {
      const acme = blueprint({ policy: { rules: { [RULE]: "error" } } });
      const project = synth((app) => acme.applyTo(app));
      expect(project.printed[0]).toContain("2 notes");
      expect(checked(folder, project, ["--policy", "frontdoor.yaml"])).toEqual([
        `prod note ${RULE}`,
        `stage note ${RULE}`,
      ]);
    });
  });

  test("holds at synth and in the check, before the policy file", () => {
    inFolder({}, (folder) => {
      const acme = blueprint({ policy: { rules: { [RULE]: "error" } } });
      expect(thrownBy(() => synth((app) => acme.applyTo(app)))).toContain(`error  ${RULE}: `);
      const note = blueprint({ policy: { rules: { [RULE]: "note" } } });
      const project = synth((app) => note.applyTo(app));
      expect(project.printed).toEqual([
        `@cdktf/info [prod] fc-frontdoor: 2 notes (${RULE}), 0 undecided`,
      ]);
      expect(checked(folder, project)).toEqual([`prod note ${RULE}`, `stage note ${RULE}`]);
    });
  });

  test("holds for the stacks in its scope alone", () => {
    inFolder({}, (folder) => {
      const note = blueprint({ policy: { rules: { [RULE]: "note" } } });
      const project = synth((stack) => note.applyTo(stack), { only: "prod" });
      expect(checked(folder, project)).toEqual([`prod note ${RULE}`, `stage warning ${RULE}`]);
      expect(project.printed).toEqual([
        `@cdktf/info [prod] fc-frontdoor: 1 note (${RULE}), 0 undecided`,
        expect.stringMatching(/^@cdktf\/warn \[stage\/Http\] .*anonymous-public/),
      ]);
    });
  });

  test("locks rules: the policy file cannot lower or waive them", () => {
    const files = {
      "frontdoor.yaml": `rules: { ${RULE}: off }\nwaivers: [{ rule: ${RULE}, reason: known }]`,
    };
    inFolder(files, (folder) => {
      const apply = (app: never): void => base({ policy: { locked: [RULE] } }).applyTo(app);
      expect(thrownBy(() => synth(apply as never))).toBe(`the policy is wrong

frontdoor.yaml:1:10: it may not lower ${RULE}, which the pack base 1.0.0 locks; remove it, or have it changed in base 1.0.0
frontdoor.yaml:2:11: it may not waive ${RULE}, which the pack base 1.0.0 locks; remove it, or have it changed in base 1.0.0`);
      // The file that a synth without the policy file has made.
      const project = inFolder({}, () => synth(apply as never));
      expect(checked(folder, project)).not.toEqual([]);
      const { status, err } = runIn(folder, [
        "check",
        project.folder,
        "--policy",
        "frontdoor.yaml",
      ]);
      expect([status, err]).toEqual([
        2,
        `fc-frontdoor: frontdoor.yaml:1:10: it may not lower ${RULE}, which the pack base 1.0.0 locks; remove it, or have it changed in base 1.0.0
fc-frontdoor: frontdoor.yaml:2:11: it may not waive ${RULE}, which the pack base 1.0.0 locks; remove it, or have it changed in base 1.0.0
`,
      ]);
    });
  });

  test("of an inner blueprint does not lower what an outer one locks", () => {
    inFolder({}, () => {
      const project = new Project();
      const app = project.app();
      base({ policy: { locked: [RULE] } }).applyTo(app);
      const prod = stackIn(app);
      blueprint({ policy: { rules: { [RULE]: "off" } } }).applyTo(prod);
      orders(prod);
      expect(thrownBy(() => app.synth())).toContain(
        `acme 2.1.0: it may not lower ${RULE}, which the pack base 1.0.0 locks; remove it, or have it changed in base 1.0.0`,
      );
    });
  });

  test("may allow no waivers, in the policy file and in code", () => {
    const acme = blueprint({ policy: { waivers: false } });
    const files = { "frontdoor.yaml": `waivers: [{ rule: ${RULE}, reason: known }]` };
    inFolder(files, () => {
      expect(thrownBy(() => synth((app) => acme.applyTo(app)))).toBe(`the policy is wrong

frontdoor.yaml:1:11: it may not waive ${RULE}: acme 2.1.0 allows no waivers; mend what it finds, or have it changed in acme 2.1.0`);
    });
    const stack = stackIn();
    acme.applyTo(stack);
    const acknowledge = (): void =>
      FrontDoor.of(stack).acknowledge({ rule: RULE, reason: "known" });
    expect(thrownBy(acknowledge)).toContain(`  rule
    got       "${RULE}"
    expected  nothing: acme 2.1.0 allows no waivers
    fix       mend what it finds`);
  });

  test("takes back what was acknowledged before it was applied", () => {
    inFolder({}, (folder) => {
      const made = new Project();
      const app = made.app();
      FrontDoor.of(app).acknowledge({ rule: RULE, reason: "known" });
      blueprint({ policy: { waivers: false } }).applyTo(app);
      triggerOf(stackIn(app), { auth: HttpAuth.anonymous() });
      app.synth();
      expect(checked(folder, made)).toEqual([
        `prod warning ${RULE}`,
        `the acknowledgement of ${RULE} (known) does not count, since acme 2.1.0 allows no waivers: remove it`,
      ]);
    });
  });

  test("locks a rule against code, too", () => {
    const stack = stackIn();
    blueprint({ policy: { locked: [RULE] } }).applyTo(stack);
    expect(
      thrownBy(() => FrontDoor.of(stack).acknowledge({ rule: RULE, reason: "known" })),
    ).toContain("    expected  a rule that can be acknowledged: acme 2.1.0 locks this one\n");
  });
});

describe("a pack of a blueprint", () => {
  const PACK = `
module.exports = {
  name: "@acme/policy",
  version: "1.0.0",
  rules: [{
    id: "acme/owner", level: "warning", title: "every function names its owner",
    *evaluate(graph) {
      for (const { resource } of graph.functions) {
        if (resource.get("tags", "owner").isNull) {
          yield { answer: "violated", resource, detail: { attribute: "tags", message: "no owner", got: "none", expected: "one", fix: "add it" } };
        }
      }
    },
  }],
};`;
  const installed = {
    "node_modules/@acme/policy/package.json": '{ "name": "@acme/policy", "main": "index.js" }',
    "node_modules/@acme/policy/index.js": PACK,
  };
  const acme = (): ReturnType<typeof blueprint> =>
    blueprint({ policy: { extends: ["@acme/policy"], rules: { "acme/owner": "note" } } });

  test("brings its rules; the policy file may name them, and code may acknowledge them", () => {
    const files = { ...installed, "frontdoor.yaml": "rules: { acme/owner: warning }" };
    inFolder(files, (folder) => {
      const project = new Project();
      const app = project.app();
      acme().applyTo(app);
      const stack = stackIn(app);
      orders(stack);
      FrontDoor.of(orders(stack, {}, "Known")).acknowledge({ rule: "acme/owner", reason: "known" });
      app.synth();
      expect(project.printed).toEqual([expect.stringContaining("acme/owner: no owner")]);
      const { out, status } = runIn(folder, [
        "check",
        project.folder,
        "--policy",
        "frontdoor.yaml",
        "--format",
        "agent",
      ]);
      expect(status).toBe(0);
      expect(out.match(/acme\/owner/g)).toHaveLength(1);
    });
  });

  test("is found beside the app, also where the policy file is further up", () => {
    const files = Object.entries(installed).map(([name, text]) => [`app/${name}`, text]);
    const folder = folderWith({
      ...Object.fromEntries(files),
      ".git/": "",
      "frontdoor.yaml": "rules: { acme/owner: warning }",
    });
    const before = process.cwd();
    process.chdir(`${folder}/app`);
    try {
      const app = Testing.stubVersion(new App({ outdir: "cdktf.out", stackTraces: false }));
      acme().applyTo(app);
      orders(stackIn(app));
      app.synth();
    } finally {
      process.chdir(before);
    }
    const { status, out } = runIn(folder, ["check", "app/cdktf.out", "--format", "agent"]);
    expect([status, out.match(/warning acme\/owner/g)?.length]).toEqual([0, 1]);
  });

  test("that is not installed is named, and what the others find is shown", () => {
    const project = inFolder(installed, () => {
      const made = new Project();
      const app = made.app();
      acme().applyTo(app);
      triggerOf(stackIn(app), { auth: HttpAuth.anonymous() });
      app.synth();
      return made;
    });
    inFolder({}, (folder) => {
      const { status, out, err } = runIn(folder, [
        "check",
        project.folder,
        "--quiet",
        "--fail-on",
        "warning",
      ]);
      expect(status).toBe(2);
      expect(err).toBe(
        "fc-frontdoor: acme 2.1.0: the pack @acme/policy: there is no such pack; npm install --save-dev @acme/policy\n",
      );
      expect(out).toContain(RULE);
    });
    expect(thrownBy(() => inFolder({}, () => synth((app) => acme().applyTo(app))))).toContain(
      `the policy cannot be held

acme 2.1.0: the pack @acme/policy: there is no such pack; npm install --save-dev @acme/policy`,
    );
  });
});

describe("a plan", () => {
  test("is judged as its synth output, with its blueprints", () => {
    inFolder({}, (folder) => {
      const project = new Project();
      const app = project.app();
      blueprint({
        policy: { rules: { [RULE]: "note" } },
        requiredTags: ["team"],
        bounds: [Bound.atMost(BlueprintTarget.WEB_FUNCTION, "timeoutSeconds", 300)],
      }).applyTo(app);
      const stack = stackIn(app);
      triggerOf(stack, { auth: HttpAuth.anonymous() });
      orders(stack, { timeoutSeconds: 600 });
      const json = jsonOf(stack);
      const synth = folderWith({ "cdk.tf.json": JSON.stringify(json) });
      const plan = folderWith({ "plan.json": JSON.stringify(planOf(json)) });
      const run = (...more: string[]): readonly string[] => {
        const { out } = runIn(folder, ["check", `${plan}/plan.json`, "--format", "json", ...more]);
        return JSON.parse(out).findings.map(
          ({ rule, level }: { rule: string; level: string }) => `${level} ${rule}`,
        );
      };
      expect(run("--synth", synth)).toEqual(
        expect.arrayContaining([`note ${RULE}`, "error blueprint/bounds", "error blueprint/tags"]),
      );
      // Without it nothing is known of blueprints.
      expect(run()).toContain(`warning ${RULE}`);
      expect(run().join()).not.toContain("blueprint/");
    });
  });
});
