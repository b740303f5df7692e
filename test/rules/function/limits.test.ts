import { limits } from "../../../lib/rules/function/limits";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const mount = { mount_dir: "/mnt/data", server_addr: "nas.example.com:/" };

describe("function/limits", () => {
  testPage(limits);

  test.each([
    { layers: many(5, "layer") },
    { layers: [] },
    { nas_config: { mount_points: many(5, mount) } },
    { nas_config: [{ mount_points: [mount] }] },
    { oss_mount_config: [{ mount_points: many(5, mount) }] },
    { description: "ü".repeat(256) },
    { handler: "h".repeat(128) },
    { description: "😀".repeat(256) },
    { gpu_config: { gpu_memory_size: 1024 } },
    { gpu_config: [{ gpu_memory_size: "16384" }] },
  ])("%# is right", (args) => {
    expect(judgedFunction(limits, args)).toEqual(SATISFIED);
  });

  test.each([
    [{ layers: many(6, "layer") }, "6 layers"],
    [{ nas_config: { mount_points: many(6, mount) } }, "6 NAS mount points"],
    [{ nas_config: [{ mount_points: many(7, mount) }] }, "7 NAS mount points"],
    [{ oss_mount_config: { mount_points: many(6, mount) } }, "6 OSS mount points"],
    [{ description: "a".repeat(257) }, "257 characters"],
    [{ handler: "" }, "0 characters"],
    [{ handler: "h".repeat(129) }, "129 characters"],
    [{ gpu_config: { gpu_memory_size: 1000 } }, "1000 MB"],
    [{ gpu_config: [{ gpu_memory_size: 512 }] }, "512 MB"],
  ])("%# is refused", (args, shown) => {
    expect(got(limits, args)).toEqual([shown]);
  });

  test("what is known of a list or a text is enough to refuse it", () => {
    const variable = { x: { type: "string" } };
    expect(got(limits, { layers: many(6, "${var.x}") }, { variable })).toEqual(["6 layers"]);
    const description = `${"a".repeat(300)}\${var.x}`;
    expect(got(limits, { description }, { variable })).toEqual(["at least 300 characters"]);
    expect(judgedFunction(limits, { description: "of ${var.x}" }, { variable })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_function.f description: needs var.x"],
    });
    expect(judgedFunction(limits, { layers: ["${var.x}"] }, { variable })).toEqual(SATISFIED);
  });

  test.each(["layers", "nas_config", "oss_mount_config", "description", "gpu_config"])(
    "strange values of %s do not stop it",
    (name) => {
      for (const value of STRANGE) {
        judgedFunction(limits, { [name]: value });
        judgedFunction(limits, { [name]: { mount_points: value, gpu_memory_size: value } });
      }
    },
  );
});
