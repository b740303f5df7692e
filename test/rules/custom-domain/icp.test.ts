import { Resource, ResourceGraph, Value } from "../../../lib/graph";
import { icp } from "../../../lib/rules/custom-domain/icp";
import { judged, testPage } from "../../support/rule";

const judge = (region: unknown, more: object = {}) =>
  judged(icp, {
    variable: { region: { default: "cn-shanghai" }, zone: {} },
    provider: { alicloud: [{ region }, { alias: "hk", region: "cn-hongkong" }] },
    resource: {
      alicloud_fcv3_custom_domain: { d: { custom_domain_name: "api.example.com", ...more } },
    },
  } as never);
const right = { violated: [], undecided: [] };
const filed = (icpFiling: unknown) => ({ "//": { "fc-frontdoor": { icpFiling } } });
const open = (needs: string) => ({
  violated: [],
  undecided: [`alicloud_fcv3_custom_domain.d custom_domain_name: needs ${needs}`],
});

describe("custom-domain/icp", () => {
  testPage(icp);

  test.each(["cn-beijing", "cn-shanghai-finance-1"])("%s needs a filing", (region) => {
    expect(judge(region).violated[0]).toContain(`got       region "${region}", and no filing`);
    expect(judge(region, filed("")).violated).toHaveLength(1);
    expect(judge(region, filed(17)).violated).toHaveLength(1);
    expect(judge(region, filed("ICP 2026000000"))).toEqual(right);
  });

  test.each(["cn-hongkong", "ap-southeast-1", "eu-central-1", "us-west-1"])(
    "%s needs none",
    (region) => {
      expect(judge(region)).toEqual(right);
    },
  );

  test("the region is that of the provider configuration which the domain uses", () => {
    expect(judge("cn-beijing", { provider: "alicloud.hk" })).toEqual(right);
  });

  test("a default is followed, and named", () => {
    expect(judge("${var.region}").violated[0]).toContain("(by the default of var.region)");
  });

  test("a region that is not known is undecided, where it may be one in mainland China", () => {
    expect(judge(undefined)).toEqual(open("the region of the provider alicloud"));
    expect(judge("cn-${var.zone}")).toEqual(open("var.zone"));
    expect(judge("eu-${var.zone}")).toEqual(right);
    expect(judge(undefined, filed("ICP 2026000000"))).toEqual(right);
  });

  test("a plan alone does not tell what was acknowledged", () => {
    const graph = new ResourceGraph([
      { stack: "", json: { provider: { alicloud: { region: "cn-beijing" } } } },
    ]);
    const domain = new Resource({
      mode: "managed",
      type: "alicloud_fcv3_custom_domain",
      name: "d",
      stack: "",
      provider: "alicloud",
      argument: () => Value.NULL,
      argumentNames: () => [],
      references: () => [],
      createBeforeDestroy: undefined,
      metadata: {},
      withoutMetadata: true,
    });
    jest.spyOn(graph, "ofType").mockReturnValue([domain]);
    expect([...icp.evaluate(graph, { date: "2026-11-22" })]).toMatchObject([
      {
        answer: "undecided",
        needs: ["icpFiling in the metadata of the synthesised stack (--synth)"],
      },
    ]);
  });

  test.each([[1], [["cn-beijing"]], [{ id: "cn-beijing" }]])(
    "region %j is for Terraform to refuse",
    (region) => {
      expect(judge(region)).toEqual(right);
    },
  );

  describe("with filings in the policy", () => {
    const told = (name: string, filings: Readonly<Record<string, string>>) => {
      const json = {
        provider: { alicloud: { region: "cn-beijing" } },
        resource: { alicloud_fcv3_custom_domain: { d: { custom_domain_name: name } } },
      };
      const { violated, undecided } = judged(icp, json, undefined, { filings });
      return [violated.length, ...undecided];
    };

    test.each(["example.com", "api.example.com", "*.Example.com"])("%s is filed", (name) => {
      expect(told(name, { "example.com": "ICP 1" })).toEqual([0]);
    });

    test("another domain is not, and of one that is not known it cannot be told", () => {
      expect(told("badexample.com", { "example.com": "ICP 1" })).toEqual([1]);
      expect(told("${var.domain}", { "example.com": "ICP 1" })).toEqual([
        0,
        "alicloud_fcv3_custom_domain.d custom_domain_name: needs var.domain",
      ]);
      expect(told("${var.domain}", {})).toEqual([1]);
    });
  });
});
