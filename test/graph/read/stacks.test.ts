import { read } from "../../../lib/graph/read";
import { folderWith } from "../../support/folder";
import { refusalOf } from "./refusal";

const stack = (name: string, more: object = {}) =>
  JSON.stringify({ "//": { metadata: { stackName: name } }, terraform: {}, ...more });
const entry = (name: string, constructPath = name) => ({
  name,
  constructPath,
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
});
const manifest = (stacks: object) => JSON.stringify({ version: "0.21.0", stacks });

const TWO = {
  "cdktf.out/manifest.json": manifest({ net: entry("net", "eu/net"), app: entry("app") }),
  "cdktf.out/stacks/net/cdk.tf.json": stack("net", {
    resource: { alicloud_fcv3_function: { f: { function_name: "orders" } } },
    output: { "cross-stack-output-f": { value: "${alicloud_fcv3_function.f.function_name}" } },
  }),
  "cdktf.out/stacks/app/cdk.tf.json": stack("app", {
    data: {
      terraform_remote_state: { "cross-stack-reference-input-eu--net": { backend: "local" } },
    },
    resource: {
      alicloud_fcv3_alias: {
        a: {
          function_name:
            "${data.terraform_remote_state.cross-stack-reference-input-eu--net.outputs.cross-stack-output-f}",
        },
      },
    },
  }),
};

describe("cdktf.out", () => {
  test("is all its stacks, and what one takes from another is followed", () => {
    const { graph, files, remarks } = read("cdktf.out", { cwd: folderWith(TWO) });
    expect(graph.modules.map(({ name }) => name)).toEqual(["net", "app"]);
    expect(graph.byId("app/alicloud_fcv3_alias.a")?.get("function_name").text).toBe("orders");
    expect(files.map(({ file }) => file)).toEqual([
      "cdktf.out/manifest.json",
      "cdktf.out/stacks/app/cdk.tf.json",
      "cdktf.out/stacks/net/cdk.tf.json",
    ]);
    expect(remarks).toEqual([]);
  });

  test("one stack alone has the same name, and is said to be a part", () => {
    const cwd = folderWith(TWO);
    for (const at of ["cdktf.out/stacks/app", "cdktf.out/stacks/app/cdk.tf.json"]) {
      const { graph, remarks } = read(at, { cwd });
      expect(graph.resources.map(({ id }) => id)).toEqual(["app/alicloud_fcv3_alias.a"]);
      expect(graph.resources[0].get("function_name").isUnknown).toBe(true);
      expect(remarks).toEqual([
        "app refers to other stacks, which are followed where cdktf.out is given",
      ]);
    }
  });

  test("stacks of one name are called by their paths, as at synth", () => {
    const cwd = folderWith({
      ...TWO,
      "cdktf.out/manifest.json": manifest({
        1: { ...entry("net", "eu/net") },
        2: { ...entry("app"), name: "net", constructPath: "us/net" },
      }),
    });
    const { graph } = read("cdktf.out", { cwd });
    expect(graph.modules.map(({ name }) => name)).toEqual(["eu/net", "us/net"]);
  });

  test("written on Windows is read elsewhere", () => {
    const written = { ...entry("net"), synthesizedStackPath: "stacks\\net\\cdk.tf.json" };
    const cwd = folderWith({ ...TWO, "cdktf.out/manifest.json": manifest({ net: written }) });
    expect(read("cdktf.out", { cwd }).graph.modules.length).toBe(1);
  });

  test("what else Terraform reads in the folder of a stack is read too, or said not to be", () => {
    const cwd = folderWith({
      ...TWO,
      "cdktf.out/stacks/net/more.tf.json": '{"locals":{"a":1}}',
      "cdktf.out/stacks/net/more.tf": "",
    });
    const { graph, remarks } = read("cdktf.out", { cwd });
    expect(graph.modules[0].document.locals).toEqual([{ a: 1 }]);
    expect(remarks).toEqual([
      "cdktf.out/stacks/net: more.tf is not read; a plan has all of it: terraform show -json PLAN > plan.json",
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "no stacks",
      { "cdktf.out/manifest.json": manifest({}) },
      "/manifest.json: it names no stack; give the folder of an app with stacks",
    ],
    [
      "another manifest",
      { "cdktf.out/manifest.json": '{"name":"app"}' },
      "/manifest.json: it is no manifest of cdktf: it has no stacks; give a folder that cdktf synth wrote",
    ],
    [
      "a manifest that is cut off",
      { "cdktf.out/manifest.json": '{"stacks":' },
      "/manifest.json:1:11: it is not JSON: it ends where a value is expected; write it again: it is cut off",
    ],
    [
      "an entry without a file",
      { "cdktf.out/manifest.json": manifest({ net: { name: "net" } }) },
      '/manifest.json: it does not say of the stack "net" where it is written; run cdktf synth again',
    ],
    [
      "a manifest that may not be followed",
      {
        "cdktf.out/manifest.json": manifest({
          net: { ...entry("net"), synthesizedStackPath: "x".repeat(300) },
        }),
      },
      `/${"x".repeat(300)}: it cannot be read (ENAMETOOLONG); make it a file that can be read`,
    ],
    [
      "a stack that is not there",
      { "cdktf.out/manifest.json": manifest({ old: entry("old") }) },
      "/stacks/old/cdk.tf.json: the stack old of the manifest is not there; run cdktf synth again",
    ],
    [
      "a stack in HCL",
      {
        "cdktf.out/manifest.json": manifest({
          net: { ...entry("net"), synthesizedStackPath: "stacks/net/cdk.tf" },
        }),
      },
      "/stacks/net/cdk.tf: the stack net is written in HCL, which is not read; synthesise it as JSON, or check a plan: terraform show -json PLAN > plan.json",
    ],
    [
      "a stack that is no Terraform",
      { "cdktf.out/stacks/net/cdk.tf.json": "[]" },
      "/stacks/net/cdk.tf.json: it is a list, not a Terraform configuration; give a Terraform configuration or plan in JSON",
    ],
  ])("with %s is refused", (_, files, message) => {
    const cwd = folderWith({ ...TWO, ...files });
    expect(refusalOf("cdktf.out", { cwd })).toBe(`cdktf.out${message}`);
  });

  test("without its manifest is one that a synthesis left that failed", () => {
    const files: Record<string, string> = { ...TWO };
    delete files["cdktf.out/manifest.json"];
    const cwd = folderWith(files);
    expect(refusalOf("cdktf.out", { cwd })).toBe(
      "cdktf.out: it has no manifest.json: nothing was synthesised, or the synthesis failed; run cdktf synth, and mend what it reports",
    );
    expect(refusalOf("cdktf.out/stacks", { cwd })).toBe(
      "cdktf.out/stacks: it has stacks, and no manifest that says how they belong together; give cdktf.out, where the manifest is, or one stack",
    );
  });
});
