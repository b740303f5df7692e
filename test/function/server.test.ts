import { TerraformVariable } from "cdktf";
import { Code, Runtime, type ServerOptions, WebFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const blockOf = (server: ServerOptions): unknown => {
  const stack = stackOf();
  new WebFunction(stack, "Orders", { ...minimal, server });
  return resourcesOf(stack).alicloud_fcv3_function.Orders.custom_runtime_config;
};

describe("the args of a custom runtime, of which the service refuses an empty list", () => {
  test("are the rest of the command", () => {
    expect(blockOf({ command: ["node", "--inspect", "server.js"] })).toEqual({
      command: ["node"],
      args: ["--inspect", "server.js"],
    });
  });

  test("are what is given, and the command stays whole", () => {
    expect(blockOf({ command: ["node", "server.js"], args: ["-q"] })).toEqual({
      command: ["node", "server.js"],
      args: ["-q"],
    });
  });

  test("may be all that is given", () => {
    expect(blockOf({ args: ["-q"], port: 80 })).toEqual({ args: ["-q"], port: 80 });
  });

  test("may be a reference", () => {
    const stack = stackOf();
    const args = new TerraformVariable(stack, "args", { type: "list(string)" }).listValue;
    new WebFunction(stack, "Orders", { ...minimal, server: { command: ["node"], args } });
    expect(resourcesOf(stack).alicloud_fcv3_function.Orders.custom_runtime_config).toEqual({
      command: ["node"],
      args: "${var.args}",
    });
  });

  test.each([
    ["of one word", { command: ["/code/server"] }, "one word, and no args", "/code/server"],
    ["that is not given", { port: 8080 }, "nothing", "/code/bootstrap"],
  ])("are asked for with a command %s", (_, server, got, program) => {
    expect(thrownBy(() => blockOf(server))).toContain(`  server.command
    got       ${got}
    expected  a command of at least two words, or args: Function Compute refuses an empty list of them
    fix       write ["/usr/bin/env","${program}"]`);
  });

  test.each([
    ["command", { command: [] }],
    ["args", { command: ["node"], args: [] }],
  ])("are not hidden behind an empty %s", (at, server) => {
    expect(thrownBy(() => blockOf(server))).toContain(
      `  server.${at}\n    got       an empty list\n    expected  at least one word`,
    );
  });
});

test("a container needs no args", () => {
  const stack = stackOf();
  new WebFunction(stack, "Orders", {
    runtime: Runtime.CUSTOM_CONTAINER,
    code: Code.fromImage("registry.example.com/shop/orders:1"),
    server: { port: 8080 },
  });
  expect(resourcesOf(stack).alicloud_fcv3_function.Orders.custom_container_config).toEqual({
    image: "registry.example.com/shop/orders:1",
    port: 8080,
  });
});

test("a port and a health check outside of what the service takes", () => {
  const server = {
    command: ["node", "server.js"],
    port: 0,
    healthCheck: { path: "", timeoutSeconds: 5 },
  };
  const message = thrownBy(() => blockOf(server));
  expect(message).toContain("  server.port\n    got       0\n");
  expect(message).toContain('  server.healthCheck.path\n    got       ""\n');
  expect(message).toContain("  server.healthCheck.timeoutSeconds\n    got       5 seconds\n");
});
