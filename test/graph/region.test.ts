import { type JsonObject, ResourceGraph, type TerraformJson } from "../../lib/graph";

/** The region of a domain, by what its provider is configured with. */
function regionOf(json: TerraformJson, provider?: string) {
  const graph = new ResourceGraph([
    {
      stack: "prod",
      json: {
        ...json,
        resource: { alicloud_fcv3_custom_domain: { d: { provider, protocol: "HTTP" } } },
      },
    },
  ]);
  return graph.regionOf(graph.customDomains[0].resource);
}

const hongkong = { alias: "hk", region: "cn-hongkong" };

describe("the region of a resource", () => {
  test.each<[string, TerraformJson["provider"]]>([
    ["an object", { alicloud: { region: "eu-central-1" } }],
    ["a list of one", { alicloud: [{ region: "eu-central-1" }] }],
    ["one of several", { alicloud: [hongkong, { region: "eu-central-1" }] }],
    ["one without an alias", { alicloud: [hongkong, { alias: null, region: "eu-central-1" }] }],
  ])("is that of the provider block, which is %s", (_, provider) => {
    expect(regionOf({ provider }).text).toBe("eu-central-1");
  });

  test("is that of the block with the alias that the resource names", () => {
    const provider = { alicloud: [{ region: "eu-central-1" }, hongkong] };
    expect(regionOf({ provider }, "alicloud.hk").text).toBe("cn-hongkong");
  });

  test("follows a variable with a default, and locals", () => {
    const region = regionOf({
      variable: { region: { default: "eu-central-1" } },
      locals: { region: "${var.region}" },
      provider: { alicloud: { region: "${local.region}" } },
    });
    expect(region.text).toBe("eu-central-1");
    expect(region.origin.defaults).toEqual(["var.region"]);
  });

  test.each<[string, JsonObject, string]>([
    ["a variable without a default", { alicloud: { region: "${var.region}" } }, "var.region"],
    [
      "a data source",
      { alicloud: { region: "${data.alicloud_regions.me.regions[0].id}" } },
      "data.alicloud_regions.me.regions[0].id",
    ],
    ["no region", { alicloud: [{}] }, "the region of the provider alicloud"],
    ["an empty region", { alicloud: { region: "" } }, "the region of the provider alicloud"],
    ["no block without an alias", { alicloud: hongkong }, "the region of the provider alicloud"],
    ["nothing", {}, "the region of the provider alicloud"],
    ["no block", { alicloud: "eu-central-1" }, "the region of the provider alicloud"],
  ])("is not known by %s", (_, provider, needs) => {
    expect(regionOf({ provider } as TerraformJson).needs).toEqual([needs]);
  });

  test("is not what looks like none: a plan does not tell how it is made of a variable", () => {
    const provider = { alicloud: { region: "${var.isProd}" } };
    for (const value of [true, "hangzhou", "Germany (Frankfurt)"]) {
      const region = regionOf({ variable: { isProd: { default: value } }, provider });
      expect(region.needs).toEqual(["the region of the provider alicloud"]);
    }
  });

  test("follows a data source that asks for the current one", () => {
    const graph = new ResourceGraph([
      {
        stack: "",
        json: {
          provider: { alicloud: { region: "eu-central-1" } },
          data: { alicloud_regions: { current: { current: true }, all: {} } },
          resource: {
            alicloud_alidns_record: {
              r: {
                rr: "${data.alicloud_regions.current.ids[0]}",
                value: "${data.alicloud_regions.all.ids[0]}",
              },
            },
          },
        },
      },
    ]);
    const { resource } = graph.dnsRecords[0];
    expect(graph.regionNamed(resource, resource.get("rr")).text).toBe("eu-central-1");
    expect(graph.regionNamed(resource, resource.get("value")).isUnknown).toBe(true);
  });

  test("is the same for two resources of one provider configuration, known or not", () => {
    expect(regionOf({}).same(regionOf({}))).toBe("yes");
    expect(regionOf({}).same(regionOf({}, "alicloud.hk"))).toBe("unknown");
  });
});
