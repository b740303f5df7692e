import { Testing } from "cdktf";
import { Blueprint, HttpAuth, HttpMethod, HttpTrigger, WebFunction } from "../../lib";
import { version } from "../../lib/facts/own-version";
import { thrownBy } from "../support/app";
import { orders, stackIn } from "../support/blueprint";

/** A package that brings the library along. */
function otherCopy(): typeof import("../../lib") {
  let copy: typeof import("../../lib") | undefined;
  jest.isolateModules(() => {
    // What both copies share, as in node_modules.
    jest.doMock("cdktf", () => CDKTF);
    jest.doMock("constructs", () => CONSTRUCTS);
    copy = require("../../lib");
  });
  jest.dontMock("cdktf");
  jest.dontMock("constructs");
  return copy!;
}

const CDKTF = require("cdktf");
const CONSTRUCTS = require("constructs");
const own = version();
const FIX =
  'put "fc-frontdoor" into the peerDependencies of the package that brings its own, not into its dependencies, and install again';

test("a blueprint of another copy and constructs of this one do not meet in silence", () => {
  const other = otherCopy();
  const app = Testing.app();
  new other.Blueprint({ name: "acme", version: "2.1.0" }).applyTo(app);
  const stack = stackIn(app);
  expect(thrownBy(() => orders(stack))).toBe(`two copies of fc-frontdoor in one program
  got       fc-frontdoor ${own}, and another copy of fc-frontdoor ${own}
  expected  one copy
  fix       ${FIX}`);
});

test("nor do they in the other order", () => {
  const other = otherCopy();
  const stack = stackIn();
  new Blueprint({ name: "acme", version: "2.1.0" }).applyTo(stack);
  expect(
    thrownBy(() => new other.Blueprint({ name: "b", version: "1.0.0" }).applyTo(stack)),
  ).toContain("two copies of fc-frontdoor in one program");
});

test.each([
  ["0.0.9", "an HttpAuth of fc-frontdoor 0.0.9"],
  [own, `an HttpAuth of another copy of fc-frontdoor ${own}`],
])("what a copy of version %s made is told from what is wrong", (made, got) => {
  // As jsii writes it on each class when it is built.
  class Theirs {}
  const value = { fqn: "fc-frontdoor.HttpAuth", version: made };
  Object.defineProperty(Theirs, Symbol.for("jsii.rtti"), { value });
  const stack = stackIn();
  const target = WebFunction.fromFunctionAttributes(stack, "F", { functionName: "orders" });
  const auth = new Theirs() as unknown as HttpAuth;
  const text = thrownBy(
    () => new HttpTrigger(stack, "Http", { target, methods: [HttpMethod.GET], auth }),
  );
  expect(text).toContain(`  auth
    got       ${got}
    expected  one of fc-frontdoor ${own}, in one copy
    fix       ${FIX}`);
});
