import * as fc from "fast-check";
import { TerraformVariable, Testing } from "cdktf";
import { type AliasOptions, FunctionAlias, HttpMethod, HttpTrigger, WebFunction } from "../../lib";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { minimal } from "./fixtures";

const NAME = "${alicloud_fcv3_function.Orders.function_name}";
const CURRENT = "${alicloud_fcv3_function_version.Orders_CurrentVersion_9049DE7E.version_id}";
const LIVE = "Orders_Alias-live_F7A0AFA0";

describe("an alias", () => {
  test("points to the current version, if no other is named", () => {
    const stack = stackOf();
    new WebFunction(stack, "Orders", minimal).addAlias("live");
    expect(resourcesOf(stack).alicloud_fcv3_alias).toEqual({
      [LIVE]: { function_name: NAME, alias_name: "live", version_id: CURRENT },
    });
  });

  test("sends a share of the calls to other versions", () => {
    const stack = stackOf();
    const orders = new WebFunction(stack, "Orders", minimal);
    orders.addAlias("live", {
      description: "what customers call",
      version: orders.atQualifier("3"),
      additionalVersions: [{ version: orders.currentVersion, weight: 0.1 }],
    });
    expect(resourcesOf(stack).alicloud_fcv3_alias[LIVE]).toEqual({
      function_name: NAME,
      alias_name: "live",
      description: "what customers call",
      version_id: "3",
      additional_version_weight: { [CURRENT]: 0.1 },
    });
  });

  test("can be of a function that exists already", () => {
    const stack = stackOf();
    const target = WebFunction.fromFunctionAttributes(stack, "Old", { functionName: "old" });
    const version = target.atQualifier("7");
    new FunctionAlias(stack, "Live", { target, aliasName: "live", version });
    expect(resourcesOf(stack).alicloud_fcv3_alias).toEqual({
      Live: { function_name: "old", alias_name: "live", version_id: "7" },
    });
  });
});

describe("the options of an alias", () => {
  const message = (name: string, options: (made: WebFunction) => AliasOptions = () => ({})) => {
    const made = new WebFunction(stackOf(), "Orders", minimal);
    return thrownBy(() => made.addAlias(name, options(made)));
  };

  test("refuse names that the service refuses", () => {
    expect(message("LATEST")).toContain('  aliasName\n    got       "LATEST"\n');
    expect(message("1st")).toContain('  aliasName\n    got       "1st"\n');
  });

  test("refuse a name that is known only when Terraform runs", () => {
    const stack = stackOf();
    const name = new TerraformVariable(stack, "name", {}).stringValue;
    const made = new WebFunction(stack, "Orders", minimal);
    expect(thrownBy(() => made.addAlias(name))).toContain("  aliasName\n    got       a token");
  });

  test("refuse a second alias of one name", () => {
    const made = new WebFunction(stackOf(), "Orders", minimal);
    made.addAlias("live");
    expect(thrownBy(() => made.addAlias("live"))).toMatch(
      /^addAlias: a prop is wrong\n.*\n {2}aliasName\n {4}got {7}"live", which prod\/Orders\/Alias-live is\n/,
    );
  });

  test("refuse the alias' own version, and a version twice", () => {
    const own = message("live", (made) => ({
      additionalVersions: [{ version: made.currentVersion, weight: 0.5 }],
    }));
    expect(own).toContain("  additionalVersions[0].version\n    got       the alias' own version");
    const twice = message("live", (made) => {
      const version = made.addVersion("First");
      return {
        additionalVersions: [
          { version, weight: 0.1 },
          { version, weight: 0.2 },
        ],
      };
    });
    expect(twice).toContain(
      "  additionalVersions[1].version\n    got       the version of additionalVersions[0]",
    );
  });

  test("refuse weights that are no shares", () => {
    const weights = (...all: number[]) =>
      message("live", (made) => ({
        additionalVersions: all.map((weight, index) => ({
          version: made.addVersion(`V${index}`),
          weight,
        })),
      }));
    expect(weights(10)).toContain(
      "  additionalVersions[0].weight\n    got       10\n    expected  a share from 0 to 1\n    fix       write 0.1",
    );
    expect(weights(0.75, 0.75)).toContain(
      "  additionalVersions\n    got       weights of 1.5 together",
    );
  });
});

describe("a function at a qualifier that is named by text", () => {
  const trigger = (stack = stackOf()) => ({
    stack,
    orders: new WebFunction(stack, "Orders", minimal),
    qualifier: () => Object.values(resourcesOf(stack).alicloud_fcv3_trigger)[0].qualifier,
  });
  const props = { methods: [HttpMethod.GET] };

  test.each(["before", "after"])("refers to the alias that is made %s it", (when) => {
    const { stack, orders, qualifier } = trigger();
    if (when === "before") orders.addAlias("live");
    new HttpTrigger(stack, "Http", { ...props, target: orders.atQualifier("live") } as never);
    if (when === "after") orders.addAlias("live");
    expect(qualifier()).toBe(`\${alicloud_fcv3_alias.${LIVE}.alias_name}`);
  });

  test.each(["3", "canary"])("is the text %s where this program makes no such alias", (name) => {
    const { stack, orders, qualifier } = trigger();
    new HttpTrigger(stack, "Http", { ...props, target: orders.atQualifier(name) } as never);
    expect(qualifier()).toBe(name);
  });

  test("is one and the same for one name", () => {
    const { orders } = trigger();
    expect(orders.atQualifier("live")).toBe(orders.atQualifier("live"));
    expect(orders.atQualifier("LATEST")).toBe(orders);
  });

  test("is refused where no qualifier is spelt so", () => {
    const { orders } = trigger();
    expect(thrownBy(() => orders.atQualifier("latest"))).toContain(
      '  qualifier\n    got       "latest"\n',
    );
  });
});

test("the order in which aliases and versions are made changes no resource", () => {
  const names = ["live", "beta", "canary", "old"];
  const build = (order: readonly string[]) => {
    const stack = stackOf();
    const orders = new WebFunction(stack, "Orders", minimal);
    for (const name of order) {
      if (name.startsWith("v")) orders.addVersion(name);
      else orders.addAlias(name);
    }
    return Testing.synth(stack, true);
  };
  const all = [...names, "v1", "v2"];
  const expected = build(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
      expect(build(order)).toBe(expected);
    }),
    { numRuns: 20 },
  );
});
