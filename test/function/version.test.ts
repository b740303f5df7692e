import { TerraformVariable } from "cdktf";
import { Code, Runtime, WebFunction, type WebFunctionProps } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal, server } from "./fixtures";

const ADDRESS = "Orders_CurrentVersion_9049DE7E";

function descriptionOf(
  props: WebFunctionProps,
  change: (made: WebFunction) => void = () => undefined,
): string {
  const stack = stackOf();
  const made = new WebFunction(stack, "Orders", props);
  expect(made.currentVersion).toBe(made.currentVersion);
  change(made);
  return resourcesOf(stack).alicloud_fcv3_function_version[ADDRESS].description as string;
}

const resourceOf = (made: WebFunction) =>
  made.node.defaultChild as unknown as { addOverride(path: string, value: unknown): void };

describe("the current version", () => {
  const before = descriptionOf(server);

  test("is replaced before the old one goes, since an alias may point to that", () => {
    const stack = stackOf();
    void new WebFunction(stack, "Orders", server).currentVersion;
    expect(resourcesOf(stack).alicloud_fcv3_function_version).toEqual({
      [ADDRESS]: {
        function_name: "${alicloud_fcv3_function.Orders.function_name}",
        description: expect.stringMatching(/^code and configuration [0-9a-f]{12}$/),
        lifecycle: { create_before_destroy: true },
      },
    });
  });

  test("stays where nothing changes", () => {
    expect(descriptionOf(server)).toBe(before);
  });

  test.each<[string, Partial<WebFunctionProps>]>([
    ["code", { code: Code.fromOss({ bucket: "artifacts", object: "orders/2b4c.zip" }) }],
    ["configuration", { timeoutSeconds: 60 }],
    ["environment", { environment: { STAGE: "prod" } }],
  ])("is another one where the %s changes", (_, change) => {
    expect(descriptionOf({ ...server, ...change })).not.toBe(before);
  });

  test("is another one where an override changes the function", () => {
    const changed = descriptionOf(server, (made) => resourceOf(made).addOverride("timeout", 60));
    expect(changed).not.toBe(before);
    expect(changed).toBe(descriptionOf({ ...server, timeoutSeconds: 60 }));
  });

  test.each<[string, Partial<WebFunctionProps>]>([
    ["tags", { tags: { team: "shop" } }],
    ["resource group", { resourceGroupId: "rg-1" }],
    ["reserved instances", { reservedConcurrency: 5 }],
  ])("stays where only the %s changes, which no version holds", (_, change) => {
    expect(descriptionOf({ ...server, ...change })).toBe(before);
  });

  test("follows the values of what the function refers to", () => {
    const stack = stackOf();
    const variable = (name: string) => new TerraformVariable(stack, name, { type: "string" });
    void new WebFunction(stack, "Orders", {
      runtime: Runtime.CUSTOM_CONTAINER,
      code: Code.fromImage(`registry.example.com/shop/orders:${variable("tag").stringValue}`),
      environment: { STAGE: variable("stage").stringValue },
    }).currentVersion;
    expect(resourcesOf(stack).alicloud_fcv3_function_version[ADDRESS].description).toMatch(
      /^code and configuration [0-9a-f]{12} \$\{substr\(sha256\(jsonencode\(\[var\.stage, var\.tag\]\)\), 0, 12\)\}$/,
    );
  });
});

describe("a version of its own", () => {
  test("has the description that it is given", () => {
    const stack = stackOf();
    new WebFunction(stack, "Orders", minimal).addVersion("First", { description: "as launched" });
    expect(Object.values(resourcesOf(stack).alicloud_fcv3_function_version)).toEqual([
      {
        function_name: "${alicloud_fcv3_function.Orders.function_name}",
        description: "as launched",
        lifecycle: { create_before_destroy: true },
      },
    ]);
  });

  test("has a description that the service takes", () => {
    const made = new WebFunction(stackOf(), "Orders", minimal);
    expect(thrownBy(() => made.addVersion("First", { description: "x".repeat(257) }))).toContain(
      "FunctionVersion: a prop is wrong",
    );
  });
});
