import { Invoker, WebFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";

test("a function that exists makes no resource and is LATEST as a target", () => {
  const stack = stackOf();
  const functionArn = "acs:fc:cn-hangzhou:1234567890123456:functions/shop$old";
  const old = WebFunction.fromFunctionAttributes(stack, "Old", {
    functionName: "shop$old", // as functions of FC 2.0 are named after their migration
    functionArn,
  });
  expect(resourcesOf(stack)).toEqual({});
  expect([old.functionName, old.qualifier, old.functionArn]).toEqual([
    "shop$old",
    "LATEST",
    functionArn,
  ]);
  const live = old.atQualifier("live");
  expect(live.functionName).toBe("shop$old");
});

test("an ARN that was not given is asked for where it is needed", () => {
  const old = WebFunction.fromFunctionAttributes(stackOf(), "Old", { functionName: "old" });
  const needed = "  functionArn\n    got       nothing\n";
  expect(thrownBy(() => old.functionArn)).toContain(needed);
  expect(thrownBy(() => old.grantInvoke(Invoker.user("signer")))).toContain(needed);
});

test("a function without a name is refused", () => {
  const message = thrownBy(() =>
    WebFunction.fromFunctionAttributes(stackOf(), "Old", { functionName: "" }),
  );
  expect(message).toMatch(/^fromFunctionAttributes: a prop is wrong\n/);
  expect(message).toContain('  functionName\n    got       ""\n');
});
