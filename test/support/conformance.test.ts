import { type Schema, conformance } from "./conformance";

/** One resource with every kind of argument. */
const schema: Schema = {
  provider_schemas: {
    "registry.terraform.io/acme/acme": {
      provider: { block: { attributes: { region: { type: "string", optional: true } } } },
      resource_schemas: {
        acme_door: {
          block: {
            attributes: {
              id: { type: "string", computed: true },
              name: { type: "string", required: true },
              open: { type: "bool", optional: true },
              width: { type: "number", optional: true, computed: true },
              keys: { type: ["list", "string"], optional: true },
              labels: { type: ["map", "string"], optional: true },
              frame: { type: ["object", { wood: "string" }], optional: true },
            },
            block_types: {
              timeouts: {
                nesting_mode: "single",
                block: { attributes: { create: { type: "string", optional: true } } },
              },
              lock: {
                nesting_mode: "list",
                min_items: 1,
                max_items: 2,
                block: { attributes: { kind: { type: "string", required: true } } },
              },
              hinge: {
                nesting_mode: "set",
                block: { attributes: { turns: { type: "number", optional: true } } },
              },
            },
          },
        },
      },
      data_source_schemas: {
        acme_doors: { block: { attributes: { name_regex: { type: "string", optional: true } } } },
      },
    },
  },
};

const valid = { name: "front", lock: [{ kind: "bolt" }] };

const door = (body: unknown): string[] =>
  conformance({ resource: { acme_door: { front: body } } }, schema);

describe("a document that conforms", () => {
  it("is one with only what is required", () => {
    expect(door(valid)).toEqual([]);
  });

  it("is one with everything", () => {
    const everything = {
      ...valid,
      "//": { metadata: { path: "app/front" } },
      open: false,
      width: 90,
      keys: ["a", "b"],
      labels: { team: "doors" },
      frame: { wood: "oak" },
      timeouts: { create: "5m" },
      hinge: [{ turns: 1 }, {}],
    };
    expect(door(everything)).toEqual([]);
  });

  it("may hold an expression where any type is expected", () => {
    const expression = "${var.anything}";
    const body = { open: expression, width: expression, keys: expression, labels: expression };
    expect(door({ ...valid, ...body })).toEqual([]);
    expect(door({ ...valid, keys: ["a", expression] })).toEqual([]);
    expect(door({ ...valid, width: "%{ if var.a }1%{ else }2%{ endif }" })).toEqual([]);
  });

  it("may leave an argument null", () => {
    expect(door({ ...valid, open: null, timeouts: null })).toEqual([]);
  });

  it("may hold every meta-argument", () => {
    const meta = {
      depends_on: ["acme_door.back"],
      for_each: "${var.doors}",
      count: 1,
      provider: "acme.other",
      lifecycle: { prevent_destroy: true },
      provisioner: [{ "local-exec": { command: "true" } }],
      connection: { host: "example.com" },
    };
    expect(door({ ...valid, ...meta })).toEqual([]);
  });

  it("may hold a block once as an object", () => {
    expect(door({ name: "front", lock: { kind: "bolt" } })).toEqual([]);
  });

  it("may make a required block dynamically", () => {
    const dynamic = { lock: { for_each: "${var.locks}", content: { kind: "${each.value}" } } };
    expect(door({ name: "front", dynamic })).toEqual([]);
  });

  it("may hold a list of resources under one name", () => {
    expect(door([valid])).toEqual([]);
  });

  it("may hold what Terraform itself provides", () => {
    const document = {
      resource: { terraform_data: { a: { input: 1 } } },
      data: { terraform_remote_state: { b: { backend: "local" } } },
    };
    expect(conformance(document, schema)).toEqual([]);
  });
});

describe("a violation", () => {
  it.each([
    ["an argument that the schema does not have", { colour: "red" }, ": unknown argument colour"],
    ["a computed argument that is set", { id: "x" }, ".id: computed, cannot be set"],
    ["a string for a bool", { open: "true" }, ".open: expected bool, got string"],
    ["a bool for a number", { width: true }, ".width: expected number, got bool"],
    ["a number for a string", { name: 1 }, ".name: expected string, got number"],
    ["an escaped expression", { open: "$${x}" }, ".open: expected bool, got string"],
    ["a string for a list", { keys: "a" }, ".keys: expected list, got string"],
    ["a number in a list of strings", { keys: ["a", 1] }, ".keys[1]: expected string, got number"],
    ["a list for a map", { labels: ["a"] }, ".labels: expected map, got list"],
    ["a number in a map", { labels: { a: 1 } }, '.labels["a"]: expected string, got number'],
    ["a string for an object", { frame: "oak" }, ".frame: expected object, got string"],
    ["a member unknown to an object", { frame: { x: 1 } }, ".frame: unknown attribute x"],
    [
      "an object's member of a wrong type",
      { frame: { wood: 1 } },
      ".frame.wood: expected string, got number",
    ],
    ["a missing argument in a block", { lock: [{}] }, ".lock[0].kind: required, but missing"],
    ["an unknown argument in a block", { timeouts: { x: 1 } }, ".timeouts: unknown argument x"],
    ["a meta-argument in a block", { timeouts: { count: 1 } }, ".timeouts: unknown argument count"],
    ["an expression for a block", { hinge: "${var.x}" }, ".hinge: expected a block, got string"],
    ["two single blocks", { timeouts: [{}, {}] }, ".timeouts: at most 1 allowed, got 2"],
    ["no block where one is needed", { lock: [] }, ".lock: at least 1 needed, got 0"],
    ["an unknown dynamic block", { dynamic: { x: {} } }, ": unknown block x in dynamic"],
    ["a dynamic attribute", { dynamic: "x" }, ": unknown argument dynamic"],
    [
      "a wrong type in a dynamic block",
      { dynamic: { hinge: { content: { turns: "x" } } } },
      ".hinge[dynamic].turns: expected number, got string",
    ],
  ])("is %s", (_, change, expected) => {
    expect(door({ ...valid, ...change })).toEqual([`acme_door.front${expected}`]);
  });

  it("is a missing argument", () => {
    expect(door({ lock: valid.lock })).toEqual(["acme_door.front.name: required, but missing"]);
  });

  it("is a block too many", () => {
    expect(door({ ...valid, lock: Array(3).fill({ kind: "bolt" }) })).toEqual([
      "acme_door.front.lock: at most 2 allowed, got 3",
    ]);
  });

  it("is a resource that is no object", () => {
    expect(door("x")).toEqual(["acme_door.front: expected a block, got string"]);
  });

  it("is a type that the schema does not have", () => {
    const document = {
      provider: { other: [{}] },
      resource: { acme_window: { a: {} } },
      data: { acme_door: { b: {} } },
    };
    expect(conformance(document, schema)).toEqual([
      "provider.other: unknown provider type other",
      "acme_window.a: unknown resource type acme_window",
      "data.acme_door.b: unknown data source type acme_door",
    ]);
  });

  it("is found in providers and data sources too, each at its place", () => {
    const document = {
      provider: { acme: [{ region: "here", alias: "x" }, { zone: 1 }] },
      data: { acme_doors: { all: { name_regex: 5, connection: {} } } },
    };
    expect(conformance(document, schema)).toEqual([
      "provider.acme: unknown argument zone",
      "data.acme_doors.all: unknown argument connection",
      "data.acme_doors.all.name_regex: expected string, got number",
    ]);
  });
});

describe("the pinned schema", () => {
  it("knows the resources of the library", () => {
    const trigger = {
      function_name: "orders",
      trigger_name: "http",
      trigger_type: "http",
      qualifier: "live",
      trigger_config: "{}",
    };
    const document = {
      provider: { alicloud: { region: "cn-hangzhou" } },
      resource: { alicloud_fcv3_trigger: { http: trigger } },
      data: { alicloud_account: { me: {} } },
    };
    expect(conformance(document)).toEqual([]);
    expect(
      conformance({ resource: { alicloud_fcv3_trigger: { http: { qualifer: "x" } } } }),
    ).toEqual([
      "alicloud_fcv3_trigger.http: unknown argument qualifer",
      "alicloud_fcv3_trigger.http.function_name: required, but missing",
      "alicloud_fcv3_trigger.http.qualifier: required, but missing",
      "alicloud_fcv3_trigger.http.trigger_type: required, but missing",
    ]);
  });
});
