import { hclOf } from "./hcl";
import { withHcl } from "./page";

/** The arguments of a resource whose type is not in the schema. */
const resource = (args: object): string =>
  hclOf({ resource: { null_resource: { a: args } } })
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join("\n");

const schemaResource = (type: string, args: object): string =>
  hclOf({ resource: { [type]: { a: args } } });

describe("arguments", () => {
  test("an expression alone stands bare, with text beside it in quotes", () => {
    expect(resource({ a: "${var.a}", bb: "x-${each.key}", n: 1, none: null })).toBe(
      ["a    = var.a", 'bb   = "x-${each.key}"', "n    = 1", "none = null"].join("\n"),
    );
  });

  test("what HCL would take for its own is escaped", () => {
    expect(resource({ a: 'say "hi" \\ \n', b: "$${x} %%{y} $5 50%" })).toBe(
      ['a = "say \\"hi\\" \\\\ \\n"', 'b = "$${x} %%{y} $5 50%"'].join("\n"),
    );
  });

  test("what Terraform refuses stays as it is", () => {
    expect(resource({ a: '"${statusCode}" = 200' })).toBe('a = "\\"${statusCode}\\" = 200"');
    expect(resource({ a: '{"if":"${statusCode} = 200"}' })).toBe(
      ["a = jsonencode({", '  if = "${statusCode} = 200"', "})"].join("\n"),
    );
  });

  test("JSON text is jsonencode where that gives the same text", () => {
    expect(resource({ a: '{"a-b":"$${x}","on":true}', b: '{"b":1,"a":2}', c: '{"a": 1}' })).toBe(
      [
        "a = jsonencode({",
        '  "a-b" = "$${x}"',
        "  on    = true",
        "})",
        'b = "{\\"b\\":1,\\"a\\":2}"',
        'c = "{\\"a\\": 1}"',
      ].join("\n"),
    );
  });

  test("lines are a heredoc", () => {
    expect(resource({ pem: "-----\n\nabc\n-----\n", name: "x" })).toBe(
      ["pem  = <<-EOT", "    -----", "", "    abc", "    -----", "  EOT", 'name = "x"']
        .map((line) => line.replace(/^ {2}/, ""))
        .join("\n"),
    );
    expect(resource({ pem: "  a\n  b\n" })).toContain("<<EOT");
  });

  test("what Terraform reads as an expression in JSON is one", () => {
    const args = {
      provider: "alicloud.hangzhou",
      for_each: { a: "x" },
      name: "a",
      depends_on: ["alicloud_fcv3_function.a"],
      lifecycle: { create_before_destroy: true, ignore_changes: ["tags"] },
    };
    expect(resource(args)).toBe(
      [
        "provider = alicloud.hangzhou",
        "for_each = {",
        '  a = "x"',
        "}",
        "",
        'name = "a"',
        "",
        "lifecycle {",
        "  create_before_destroy = true",
        "  ignore_changes        = [tags]",
        "}",
        "",
        "depends_on = [alicloud_fcv3_function.a]",
      ].join("\n"),
    );
  });

  test("operators, conditions, indices and splats keep their meaning", () => {
    const expressions = [
      "(var.a + 1) * 2",
      "!var.a || (var.b && var.c)",
      'var.a == "" ? [] : [var.b[0], var.c["x y"], var.d[*].id, var.e[var.i]]',
      "[for k, v in var.a : v if k != var.b]",
      'replace(var.a, "/x/", "")',
      "merge(var.a...)",
    ];
    for (const one of expressions) {
      const written = resource({ a: `\${${one}}` }).replace(/^a = /, "");
      expect(written.replace(/[()\s]/g, "")).toBe(one.replace(/[()\s]/g, ""));
    }
    expect(resource({ a: "${(var.a + 1) * 2}" })).toBe("a = (var.a + 1) * 2");
  });
});

describe("blocks", () => {
  test("the schema tells a block from a map, as object and as list of one", () => {
    const args = {
      function_name: "orders",
      environment_variables: { STAGE: "prod" },
      code: [{ oss_bucket_name: "artifacts" }],
      log_config: {},
    };
    expect(schemaResource("alicloud_fcv3_function", args)).toBe(
      [
        'resource "alicloud_fcv3_function" "a" {',
        '  function_name = "orders"',
        "  environment_variables = {",
        '    STAGE = "prod"',
        "  }",
        "",
        "  code {",
        '    oss_bucket_name = "artifacts"',
        "  }",
        "",
        "  log_config {}",
        "}",
      ].join("\n"),
    );
  });

  test("a block that an expression makes is dynamic", () => {
    const content = { path: "${it.value}" };
    const routes = { for_each: "${var.paths}", iterator: "it", content };
    const args = { route_config: { dynamic: { routes } } };
    expect(schemaResource("alicloud_fcv3_custom_domain", args)).toBe(
      [
        'resource "alicloud_fcv3_custom_domain" "a" {',
        "  route_config {",
        '    dynamic "routes" {',
        "      for_each = var.paths",
        "      iterator = it",
        "",
        "      content {",
        "        path = it.value",
        "      }",
        "    }",
        "  }",
        "}",
      ].join("\n"),
    );
    expect(() =>
      schemaResource("alicloud_fcv3_custom_domain", { route_config: "${var.a}" }),
    ).toThrow("cannot write the block route_config = ${var.a} as HCL");
  });

  test("what constructs say beside a resource is a comment", () => {
    expect(resource({ "//": { "fc-frontdoor": { protocols: ["SSE"] } }, a: 1 })).toBe(
      '# protocols ["SSE"]: the constructs say so, HCL cannot\n\na = 1',
    );
  });

  test("all that a configuration has at its top", () => {
    const alicloud = { source: "aliyun/alicloud", version: ">= 1.289.0" };
    expect(
      hclOf({
        "//": {},
        terraform: { required_version: ">= 1.5", required_providers: { alicloud } },
        provider: { alicloud: [{ alias: "hangzhou", region: "cn-hangzhou" }] },
        variable: { name: { type: "list(string)", default: ["${a}"] } },
        locals: { a: "${var.name[0]}" },
        data: { alicloud_account: { current: {} } },
        module: { shop: { source: "./shop", providers: { alicloud: "alicloud.hangzhou" } } },
        output: { a: { value: "${local.a}", sensitive: true } },
      }),
    ).toBe(
      `
terraform {
  required_version = ">= 1.5"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = ">= 1.289.0"
    }
  }
}

provider "alicloud" {
  alias  = "hangzhou"
  region = "cn-hangzhou"
}

variable "name" {
  type    = list(string)
  default = ["$\${a}"]
}

locals {
  a = var.name[0]
}

data "alicloud_account" "current" {}

module "shop" {
  source = "./shop"
  providers = {
    alicloud = alicloud.hangzhou
  }
}

output "a" {
  value     = local.a
  sensitive = true
}
`.trim(),
    );
    expect(() => hclOf({ resource: {}, moved: [] })).toThrow("cannot write moved as HCL");
  });

  test("stacks stand one behind the other", () => {
    expect(hclOf({ app: { locals: { a: 1 } }, shop: { locals: { b: 2 } } })).toBe(
      "# stack app\n\nlocals {\n  a = 1\n}\n\n# stack shop\n\nlocals {\n  b = 2\n}",
    );
  });
});

test("a page gets the HCL of its examples under Wrong and Right, and only those, once", () => {
  const json = '```json\n{ "locals": { "a": 1 } }\n```\n';
  const hcl = "\n```hcl\nlocals {\n  a = 1\n}\n```\n";
  const page = (between: string): string =>
    `# id\n\n## Wrong\n\n${json}${between}\n\`\`\`text\nx\n\`\`\`\n\n## Right\n\n${json}${between}\n## Undecided\n\n${json}`;
  expect(withHcl(page(""))).toBe(page(hcl));
  expect(withHcl(page(hcl))).toBe(page(hcl));
  expect(withHcl(page("\n```hcl\nold\n```\n"))).toBe(page(hcl));
});
