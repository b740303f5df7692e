import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { Construct } from "constructs";
import { Code, Invoker, WebFunction } from "../../lib";
import { addressesOf, resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

// A change here is a breaking change: Terraform would destroy the resource and make another one.
test("the addresses of everything that a function makes", () => {
  const stack = stackOf();
  const folder = mkdtempSync(path.join(tmpdir(), "code-"));
  writeFileSync(path.join(folder, "server.js"), "listen()");
  const orders = new WebFunction(stack, "Orders", {
    ...minimal,
    code: Code.fromFolder(folder, { bucket: "artifacts" }),
    asyncInvoke: {},
    provisioned: { instances: 1 },
    reservedConcurrency: 5,
  });
  orders.addAlias("live", {
    additionalVersions: [{ version: orders.addVersion("First"), weight: 0.1 }],
  });
  orders.grantInvoke(Invoker.role("gateway"));
  orders.grantInvoke(Invoker.user("signer"));

  expect(addressesOf(stack)).toEqual([
    "alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0",
    "alicloud_fcv3_async_invoke_config.Orders_AsyncInvoke_1C674B1A",
    "alicloud_fcv3_concurrency_config.Orders_Reserved_89796401",
    "alicloud_fcv3_function.Orders",
    "alicloud_fcv3_function_version.Orders_CurrentVersion_9049DE7E",
    "alicloud_fcv3_function_version.Orders_Version-First_31BA3EEE",
    "alicloud_fcv3_provision_config.Orders_Provisioned_64915A70",
    "alicloud_oss_bucket_object.Orders_Code_808A3F10",
    "alicloud_ram_policy.Orders_InvokePolicy_1466752B",
    "alicloud_ram_role_policy_attachment.Orders_InvokePolicy_role-gateway_BB882F6B",
    "alicloud_ram_user_policy_attachment.Orders_InvokePolicy_user-signer_9F06244F",
  ]);
});

describe("the name of a function that is given none", () => {
  const names = (stackId: string, ...ids: readonly (readonly string[])[]) => {
    const stack = stackOf(stackId);
    for (const path of ids) {
      const scope = path
        .slice(0, -1)
        .reduce<Construct>(
          (at, id) => (at.node.tryFindChild(id) as Construct) ?? new Construct(at, id),
          stack,
        );
      new WebFunction(scope, path.at(-1)!, minimal);
    }
    return Object.values(resourcesOf(stack).alicloud_fcv3_function).map((it) => it.function_name);
  };

  test("is made of the ids of the stack and the constructs", () => {
    expect(names("prod", ["Shop", "Orders"])).toEqual(["prod-Shop-Orders"]);
  });

  test("is another one for every construct, whatever the ids look like", () => {
    const all = names(
      "prod",
      ["a-b", "c"],
      ["a", "b-c"],
      ["a", "b", "c"],
      ["a_b", "c"],
      ["a.b", "c"],
    );
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^prod-a[-_]b-c(-[0-9a-f]{8})?$/);
  });

  test("is cut to 64 characters with a digest, and stays another one", () => {
    const long = "x".repeat(60);
    const [first, second] = names("prod", [long, "Orders"], [long, "Refunds"]) as string[];
    expect([first.length, second.length]).toEqual([64, 64]);
    expect(first).toMatch(/^prod-x{50}-[0-9a-f]{8}$/);
    expect(second).not.toBe(first);
  });

  test("begins with a letter", () => {
    expect(names("1st", ["Orders"])).toEqual([expect.stringMatching(/^f-1st-Orders-[0-9a-f]{8}$/)]);
  });
});
