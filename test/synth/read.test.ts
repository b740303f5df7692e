import * as path from "node:path";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { FrontDoor } from "../../lib";
import { read } from "../../lib/graph/read";
import { RECOMMENDED, judge } from "../../lib/policy";
import { Project, provider, trigger } from "../support/app";

jest.mock("../../lib/policy/judge", () => {
  const actual = jest.requireActual("../../lib/policy/judge");
  return { ...actual, judge: jest.fn(actual.judge) };
});

/** Two stacks, one of them in a construct, with warnings; the second takes a name from the first. */
function synthesise(project: Project): void {
  const app = project.app();
  FrontDoor.of(app);
  const net = new TerraformStack(new Construct(app, "eu"), "net");
  provider(net);
  const triggerConfig = JSON.stringify({ authType: "anonymous", methods: ["GET"] });
  const first = trigger(net, "first", { triggerConfig });
  const prod = new TerraformStack(app, "prod");
  provider(prod);
  trigger(prod, "second", { functionName: first.triggerName, triggerConfig });
  app.synth();
}

test("the check of cdktf.out finds what synth found, with the same fingerprints", () => {
  const project = new Project();
  synthesise(project);
  const [[, , { date }]] = jest.mocked(judge).mock.calls;
  const [{ value: atSynth }] = jest.mocked(judge).mock.results;
  const input = read(".", { cwd: project.folder });
  const checked = judge(input.graph, RECOMMENDED, { date });

  expect(atSynth.findings.length + atSynth.undecided.length).toBeGreaterThan(0);
  const stacks = atSynth.findings.map(({ stack }: { stack: string }) => stack);
  expect([...new Set(stacks)].sort()).toEqual(["net", "prod"]);
  // Only what is read knows the file, and the line in it where the program's is not known.
  const names = (found: readonly object[]) =>
    found.map((one) => ({ ...one, location: undefined, input: undefined }));
  expect(names(checked.findings)).toEqual(names(atSynth.findings));
  expect(names(checked.undecided)).toEqual(names(atSynth.undecided));
});

test("so does that of one stack alone", () => {
  const project = new Project();
  synthesise(project);
  const printsOf = (at: string) =>
    judge(read(at, { cwd: project.folder }).graph, RECOMMENDED, { date: "2026-11-22" })
      .findings.filter(({ stack }) => stack === "net")
      .map(({ fingerprint }) => fingerprint);
  expect(printsOf(path.join("stacks", "net", "cdk.tf.json"))).toEqual(printsOf("."));
  expect(printsOf(".").length).toBeGreaterThan(0);
});
