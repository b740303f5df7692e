import { App, TerraformStack } from "cdktf";
import { Code, HttpMethod, HttpTrigger, Runtime, WebFunction } from "../../lib";
import { withoutStacks } from "../../lib/synth";

const stackOf = (make: () => void): string | undefined => {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder);
  make();
  return holder.stack;
};

test("captures nothing while it makes something, and as ever afterwards", () => {
  const capture = Error.captureStackTrace;
  const inside = withoutStacks(() => stackOf(() => {}));
  expect(inside).toBeUndefined();
  expect(Error.captureStackTrace).toBe(capture);
  expect(stackOf(() => {})).toContain("without-stacks.test.ts");
});

test("an error that is thrown inside has its stack, and captures as ever afterwards", () => {
  const capture = Error.captureStackTrace;
  const fail = (): never => {
    throw new TypeError("no");
  };
  let thrown: unknown;
  try {
    withoutStacks(() => withoutStacks(fail));
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error).stack).toMatch(/^TypeError: no\n\s+at fail .*without-stacks\.test\.ts/);
  expect(Error.captureStackTrace).toBe(capture);
});

test("a function and its trigger capture one short stack each", () => {
  const stack = new TerraformStack(new App(), "prod");
  const capture = jest.spyOn(Error, "captureStackTrace");
  const limits: number[] = [];
  capture.mockImplementation(() => void limits.push(Error.stackTraceLimit));
  try {
    const target = new WebFunction(stack, "Orders", {
      runtime: Runtime.NODEJS20,
      code: Code.fromOss({ bucket: "artifacts", object: "orders.zip" }),
    });
    new HttpTrigger(stack, "Http", { target, methods: [HttpMethod.GET] });
  } finally {
    capture.mockRestore();
  }
  expect(limits).toHaveLength(2);
  expect(Math.max(...limits)).toBeLessThan(100);
});
