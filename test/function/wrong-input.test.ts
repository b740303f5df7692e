import { App, Testing } from "cdktf";
import { Invoker, Layer, Runtime, type RuntimeClass, WebFunction } from "../../lib";
import { Project, ownLine, thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

/** What TypeScript would refuse, and JavaScript does not. */
const refusal = (props: object): readonly string[] =>
  thrownBy(() => new WebFunction(stackOf(), "Orders", { ...minimal, ...props })).split("\n");

describe("a function refuses", () => {
  test("a runtime by its name, and says which is meant", () => {
    expect(refusal({ runtime: "nodejs20" }).slice(2)).toEqual([
      "  runtime",
      '    got       "nodejs20"',
      "    expected  a Runtime, such as Runtime.NODEJS20",
      "    fix       write Runtime.NODEJS20",
    ]);
  });

  test("a runtime of no class", () => {
    const runtime = Runtime.of("nodejs22", undefined as unknown as RuntimeClass);
    expect(refusal({ runtime })).toContain("  runtime.runtimeClass");
  });

  test("a layer without its version", () => {
    const layers = [Layer.official("Nodejs20", undefined as never), Layer.fromArn(5 as never)];
    expect(refusal({ layers })).toEqual(
      expect.arrayContaining(["  layers[0].version", "  layers[1].arn"]),
    );
  });

  test.each<[string, object, string]>([
    ["a provider by its name", { provider: "alicloud" }, "provider"],
    ["an undefined dependency", { dependsOn: [undefined] }, "dependsOn[0]"],
    ["a Map of variables", { environment: new Map([["STAGE", "prod"]]) }, "environment"],
    ["a number that JSON has not", { timeoutSeconds: Infinity }, "timeoutSeconds"],
    ["a time before it began", { idleTimeoutSeconds: -1 }, "idleTimeoutSeconds"],
  ])("%s", (_what, props, at) => {
    expect(refusal(props)[2]).toBe(`  ${at}`);
  });

  test("a construct of ours as dependency, and says what to use", () => {
    const dependsOn = [new WebFunction(stackOf(), "Other", minimal)];
    expect(refusal({ dependsOn })).toContain(
      "    fix       give a resource; for a construct of this library use node.addDependency",
    );
  });

  test("to be in no stack, where it would be left out in silence", () => {
    const app = Testing.stubVersion(new App({ outdir: new Project().folder }));
    expect(thrownBy(() => new WebFunction(app as never, "Orders", minimal)).split("\n")).toEqual([
      "WebFunction: it is in no stack, and would not be synthesised",
      ownLine(__filename, "Orders"),
      "  expected  a scope that is a TerraformStack or in one",
      "  fix       give a stack as the first argument, or a construct in one",
    ]);
  });
});

describe("its methods refuse", () => {
  const made = () => new WebFunction(stackOf(), "Orders", minimal);

  test("a version without id", () => {
    expect(thrownBy(() => made().addVersion(undefined as never))).toContain("addVersion: a prop");
  });

  test.each([undefined, "gateway", Invoker.role(undefined as never)])(
    "%p as invoker",
    (invoker) => {
      expect(thrownBy(() => made().grantInvoke(invoker as never))).toMatch(
        /^grantInvoke: a prop is wrong\n.*\n {2}invoker/,
      );
    },
  );
});

test("null is what is not given, for every prop that may be left out", () => {
  const nothing = { server: null, gpu: null, asyncInvoke: null, handler: null, cpu: null };
  const stack = stackOf();
  const orders = new WebFunction(stack, "Orders", { ...minimal, ...nothing } as never);
  orders.addAlias("live", { version: null, additionalVersions: null } as never);
  orders.addAlias("next", null as never);
  const plain = stackOf();
  const same = new WebFunction(plain, "Orders", minimal);
  same.addAlias("live");
  same.addAlias("next");
  expect(resourcesOf(stack)).toEqual(resourcesOf(plain));
});
