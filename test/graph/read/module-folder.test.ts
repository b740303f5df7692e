import { type Input, read } from "../../../lib/graph/read";
import { folderWith } from "../../support/folder";
import { refusalOf } from "./refusal";

const PLAN = "terraform show -json PLAN > plan.json";

/** A folder with these files, as `read` sees it. */
function readFiles(files: Record<string, unknown>): Input {
  return read(".", { cwd: folderOf(files) });
}

function folderOf(files: Record<string, unknown>): string {
  const texts = Object.entries(files).map(([name, json]) => [
    name,
    typeof json === "string" ? json : JSON.stringify(json),
  ]);
  return folderWith(Object.fromEntries(texts));
}

const fn = (body: object, name = "f") => ({
  resource: { alicloud_fcv3_function: { [name]: body } },
});

/** The arguments of a function, as far as they are known. */
function argumentsOf({ graph }: Input, name = "f"): Record<string, unknown> {
  const resource = graph.byId(`/alicloud_fcv3_function.${name}`);
  if (!resource) throw new Error(`no function ${name}`);
  return Object.fromEntries(resource.argumentNames.map((key) => [key, resource.get(key).plain]));
}

describe("the .tf.json files of a folder are one module", () => {
  test("in which every file sees the names of the others", () => {
    const input = readFiles({
      "a.tf.json": fn({ function_name: "${local.name}", memory_size: "${var.memory}" }),
      "b.tf.json": { locals: { name: "orders" }, variable: { memory: { default: 512 } } },
      "c.tf.json": { locals: [{ other: 1 }], output: { o: { value: "${local.name}" } } },
    });
    expect(argumentsOf(input)).toEqual({ function_name: "orders", memory_size: 512 });
    expect(input.graph.outputs.map(({ value }) => value.text)).toEqual(["orders"]);
    expect(input.files.map(({ file }) => file)).toEqual(["a.tf.json", "b.tf.json", "c.tf.json"]);
    expect(input.remarks).toEqual([]);
  });

  test("without what is hidden, what is below, and what is not .tf.json", () => {
    const input = readFiles({
      "a.tf.json": fn({}),
      ".b.tf.json": "{",
      "c.json": "{",
      "d/e.tf.json": "{",
      "f.tf.json/g": "",
    });
    expect(input.files.map(({ file }) => file)).toEqual(["a.tf.json"]);
  });

  test("and files of other kinds are said not to be read", () => {
    const { remarks } = readFiles({
      "a.tf.json": fn({}),
      "b.tf": "",
      "terraform.tfvars": "",
      "c.auto.tfvars.json": "{}",
      "d.tfvars": "",
    });
    expect(remarks).toEqual([
      `.: b.tf, c.auto.tfvars.json, terraform.tfvars are not read; a plan has all of it: ${PLAN}`,
    ]);
  });

  test("and modules that they call are said not to be followed", () => {
    const { remarks } = readFiles({
      "a.tf.json": JSON.stringify({ module: { door: { source: "./door" }, "//": "two" } }),
      "b.tf.json": JSON.stringify({ module: [{ net: { source: "./net" } }] }),
      "door/a.tf.json": fn({}),
    });
    expect(remarks).toEqual([
      `a.tf.json: module.door, module.net are not followed; a plan has all of it: ${PLAN}`,
    ]);
  });

  test("a name that two of them declare is refused", () => {
    const cwd = folderOf({ "a.tf.json": fn({}), "b.tf.json": fn({}) });
    expect(refusalOf(".", { cwd })).toBe(
      "b.tf.json:1:40: resource.alicloud_fcv3_function.f is declared twice, also in a.tf.json; remove one of the two, or give it another name",
    );
  });

  test("a body that is written twice is refused", () => {
    const cwd = folderOf({ "a.tf.json": { variable: { x: [{}, {}] } } });
    expect(refusalOf("a.tf.json", { cwd })).toBe(
      "a.tf.json:1:14: variable.x is declared twice; remove one of the two, or give it another name",
    );
  });

  test("names of prototypes are names as others are", () => {
    const input = readFiles({
      "a.tf.json": '{"resource":{"__proto__":{"__proto__":{"a":1}}},"locals":{"__proto__":"x"}}',
      "b.tf.json": { ...fn({ function_name: "${local.__proto__}", runtime: "${local.toString}" }) },
    });
    expect(input.graph.resources.map(({ address }) => address)).toEqual([
      "__proto__.__proto__",
      "alicloud_fcv3_function.f",
    ]);
    expect(argumentsOf(input)).toEqual({ function_name: "x", runtime: undefined });
  });
});

describe("an override file", () => {
  const base = {
    ...fn({
      runtime: "python3.12",
      cpu: 1,
      log_config: { project: "a", logstore: "b" },
      dynamic: {
        nas_config: { for_each: [1], content: {} },
        gpu_config: [{ for_each: [], content: {} }],
      },
      lifecycle: { prevent_destroy: true, create_before_destroy: true },
    }),
    locals: { name: "a", other: "b" },
    variable: { memory: { default: 512, type: "number" } },
    terraform: { required_providers: { alicloud: { version: "1.0" }, time: { version: "2.0" } } },
    provider: { alicloud: [{ region: "cn-hangzhou" }, { alias: "eu", region: "eu-central-1" }] },
  };
  const overridden = (by: unknown, name = "override.tf.json"): Input =>
    readFiles({ "a.tf.json": base, [name]: by });

  test("replaces arguments and blocks of a type as a whole", () => {
    const input = overridden(fn({ cpu: 2, log_config: { project: "c" } }), "a_override.tf.json");
    expect(argumentsOf(input)).toMatchObject({
      runtime: "python3.12",
      cpu: 2,
      log_config: { project: "c" },
    });
    expect(input.files.map(({ file }) => file)).toEqual(["a.tf.json", "a_override.tf.json"]);
  });

  test("replaces dynamic blocks by written ones, and the other way round", () => {
    const [block] = overridden(
      fn({
        nas_config: { user_id: 1 },
        dynamic: { log_config: { for_each: [1], content: { project: "d" } } },
      }),
    ).graph.resources;
    expect(block.get("nas_config").plain).toEqual({ user_id: 1 });
    expect(block.get("log_config").plain).toEqual([{ project: "d" }]);
    expect(block.get("gpu_config").plain).toEqual([]);
  });

  test("replaces a name at a time of lifecycle, locals and required providers", () => {
    const { graph } = overridden({
      ...fn({
        lifecycle: { prevent_destroy: false },
        function_name: "${local.name}${local.other}",
      }),
      locals: { "//": "the other one", name: "c" },
      terraform: { required_providers: { alicloud: { version: "3.0" } }, required_version: ">= 1" },
    });
    expect(graph.resources[0].createBeforeDestroy).toBe(true);
    expect(graph.resources[0].get("function_name").text).toBe("cb");
    expect(graph.modules[0].document.terraform).toEqual([
      { required_providers: { alicloud: { version: "3.0" }, time: { version: "2.0" } } },
      { required_version: ">= 1" },
    ]);
  });

  test("finds a variable by its name and a provider by its alias", () => {
    const { graph } = overridden({
      variable: { memory: { default: 1024 } },
      provider: { alicloud: { alias: "eu", region: "eu-west-1" } },
    });
    const [{ document }] = graph.modules;
    expect(document.variable).toEqual({ memory: { default: 1024, type: "number" } });
    expect(document.provider).toEqual({
      alicloud: [{ region: "cn-hangzhou" }, { alias: "eu", region: "eu-west-1" }],
    });
  });

  test("of which there are several, the last one by name holds", () => {
    const input = readFiles({
      "a.tf.json": base,
      "b_override.tf.json": fn({ cpu: 3 }),
      "override.tf.json": fn({ cpu: 4 }),
    });
    expect(argumentsOf(input).cpu).toBe(4);
  });

  test("of names of prototypes makes own properties only", () => {
    const { graph } = readFiles({
      "a.tf.json":
        '{"resource":{"x":{"__proto__":{"a":1}}},"terraform":{"required_providers":{"a":{}}}}',
      "override.tf.json":
        '{"resource":{"x":{"__proto__":{"__proto__":{"b":2}}}},"terraform":{"required_providers":{"__proto__":{"b":3}}}}',
    });
    expect(JSON.stringify(graph.modules[0].document)).toBe(
      '{"resource":{"x":{"__proto__":{"a":1,"__proto__":{"b":2}}}},"terraform":{"required_providers":{"a":{},"__proto__":{"b":3}}}}',
    );
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect("b" in {}).toBe(false);
  });

  test("that overrides nothing is refused, as Terraform does", () => {
    const cwd = folderOf({ "a.tf.json": base, "override.tf.json": fn({ cpu: 1 }, "g") });
    expect(refusalOf(".", { cwd })).toBe(
      "override.tf.json:1:40: there is no resource.alicloud_fcv3_function.g that it can override; declare it in another file, or rename this one",
    );
    expect(refusalOf(".", { cwd: folderOf({ "override.tf.json": base }) })).toBe(
      ".: there is nothing that override.tf.json can override; declare it in another file, or rename this one",
    );
  });

  test("that overrides what is written in HCL is left out, and said to be", () => {
    const { graph, remarks } = readFiles({
      "a.tf.json": base,
      "b.tf": "",
      "override.tf.json": fn({ cpu: 1 }, "g"),
    });
    expect(graph.resources.length).toBe(1);
    expect(remarks).toEqual([
      `.: b.tf is not read; a plan has all of it: ${PLAN}`,
      "override.tf.json: there is no resource.alicloud_fcv3_function.g that it can override in what is read, so it is not judged",
    ]);
  });
});

describe("a folder in which there is nothing to check", () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      "empty",
      {},
      "there is no Terraform JSON in it; give a folder with .tf.json files, cdktf.out, or a plan",
    ],
    [
      "with other files",
      { "a.json": {}, "README.md": "" },
      "there is no Terraform JSON in it; give a folder with .tf.json files, cdktf.out, or a plan",
    ],
    ["of HCL", { "main.tf": "" }, `it is written in HCL, which is not read; check a plan: ${PLAN}`],
    [
      "of OpenTofu",
      { "main.tofu.json": "{}" },
      `it is written in HCL, which is not read; check a plan: ${PLAN}`,
    ],
    [
      "of a project",
      { "cdktf.json": {}, "cdktf.out/": "" },
      "it has no .tf.json file; give cdktf.out",
    ],
    [
      "of a synthesis that failed",
      { "stacks/prod/": "" },
      "it has no manifest.json: nothing was synthesised, or the synthesis failed; run cdktf synth, and mend what it reports",
    ],
    [
      "of stacks alone",
      { "prod/cdk.tf.json": {} },
      "it has stacks, and no manifest that says how they belong together; give .., where the manifest is, or one stack",
    ],
  ])("%s", (_, files, message) => {
    expect(refusalOf(".", { cwd: folderOf(files) })).toBe(`.: ${message}`);
  });
});
