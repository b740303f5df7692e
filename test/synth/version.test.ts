import * as path from "node:path";
import { Construct } from "constructs";
import { FrontDoor } from "../../lib";
import { guard } from "../../lib/synth";
import { Project, thrownBy } from "../support/app";

/** cdktf of another version than the one that the library runs on, as a second copy in the tree. */
const beside = CDKTF_VARIANT === "cdktf" ? "cdktn" : "cdktf";
const other: {
  readonly App: new (config: { readonly outdir: string }) => Construct;
  readonly TerraformStack: new (scope: Construct, id: string) => Construct;
} = require(path.join(__dirname, "../../node_modules", beside, "lib/index.js"));

const expected =
  CDKTF_VARIANT === "cdktf"
    ? `two versions of cdktf in one program
  got       the stack prod of cdktn 0.24.0, and fc-frontdoor on cdktf 0.21.0
  expected  one version
  fix       put "cdktf": "npm:cdktn@0.24.0" into the dependencies of package.json, import from "cdktf" only, and install again`
    : `two versions of cdktf in one program
  got       the stack prod of cdktf 0.21.0, and fc-frontdoor on cdktn 0.24.0
  expected  one version
  fix       put "cdktf": "0.21.0" into the dependencies of package.json, import from "cdktf" only, and install again`;

const foreignStack = (): Construct =>
  new other.TerraformStack(new other.App({ outdir: new Project().folder }), "prod");

test("the first construct in a stack of another version refuses it with the line for package.json", () => {
  expect(thrownBy(() => guard(new Construct(foreignStack(), "Orders")))).toBe(expected);
});

test("FrontDoor.of refuses it too, on the stack and above", () => {
  expect(thrownBy(() => FrontDoor.of(foreignStack()))).toBe(expected);
  expect(thrownBy(() => FrontDoor.of(foreignStack().node.root))).toBe(expected);
});

test("a class of the user's own is of the version that it extends", () => {
  class Mine extends other.TerraformStack {}
  const mine = new Mine(new other.App({ outdir: new Project().folder }), "prod");
  expect(thrownBy(() => FrontDoor.of(mine))).toBe(expected);
});

test("a version that is not supported is to be replaced by ours", () => {
  const rtti = Symbol.for("jsii.rtti");
  class Old extends other.TerraformStack {
    public static [rtti] = { fqn: "cdktf.TerraformStack", version: "0.20.12" };
  }
  const old = new Old(new other.App({ outdir: new Project().folder }), "prod");
  const ours = CDKTF_VARIANT === "cdktf" ? "0.21.0" : "npm:cdktn@0.24.0";
  expect(thrownBy(() => FrontDoor.of(old))).toContain(`put "cdktf": "${ours}" into`);
});
