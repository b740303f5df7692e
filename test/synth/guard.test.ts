import { Annotations, Aspects, TerraformStack, Testing } from "cdktf";
import { FrontDoor } from "../../lib";
import { Project, provider, thrownBy, trigger, twoTriggers } from "../support/app";

const refused = (address: string) =>
  `error  http-trigger/one-per-qualifier: a version or alias can have one HTTP trigger
  at        ${address}`;

test("one wrong stack: its report is thrown, its JSON and the manifest are gone", () => {
  const project = new Project();
  const app = project.app();
  FrontDoor.of(app);
  const stack = new TerraformStack(app, "wrong");
  provider(stack);
  twoTriggers(stack);
  const right = new TerraformStack(app, "right");
  provider(right);
  trigger(right, "only");

  expect(thrownBy(() => app.synth())).toContain(refused("wrong/second"));
  expect(project.manifest).toBeUndefined();
  expect(project.written("wrong", "right")).toEqual(["right"]);
});
