import { type Input, read } from "../../../lib/graph/read";
import { folderWith } from "../../support/folder";
import { refusalOf } from "./refusal";

const address = "alicloud_fcv3_trigger.a";
const body = { function_name: "orders", trigger_type: "http", trigger_config: "{}" };

const PLAN = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.0",
  planned_values: {
    root_module: {
      resources: [
        { address, mode: "managed", type: "alicloud_fcv3_trigger", name: "a", values: body },
      ],
    },
  },
  resource_changes: [
    {
      address,
      mode: "managed",
      type: "alicloud_fcv3_trigger",
      name: "a",
      change: { actions: ["create"], before: null, after: body, after_unknown: {} },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        { address, mode: "managed", type: "alicloud_fcv3_trigger", name: "a", expressions: {} },
      ],
    },
  },
});

const STACK = JSON.stringify({
  "//": { metadata: { stackName: "prod" } },
  resource: {
    alicloud_fcv3_trigger: {
      a: { ...body, "//": { metadata: { path: "prod/Orders/Http/Default" } } },
    },
  },
});

const MANIFEST = JSON.stringify({
  stacks: { prod: { constructPath: "prod", synthesizedStackPath: "stacks/prod/cdk.tf.json" } },
});

const paths = ({ graph }: Input) => graph.resources.map(({ constructPath }) => constructPath);

describe("of a plan the metadata is taken", () => {
  const synthesised = (folder: string) => ({
    "plan.json": PLAN,
    [`${folder}/manifest.json`]: MANIFEST,
    [`${folder}/stacks/prod/cdk.tf.json`]: STACK,
  });

  test("out of cdktf.out, where it is there", () => {
    const input = read("plan.json", { cwd: folderWith(synthesised("cdktf.out")) });
    expect(paths(input)).toEqual(["prod/Orders/Http"]);
    expect(input.files.map(({ file }) => file)).toEqual([
      "cdktf.out/manifest.json",
      "cdktf.out/stacks/prod/cdk.tf.json",
      "plan.json",
    ]);
    expect(input.remarks).toEqual([]);
  });

  test.each(["out", "out/stacks/prod/cdk.tf.json"])("out of %s, where it is named", (synth) => {
    const cwd = folderWith(synthesised("out"));
    expect(paths(read("plan.json", { cwd, synth }))).toEqual(["prod/Orders/Http"]);
    expect(paths(read("plan.json", { cwd }))).toEqual([undefined]);
  });

  test.each(["cdktf.out", "cdktf.out/stacks/prod/cdk.tf.json"])(
    "with the lines of the program as in the project of %s",
    (out) => {
      const stack = JSON.parse(STACK);
      const location = { file: "src/main.ts", line: 3 };
      stack.resource.alicloud_fcv3_trigger.a["//"]["fc-frontdoor"] = { location };
      const cwd = folderWith({
        ...synthesised("app/infra/cdktf.out"),
        "app/infra/cdktf.out/stacks/prod/cdk.tf.json": JSON.stringify(stack),
      });
      const { graph } = read("plan.json", { cwd, synth: `app/infra/${out}` });
      expect(graph.resources[0].metadata.location).toEqual({
        ...location,
        file: "app/infra/src/main.ts",
      });
    },
  );

  test("out of nothing where a synthesis failed, which is said", () => {
    const cwd = folderWith({ ...synthesised("cdktf.out"), "cdktf.out/manifest.json": "{" });
    expect(read("plan.json", { cwd }).remarks).toContain(
      "no metadata out of cdktf.out: cdktf.out/manifest.json:1:2: it is not JSON: it ends where a key in double quotes is expected; write it again: it is cut off",
    );
  });
});

test("what is named and is no synth output is refused", () => {
  const cwd = folderWith({ "plan.json": PLAN, "empty/": "" });
  expect(refusalOf("plan.json", { cwd, synth: "out" })).toBe(
    "out: there is no such file or folder; mend the path",
  );
  expect(refusalOf("plan.json", { cwd, synth: "plan.json" })).toBe(
    "plan.json: it is a plan, where a configuration is expected; give the plan alone",
  );
  expect(refusalOf("plan.json", { cwd, synth: "empty" })).toBe(
    "empty: there is no Terraform JSON in it; give a folder with .tf.json files, cdktf.out, or a plan",
  );
});

test("a plan among the files of a module is refused", () => {
  const cwd = folderWith({ "plan.tf.json": PLAN });
  expect(refusalOf(".", { cwd })).toBe(
    "plan.tf.json: it is a plan, where a configuration is expected; give the plan alone",
  );
  expect(refusalOf("plan.tf.json", { cwd })).toBeUndefined();
});
