import { Annotations, App, Aspects, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { FrontDoor } from "../../lib";
import { Fcv3Function } from "../../lib/alicloud/fcv3-function";
import { Fcv3Trigger } from "../../lib/alicloud/fcv3-trigger";
import { guard } from "../../lib/synth";
import { Project, provider, thrownBy, trigger, twoTriggers } from "../support/app";

const RULE = "http-trigger/one-per-qualifier";
const found = (
  path: string,
): string => `error  ${RULE}: a version or alias can have one HTTP trigger
  at        ${path}`;

let project: Project;
let app: App;

beforeEach(() => {
  project = new Project();
  app = project.app();
});

function stack(id: string, fill: (stack: TerraformStack) => void, scope: Construct = app) {
  const made = new TerraformStack(scope, id);
  provider(made);
  fill(made);
  return made;
}

/** A construct of ours in miniature: it does what each of them does first. */
class Ours extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    guard(this);
  }
}

describe("which stacks are judged", () => {
  test("one that holds a construct of ours, over all its resources", () => {
    stack("prod", (it) => {
      twoTriggers(it);
      new Ours(it, "Ours");
    });
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
  });

  test("none without a construct of ours", () => {
    stack("prod", twoTriggers);
    stack("other", (it) => new Ours(it, "Ours"));
    app.synth();
    expect(project.written("prod", "other")).toEqual(["prod", "other"]);
  });

  test.each(["before", "after"])("all, where FrontDoor.of(app) comes %s the stacks", (when) => {
    if (when === "before") FrontDoor.of(app);
    stack("prod", twoTriggers);
    if (when === "after") FrontDoor.of(app);
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
  });

  test("the stack of a scope, where FrontDoor.of is given a construct in it", () => {
    const prod = stack("prod", twoTriggers);
    FrontDoor.of(new Construct(prod, "Part"));
    stack("other", twoTriggers);
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("prod/second"));
    expect(message).not.toContain("other/second");
  });

  test("a stack in a stack, by FrontDoor.of the outer one", () => {
    const outer = stack("outer", () => undefined);
    stack("inner", twoTriggers, outer);
    FrontDoor.of(outer);
    expect(thrownBy(() => app.synth())).toContain(found("outer/inner/second"));
    expect(project.written("outer", "inner")).toEqual(["outer"]);
  });

  test("a stack in a stack is not judged for what the outer one holds", () => {
    const outer = stack("outer", (it) => new Ours(it, "Ours"));
    stack("inner", twoTriggers, outer);
    app.synth();
    expect(project.written("outer", "inner")).toEqual(["outer", "inner"]);
  });

  test("two stacks of one id, each by its path", () => {
    FrontDoor.of(app);
    for (const id of ["a", "b"]) stack("same", twoTriggers, new Construct(app, id));
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("a/same/second"));
    expect(message).toContain(found("b/same/second"));
  });
});

describe("what is judged", () => {
  test("what an aspect adds and changes", () => {
    FrontDoor.of(app);
    const aspect = {
      visit(node: IConstruct) {
        if (node.node.path === "adds") trigger(node as TerraformStack, "second");
        if (node.node.path === "mends/second") (node as Fcv3Trigger).qualifier = "LATEST";
      },
    };
    Aspects.of(stack("adds", (it) => trigger(it, "first"))).add(aspect);
    Aspects.of(stack("mends", twoTriggers)).add(aspect);
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("adds/second"));
    expect(message).not.toContain("mends/second");
  });

  test.each([false, true])(
    "also where an aspect brings the first construct of ours (validations skipped: %s)",
    (skipValidation) => {
      app = project.app({ skipValidation });
      stack("early", twoTriggers);
      Aspects.of(stack("prod", twoTriggers)).add({
        visit(node) {
          if (node.node.path === "prod") new Ours(node as TerraformStack, "Ours");
        },
      });
      const message = thrownBy(() => app.synth());
      expect(message).toContain(found("prod/second"));
      expect(message).not.toContain("early/second");
      expect(project.manifest).toBeUndefined();
      expect(project.written("prod")).toEqual([]);
    },
  );

  test("an override", () => {
    FrontDoor.of(app);
    stack("prod", (it) => {
      trigger(it, "first");
      trigger(it, "second", { qualifier: "LATEST" }).addOverride("qualifier", "live");
    });
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
  });

  test("what a stack's own toTerraform makes, of its class or put into it later", () => {
    class Own extends TerraformStack {
      public override toTerraform() {
        const json = super.toTerraform();
        return { ...json, resource: { alicloud_fcv3_trigger: merged(json) } };
      }
    }
    const merged = (json: ReturnType<TerraformStack["toTerraform"]>) => {
      const { first } = json.resource.alicloud_fcv3_trigger;
      return { first, second: { ...first, trigger_name: "second" } };
    };
    FrontDoor.of(app);
    const own = new Own(app, "own");
    provider(own);
    trigger(own, "first");
    const late = stack("late", (it) => {
      new Ours(it, "Ours");
      trigger(it, "first");
    });
    const present = late.toTerraform.bind(late);
    late.toTerraform = () => {
      const json = present();
      return { ...json, resource: { alicloud_fcv3_trigger: merged(json) } };
    };

    const message = thrownBy(() => app.synth());
    expect(message.match(/a second one on "orders"/g)).toHaveLength(2);
    expect(project.written("own", "late")).toEqual([]);
  });

  test("what a synthesizer of the user's writes", () => {
    const prod = stack("prod", (it) => {
      new Ours(it, "Ours");
      twoTriggers(it);
    });
    const { synthesizer } = prod;
    const synthesize = jest.fn((session) => synthesizer.synthesize(session));
    prod.synthesizer = { synthesize } as never;
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
    expect(synthesize).toHaveBeenCalledTimes(1);
  });

  test("references from one stack to another", () => {
    FrontDoor.of(app);
    let name = "";
    const functions = stack("my.functions", (it) => {
      name = new Fcv3Function(it, "orders", {
        functionName: "orders",
        runtime: "python3.12",
        handler: "index.handler",
      }).functionName;
      trigger(it, "first", { functionName: name });
    });
    stack("inner", (it) => trigger(it, "second", { functionName: name }), functions);
    stack("prod", (it) => trigger(it, "third", { functionName: name }));
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("my.functions/inner/second"));
    expect(message).toContain(found("prod/third"));
  });

  test("a stack that is not judged is read to follow references", () => {
    let qualifier = "";
    stack("base", (it) => {
      qualifier = trigger(it, "base", { qualifier: "live" }).qualifier as string;
      qualifier = new TerraformOutput(it, "q", { value: "live" }).value;
    });
    stack("prod", (it) => {
      new Ours(it, "Ours");
      trigger(it, "first");
      trigger(it, "second", { qualifier });
    });
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
  });

  test("with validations skipped too", () => {
    app = project.app({ skipValidation: true });
    FrontDoor.of(app);
    stack("prod", twoTriggers);
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
  });

  test("each stack's JSON is made once, and aspects are run once", () => {
    FrontDoor.of(app);
    const made: string[] = [];
    class Counted extends TerraformStack {
      public override toTerraform() {
        made.push(this.node.id);
        return super.toTerraform();
      }
    }
    const visit = jest.fn();
    for (const id of ["a", "b"]) {
      const counted = new Counted(app, id);
      provider(counted);
      trigger(counted, "only");
      Aspects.of(counted).add({ visit });
    }
    app.synth();
    expect(made).toEqual(["a", "b"]);
    expect(visit.mock.calls.filter(([node]) => node.node.id === "only")).toHaveLength(2);
  });
});

describe("what is thrown", () => {
  test("one report of all stacks", () => {
    FrontDoor.of(app);
    stack("a", twoTriggers);
    stack("b", (it) => trigger(it, "only"));
    stack("c", twoTriggers);
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("a/second"));
    expect(message).toContain(found("c/second"));
    expect(message).toMatch(/^the rules found errors\n\n/);
    expect(message).toMatch(/\n\n2 errors, \d+ warnings?, \d+ notes?, \d+ undecided$/);
    expect(project.written("a", "b", "c")).toEqual(["b"]);
    expect(project.manifest).toBeUndefined();
  });

  test("another library's validation error beside ours, in whichever stack", () => {
    FrontDoor.of(app);
    const validation = { validate: () => ["the colour is wrong"] };
    stack("a", (it) => it.node.addValidation(validation));
    stack("b", (it) => {
      twoTriggers(it);
      it.node.addValidation(validation);
    });
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("b/second"));
    expect(message).toContain("error  of the stack a, not from fc-frontdoor:\nValidation failed");
    expect(message).toContain("error  of the stack b, not from fc-frontdoor:\nValidation failed");
    expect(message).toContain("[a] the colour is wrong");
    expect(message).toContain("[b] the colour is wrong");
    expect(project.written("a", "b")).toEqual([]);
  });

  test("another library's only error as it is", () => {
    FrontDoor.of(app);
    const error = new Error("broken");
    stack("a", (it) => Aspects.of(it).add({ visit: () => void fail(error) }));
    stack("b", (it) => trigger(it, "only"));
    let thrown: unknown;
    try {
      app.synth();
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
    expect(project.written("a", "b")).toEqual(["b"]);
  });

  test("a programming error of another library with its stack", () => {
    FrontDoor.of(app);
    const visit = () => void fail(new TypeError("x is not a function"));
    stack("a", (it) => Aspects.of(it).add({ visit }));
    stack("b", twoTriggers);
    expect(thrownBy(() => app.synth())).toMatch(
      /of the stack a, not from fc-frontdoor:\nTypeError: x is not a function\n\s+at .*guard\.test/,
    );
  });

  test("error annotations beside ours", () => {
    FrontDoor.of(app);
    stack("a", (it) => Annotations.of(it).addError("too many notes"));
    stack("b", twoTriggers);
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("b/second"));
    expect(message).toContain("[a] too many notes");
  });

  describe("under the cdktf CLI, which reads error annotations from the manifest", () => {
    beforeEach(() => {
      process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = "true";
      app = project.app();
      FrontDoor.of(app);
      stack("a", (it) => Annotations.of(it).addError("too many notes"));
    });
    afterEach(() => {
      delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
    });

    test("they stay there where nothing else is wrong", () => {
      app.synth();
      expect(project.printed).toContain("@cdktf/error [a] too many notes");
    });

    test("they stand beside our errors, since the manifest is gone then", () => {
      stack("b", twoTriggers);
      const message = thrownBy(() => app.synth());
      expect(message).toContain(found("b/second"));
      expect(message).toContain("of the stack a, not from fc-frontdoor:\n[a] too many notes");
      expect(project.written("a", "b")).toEqual([]);
    });
  });

  test("the App's own validation beside ours", () => {
    FrontDoor.of(app);
    app.node.addValidation({ validate: () => ["no owner"] });
    stack("prod", twoTriggers);
    const message = thrownBy(() => app.synth());
    expect(message).toContain(found("prod/second"));
    expect(message).toMatch(/error {2}of the app, not from fc-frontdoor:\n.*\n {2}no owner/);
  });

  test("an error before any stack is synthesised as it is, and nothing is left of an earlier run", () => {
    FrontDoor.of(app);
    stack("a", (it) => trigger(it, "only"));
    app.synth();
    expect(project.manifest).toBeDefined();
    app = project.app();
    FrontDoor.of(app);
    const a = stack("a", twoTriggers);
    a.prepareStack = () => fail(new Error("not prepared"));
    expect(thrownBy(() => app.synth())).toBe("not prepared");
    expect(project.manifest).toBeUndefined();
    expect(project.written("a")).toEqual([]);
  });

  test("an error whose text and stack are the report alone", () => {
    FrontDoor.of(app);
    stack("prod", twoTriggers);
    let thrown = new Error();
    try {
      app.synth();
    } catch (error) {
      thrown = error as Error;
    }
    expect(thrown.name).toBe("FrontDoorError");
    expect(thrown.stack).toBe(`FrontDoorError: ${thrown.message}`);
  });
});

describe("what is left in the folder", () => {
  test("nothing of an earlier run of a wrong stack, whatever format it was in", () => {
    FrontDoor.of(app);
    stack("prod", (it) => trigger(it, "first"));
    app.synth();
    expect(project.written("prod")).toEqual(["prod"]);

    app = project.app({ hclOutput: true });
    FrontDoor.of(app);
    stack("prod", twoTriggers);
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
    expect(project.written("prod")).toEqual([]);
    expect(project.manifest).toBeUndefined();
  });

  test("no manifest of an earlier run where the program ends before its synthesis", () => {
    FrontDoor.of(app);
    stack("prod", (it) => trigger(it, "first"));
    app.synth();
    expect(project.manifest).toBeDefined();

    app = project.app();
    FrontDoor.of(app);
    expect(project.manifest).toBeUndefined();
  });

  test("the same app can be synthesised again, wrong or right", () => {
    FrontDoor.of(app);
    let second: Fcv3Trigger | undefined;
    stack("prod", (it) => {
      trigger(it, "first");
      second = trigger(it, "second");
    });
    const first = thrownBy(() => app.synth());
    expect(thrownBy(() => app.synth())).toBe(first);
    if (second) second.qualifier = "LATEST";
    app.synth();
    const { printed } = project;
    app.synth();
    expect(project.printed).toEqual(printed);
    expect(project.written("prod")).toEqual(["prod"]);
  });

  test("cross-stack dependencies in the manifest, also after something was refused", () => {
    FrontDoor.of(app);
    const outdir = stack("b", (it) => trigger(it, "only"));
    expect(() => FrontDoor.of(outdir).acknowledge({ rule: "nonsense", reason: "x" })).toThrow();
    const a = stack("a", () => undefined);
    outdir.addDependency(a);
    app.synth();
    expect(project.manifest?.stacks.b.dependencies).toEqual(["a"]);
  });
});

describe("HCL output", () => {
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test("is judged", () => {
    process.env.SYNTH_HCL_OUTPUT = "true";
    app = project.app();
    FrontDoor.of(app);
    stack("prod", twoTriggers);
    stack("other", (it) => trigger(it, "only"));
    expect(thrownBy(() => app.synth())).toContain(found("prod/second"));
    expect(project.has("stacks/prod/cdk.tf")).toBe(false);
    expect(project.has("stacks/prod/metadata.json")).toBe(false);
    expect(project.has("stacks/other/cdk.tf")).toBe(true);
  });

  test("is judged by Testing.synthHcl with validations", () => {
    FrontDoor.of(app);
    const prod = stack("prod", twoTriggers);
    expect(thrownBy(() => Testing.synthHcl(prod, true))).toContain(found("prod/second"));
    expect(() => Testing.synthHcl(prod)).not.toThrow();
  });
});

describe("cdktf's Testing", () => {
  test("Testing.synth with validations judges, without does not", () => {
    FrontDoor.of(app);
    const prod = stack("prod", twoTriggers);
    stack("other", twoTriggers);
    for (let time = 0; time < 2; time++) {
      const message = thrownBy(() => Testing.synth(prod, true));
      expect(message).toContain(found("prod/second"));
      expect(message).not.toContain("other/second");
      expect(() => Testing.synth(prod)).not.toThrow();
    }
  });

  test("Testing.synth with validations gives another library's error beside ours", () => {
    FrontDoor.of(app);
    const prod = new TerraformStack(app, "prod");
    twoTriggers(prod);
    const message = thrownBy(() => Testing.synth(prod, true));
    expect(message).toContain(found("prod/second"));
    expect(message).toContain("Found resources without a matching provider construct");
  });

  test("Testing.synth with validations gives another library's only error as it is", () => {
    const prod = new TerraformStack(app, "prod");
    new Ours(prod, "Ours");
    trigger(prod, "only");
    expect(thrownBy(() => Testing.synth(prod, true))).toMatch(/^Validation failed/);
  });

  test("Testing.synth judges what an instance's own toTerraform gives", () => {
    FrontDoor.of(app);
    const prod = stack("prod", twoTriggers);
    const present = prod.toTerraform.bind(prod);
    prod.toTerraform = () => ({ ...present(), resource: {} });
    expect(thrownBy(() => Testing.synth(prod, true))).toContain(found("prod/second"));
  });

  test("Testing.fullSynth judges its stack", () => {
    FrontDoor.of(app);
    const prod = stack("prod", twoTriggers);
    expect(thrownBy(() => Testing.fullSynth(prod))).toContain(found("prod/second"));
    const right = stack("right", (it) => trigger(it, "only"));
    expect(typeof Testing.fullSynth(right)).toBe("string");
  });

  test("Testing.fullSynth gives another library's error, alone or beside ours", () => {
    FrontDoor.of(app);
    const validation = { validate: () => ["no owner"] };
    const right = stack("right", (it) => it.node.addValidation(validation));
    expect(thrownBy(() => Testing.fullSynth(right))).toMatch(/^Validation failed/);
    const wrong = stack("wrong", twoTriggers);
    wrong.node.addValidation(validation);
    const message = thrownBy(() => Testing.fullSynth(wrong));
    expect(message).toContain(found("wrong/second"));
    expect(message).toContain("[wrong] no owner");
  });

  test("an error of the JSON's own making is thrown as it is", () => {
    const broken = stack("broken", (it) => new Ours(it, "Ours"));
    broken.toTerraform = () => fail(new Error("no JSON"));
    expect(thrownBy(() => Testing.fullSynth(broken))).toBe("no JSON");
    expect(thrownBy(() => Testing.synth(broken, true))).toBe("no JSON");
    expect(thrownBy(() => app.synth())).toBe("no JSON");
  });

  test("a stack without App", () => {
    const alone = new TerraformStack(undefined as never, "alone");
    provider(alone);
    twoTriggers(alone);
    new Ours(alone, "Ours");
    expect(thrownBy(() => Testing.synth(alone, true))).toContain(found("alone/second"));
  });
});

function fail(error: Error): never {
  throw error;
}
