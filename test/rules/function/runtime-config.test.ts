import { runtimeConfig } from "../../../lib/rules/function/runtime-config";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const image = { image: "registry.example.com/shop/orders:1" };
const command = ["/code/start"];

describe("function/runtime-config", () => {
  testPage(runtimeConfig);

  test.each([
    ["a built-in runtime with code", {}],
    ["code in a list of one", { code: [{ oss_bucket_name: "b", oss_object_name: "o" }] }],
    ["code in the configuration", { code: { zip_file: "UEsDBA==" } }],
    ["a custom runtime alone", { runtime: "custom" }],
    ["a custom runtime without args", { runtime: "custom", custom_runtime_config: { command } }],
    [
      "a custom runtime with args",
      { runtime: "custom.debian10", custom_runtime_config: [{ command, args: ["-p"] }] },
    ],
    [
      "a container",
      { runtime: "custom-container", code: null, custom_container_config: { ...image, command } },
    ],
    [
      "a container in a list of one",
      { runtime: "custom-container", code: [], custom_container_config: [image] },
    ],
    [
      "blocks as a plan writes those that are not there",
      { custom_runtime_config: [], custom_container_config: [] },
    ],
  ])("%s is right", (_, args) => {
    expect(judgedFunction(runtimeConfig, args)).toEqual(SATISFIED);
  });

  test.each([
    [{ custom_runtime_config: { command } }, ["it is given with the runtime nodejs20"]],
    [{ custom_runtime_config: [{ port: 9000 }] }, ["it is given with the runtime nodejs20"]],
    [{ custom_container_config: image }, ["it is given with the runtime nodejs20"]],
    [
      { runtime: "custom", custom_container_config: [image] },
      ["it is given with the runtime custom"],
    ],
    [
      {
        runtime: "custom-container",
        custom_runtime_config: { command },
        custom_container_config: image,
      },
      ["it is given with the runtime custom-container"],
    ],
    [{ runtime: "custom-container" }, ["no custom_container_config"]],
    [
      { runtime: "custom-container", custom_container_config: [{ port: 9000 }] },
      ["custom_container_config without an image"],
    ],
    [
      { runtime: "custom-container", custom_container_config: { image: "" } },
      ["custom_container_config without an image"],
    ],
    [{ code: null }, ["no code"]],
    [{ runtime: "custom.debian11", code: [] }, ["no code"]],
    [{ code: {} }, ["a code block with no code in it"]],
    [{ code: [{ checksum: "1" }] }, ["a code block with no code in it"]],
    [{ code: { oss_bucket_name: "artifacts" } }, ["oss_bucket_name alone"]],
    [{ code: { oss_object_name: "orders.zip", oss_bucket_name: "" } }, ["oss_object_name alone"]],
    [{ runtime: "custom", custom_runtime_config: { command: [] } }, ["an empty list"]],
    [{ runtime: "custom", custom_runtime_config: [{ command, args: [] }] }, ["an empty list"]],
    [
      {
        runtime: "custom-container",
        custom_container_config: { ...image, command: [], entrypoint: [] },
      },
      ["an empty list", "an empty list"],
    ],
  ])("%j is refused", (args, shown) => {
    expect(got(runtimeConfig, args)).toEqual(shown);
  });

  describe("what is not known", () => {
    const more = {
      variable: { x: { type: "any" }, runtime: { default: "nodejs20" } },
      locals: { none: [] },
    };
    const undecided = (args: object) => judgedFunction(runtimeConfig, { ...args }, more).undecided;

    test("a reference stands for code and image", () => {
      const code = {
        oss_bucket_name: "${var.x}",
        oss_object_name: "${alicloud_oss_bucket_object.o.key}",
      };
      expect(judgedFunction(runtimeConfig, { code }, more)).toEqual(SATISFIED);
      expect(
        judgedFunction(
          runtimeConfig,
          { runtime: "custom-container", custom_container_config: { image: "${var.x}" } },
          more,
        ),
      ).toEqual(SATISFIED);
    });

    test.each([
      [{ runtime: "${var.x}" }, "runtime"],
      [{ code: "${var.x}" }, "code"],
      [{ custom_runtime_config: "${var.x}" }, "custom_runtime_config"],
      [
        { runtime: "custom-container", custom_container_config: "${var.x}" },
        "custom_container_config",
      ],
      [
        { runtime: "custom", custom_runtime_config: { args: "${var.x}" } },
        "custom_runtime_config.args",
      ],
    ])("%j is asked for", (args, attribute) => {
      expect(undecided(args)).toEqual([`alicloud_fcv3_function.f ${attribute}: needs var.x`]);
    });

    test("a variable's default and a local are followed", () => {
      expect(
        got(runtimeConfig, { runtime: "${var.runtime}", custom_runtime_config: { command } }, more),
      ).toEqual(["it is given with the runtime nodejs20 (by the default of var.runtime)"]);
      expect(
        got(
          runtimeConfig,
          { runtime: "custom", custom_runtime_config: { args: "${local.none}" } },
          more,
        ),
      ).toEqual(["an empty list"]);
    });
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    for (const name of ["runtime", "code", "custom_runtime_config", "custom_container_config"]) {
      judgedFunction(runtimeConfig, { [name]: value });
      judgedFunction(runtimeConfig, {
        runtime: "custom-container",
        [name]: { image: value, args: value },
      });
    }
  });
});
