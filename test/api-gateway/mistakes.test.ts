import { TerraformStack } from "cdktf";
import {
  type ApiGatewayFrontedProps,
  ApiGatewayFronted,
  ApiRoute,
  BackendSignature,
  HttpMethod,
  HttpTrigger,
  WebFunction,
} from "../../lib";
import { minimal } from "../function/fixtures";
import { thrownBy } from "../support/app";
import { stackOf } from "../support/synth";
import { refusal } from "./fixtures";

/** What is refused of whatever is given as the props of a front. */
function refused(props: unknown): string {
  const stack = stackOf();
  return thrownBy(() => new ApiGatewayFronted(stack, "Front", props as ApiGatewayFrontedProps));
}

test.each([undefined, null, "x", 5, []])("%j as props is one mistake", (props) => {
  expect(refused(props)).toMatch(/^ApiGatewayFronted: a prop is wrong\n {2}at .*\n {2}props\n/);
});

test("a function as the trigger is told to be the target", () => {
  const lines = refusal((stack) => ({
    trigger: new WebFunction(stack, "Orders", minimal) as never,
  }));
  expect(lines.slice(2)).toEqual([
    "  trigger",
    "    got       a function, a version or an alias",
    "    expected  an HTTP trigger",
    "    fix       give it as target",
  ]);
});

test("a trigger as the target is told to be the trigger", () => {
  const lines = refusal((stack) => ({
    target: new HttpTrigger(stack, "Http", {
      target: new WebFunction(stack, "Orders", minimal),
      methods: [HttpMethod.GET],
      disableInternetUrl: true,
    }),
  }));
  expect(lines.slice(2)).toEqual([
    "  target",
    "    got       an HTTP trigger",
    "    expected  a function, a version or an alias",
    "    fix       give it as trigger",
  ]);
});

test("routes in a list of their own are told the dots that were forgotten", () => {
  const lines = refusal(() => ({ routes: [[ApiRoute.get("/orders")]] as never }));
  expect(lines.slice(2)).toEqual([
    "  routes[0]",
    "    got       a list of them",
    '    expected  a route, such as ApiRoute.get("/orders/[id]")',
    '    fix       write ... before it: ...ApiRoute.fromOpenApi("openapi.yaml")',
  ]);
});

test("a text as a route is told what a route looks like", () => {
  const lines = refusal(() => ({ routes: ["GET /orders"] as never }));
  expect(lines).toContain('    expected  a route, such as ApiRoute.get("/orders/[id]")');
});

test("name, description and stages of the signature are refused with its key, in one error", () => {
  const lines = refusal(() => ({
    backendSignature: BackendSignature.fromRamUser({
      keyIds: ["a", "a"],
      pluginName: "my-signature",
      description: "x".repeat(201),
      stages: [],
    }),
  }));
  expect(lines.filter((line) => line.startsWith("  backendSignature"))).toEqual([
    "  backendSignature.keyIds[1]",
    "  backendSignature.pluginName",
    "  backendSignature.description",
    "  backendSignature.stages",
  ]);
});

test.each([undefined, "Signature", {}])("variables of a signature in no construct: %j", (scope) => {
  const thrown = thrownBy(() => BackendSignature.fromVariables(scope as TerraformStack, "Other"));
  expect(thrown.split("\n")).toEqual([
    "BackendSignature.fromVariables: the first argument is no construct",
    expect.stringContaining("mistakes.test.ts"),
    '  fix       write BackendSignature.fromVariables(this, "Signature")',
  ]);
});
