import {
  Blueprint,
  type BlueprintProps,
  BlueprintTarget,
  Bound,
  HttpAuth,
  Naming,
  Runtime,
} from "../../lib";
import { thrownBy } from "../support/app";
import { base, blueprint } from "../support/blueprint";

const { WEB_FUNCTION, HTTP_TRIGGER, API_GATEWAY_FRONTED } = BlueprintTarget;

/** What is thrown, without the place. */
function refused(props: Partial<BlueprintProps>): string {
  return thrownBy(() => blueprint(props)).replace(/^ {2}at {8}.*\n/m, "");
}

test("all that is wrong is in one error, at the line of the program", () => {
  const wrong = {
    name: " ",
    version: "2.1.0",
    library: "newest",
    includes: ["base"],
    requiredTags: ["team", "acs:team", ""],
    naming: [Naming.of(WEB_FUNCTION, "(")],
    extra: true,
  };
  const text = thrownBy(() => new Blueprint(wrong as never));
  expect(text).toMatch(/^ {2}at {8}test\/blueprints\/blueprint\.test\.ts:\d+:\d+$/m);
  expect(text.replace(/^ {2}at {8}.*\n/m, "")).toBe(`Blueprint 2.1.0: 7 things are wrong
  extra
    got       a prop of an unknown name
    expected  one of name, version, library, includes, defaults, bounds, requiredTags, naming, policy
    fix       remove it
  name
    got       text that says nothing
    expected  some words
    fix       write them
  library
    got       "newest"
    expected  a range of versions as npm writes it
    fix       write ">=0.1.0 <0.3.0"
  includes[0]
    got       a string
    expected  a Blueprint, such as new Blueprint({ … })
    fix       give a Blueprint, such as new Blueprint({ … })
  requiredTags[1]
    got       "acs:team"
    expected  a key that neither begins with "aliyun" or "acs:" nor holds "http://" or "https://"
    fix       write another key
  requiredTags[2]
    got       text that says nothing
    expected  the key of a tag
    fix       write it
  naming[0].pattern
    got       "("
    expected  a regular expression of JavaScript
    fix       close the group with ")"`);
});

describe("defaults", () => {
  test("that there are not are refused with the prop that was meant", () => {
    expect(refused({ defaults: { httpTrigger: { disableInternetURL: true } as never } }))
      .toBe(`Blueprint acme 2.1.0: one thing is wrong
  defaults.httpTrigger.disableInternetURL
    got       "disableInternetURL", which is no prop of HttpTrigger
    expected  disableInternetUrl
    fix       write disableInternetUrl`);
    expect(refused({ defaults: { webFunctions: {} } as never })).toContain(
      "    fix       write webFunction",
    );
  });

  test.each(["provider", "code", "functionName"])("cannot give %s", (prop) => {
    expect(refused({ defaults: { webFunction: { [prop]: "x" } } }))
      .toBe(`Blueprint acme 2.1.0: one thing is wrong
  defaults.webFunction.${prop}
    got       ${prop}, which each WebFunction has to state
    expected  a prop that can be the same for every construct
    fix       remove it`);
  });

  test("are checked as the construct checks its props", () => {
    const defaults = {
      webFunction: { memorySizeMb: 100, logs: { project: "p" } as never },
      httpTrigger: { auth: "jwt" as never },
      customDomain: { tls: { minVersion: "TLSv1.4" as never } },
      apiGatewayFronted: { stages: [] },
    };
    const text = refused({ defaults });
    expect(text.match(/^ {2}\S.*$/gm)).toEqual([
      "  defaults.webFunction.memorySizeMb",
      "  defaults.webFunction.logs.logstore",
      "  defaults.httpTrigger.auth",
      "  defaults.customDomain.tls.minVersion",
      "  defaults.apiGatewayFronted.stages",
    ]);
  });

  test("that are null are not given", () => {
    expect(() => blueprint({ defaults: { webFunction: { cpu: null as never } } })).not.toThrow();
  });
});

describe("a bound", () => {
  test.each<[string, Bound, string]>([
    [
      "on a prop that there is not",
      Bound.required(WEB_FUNCTION, "descripton"),
      `  bounds[0]
    got       "descripton", which is no prop of WebFunction
    expected  description
    fix       write description`,
    ],
    [
      "of numbers on a prop that is none",
      Bound.atMost(WEB_FUNCTION, "runtime", 3),
      `  bounds[0].runtime
    got       numbers for runtime, which is none
    expected  a prop that is a number
    fix       take Bound.oneOf, Bound.locked or Bound.required`,
    ],
    [
      "of words on a struct",
      Bound.oneOf(WEB_FUNCTION, "logs", "all"),
      `  bounds[0].logs
    got       words for logs, which is a struct
    expected  a prop that one word tells
    fix       take Bound.locked or Bound.required`,
    ],
    [
      "of no value",
      Bound.oneOf(WEB_FUNCTION, "runtime"),
      `  bounds[0].runtime
    got       no value
    expected  at least one: nothing is one of none
    fix       give the values that an app may choose from`,
    ],
    [
      "whose least is greater than its most",
      Bound.between(WEB_FUNCTION, "timeoutSeconds", 300, 10),
      `  bounds[0].timeoutSeconds
    got       at least 300 and at most 10
    expected  a range that has values
    fix       write the smaller number first`,
    ],
    [
      "of no number",
      Bound.atMost(WEB_FUNCTION, "timeoutSeconds", Number.NaN),
      `  bounds[0].timeoutSeconds
    got       what is no number
    expected  a number
    fix       write one`,
    ],
    [
      "on no construct",
      Bound.required("Function" as never, "description"),
      `  bounds[0]
    got       no target
    expected  one of WebFunction, HttpTrigger, CustomDomain, ApiGatewayFronted
    fix       give BlueprintTarget.WEB_FUNCTION or another`,
    ],
    [
      "that locks what an app has to state",
      Bound.locked(HTTP_TRIGGER, "methods"),
      `  bounds[0].methods
    got       a lock on methods, which each HttpTrigger has to state
    expected  a prop that a blueprint can give a default
    fix       take the bound away`,
    ],
    [
      "that locks what has no default",
      Bound.locked(HTTP_TRIGGER, "disableInternetUrl"),
      `  bounds[0].disableInternetUrl
    got       a lock on disableInternetUrl, of which there is no default
    expected  a default, of this blueprint or of one that it includes: an app keeps to it
    fix       give it in defaults, or take the bound away`,
    ],
  ])("%s is refused", (_, bound, expected) => {
    expect(refused({ bounds: [bound] })).toBe(
      `Blueprint acme 2.1.0: one thing is wrong\n${expected}`,
    );
  });
});

describe("a blueprint that contradicts itself, or what it includes", () => {
  test("by a default that breaks a bound is refused with both owners", () => {
    const bounds = [Bound.atLeast(WEB_FUNCTION, "memorySizeMb", 256)];
    const defaults = { webFunction: { memorySizeMb: 128 } };
    const wrong = (owner: string, of: string): string => `Blueprint acme 2.1.0: one thing is wrong
  webFunction.memorySizeMb
    got       128, the default of ${of}
    expected  at least 256, set by ${owner}
    fix       change the default or the bound`;
    expect(refused({ bounds, defaults })).toBe(wrong("acme 2.1.0", "acme 2.1.0"));
    expect(refused({ includes: [base({ bounds })], defaults })).toBe(
      wrong("base 1.0.0", "acme 2.1.0"),
    );
    expect(refused({ includes: [base({ defaults })], bounds })).toBe(
      wrong("acme 2.1.0", "base 1.0.0"),
    );
  });

  test("by bounds that exclude each other is refused with both owners", () => {
    const least = base({ bounds: [Bound.atLeast(WEB_FUNCTION, "timeoutSeconds", 60)] });
    expect(
      refused({ includes: [least], bounds: [Bound.atMost(WEB_FUNCTION, "timeoutSeconds", 30)] }),
    ).toBe(`Blueprint acme 2.1.0: one thing is wrong
  webFunction.timeoutSeconds
    got       at least 60, set by base 1.0.0, and at most 30, set by acme 2.1.0
    expected  bounds that a value can keep to
    fix       change one of the bounds`);
    const runtimes = base({ bounds: [Bound.oneOf(WEB_FUNCTION, "runtime", "python3.12")] });
    const others = [Bound.oneOf(WEB_FUNCTION, "runtime", "nodejs20", "nodejs18")];
    expect(refused({ includes: [runtimes], bounds: others })).toContain(
      "    got       one of nodejs20, nodejs18, set by acme 2.1.0, and python3.12, set by base 1.0.0\n",
    );
    const numbers = [Bound.oneOf(WEB_FUNCTION, "timeoutSeconds", "10", "20")];
    expect(refused({ includes: [least], bounds: numbers })).toContain(
      "    got       one of 10, 20, set by acme 2.1.0, and at least 60, set by base 1.0.0\n",
    );
  });

  test("by two locks with different defaults is refused with both owners", () => {
    const lock = (disableInternetUrl: boolean): Partial<BlueprintProps> => ({
      defaults: { httpTrigger: { disableInternetUrl } },
      bounds: [Bound.locked(HTTP_TRIGGER, "disableInternetUrl")],
    });
    expect(refused({ ...lock(false), includes: [base(lock(true))] }))
      .toBe(`Blueprint acme 2.1.0: one thing is wrong
  httpTrigger.disableInternetUrl
    got       false, the default of acme 2.1.0
    expected  true, locked by base 1.0.0
    fix       change the default or the bound`);
    expect(() => blueprint({ ...lock(true), includes: [base(lock(true))] })).not.toThrow();
  });

  test("may give another default than what it includes, and lock what that gives", () => {
    const includes = [base({ defaults: { webFunction: { timeoutSeconds: 10 } } })];
    expect(() =>
      blueprint({ includes, defaults: { webFunction: { timeoutSeconds: 20 } } }),
    ).not.toThrow();
    expect(() =>
      blueprint({ includes, bounds: [Bound.locked(WEB_FUNCTION, "timeoutSeconds")] }),
    ).not.toThrow();
  });

  test("is judged by what stands for a value: runtimes, authentications", () => {
    const defaults = {
      webFunction: { runtime: Runtime.GO1 },
      httpTrigger: { auth: HttpAuth.anonymous() },
    };
    const bounds = [
      Bound.oneOf(WEB_FUNCTION, "runtime", "nodejs20", "custom.debian12"),
      Bound.oneOf(HTTP_TRIGGER, "auth", "function", "jwt"),
      Bound.oneOf(API_GATEWAY_FRONTED, "stages", "RELEASE"),
    ];
    expect(refused({ defaults, bounds }).match(/^ {4}(got|expected) .*$/gm)).toEqual([
      "    got       go1, the default of acme 2.1.0",
      "    expected  one of nodejs20, custom.debian12, set by acme 2.1.0",
      "    got       anonymous, the default of acme 2.1.0",
      "    expected  one of function, jwt, set by acme 2.1.0",
    ]);
  });
});

describe("a policy", () => {
  test.each<[object, string]>([
    [{ rules: { "http-trigger/exclusiv": "error" } }, "there is no rule http-trigger/exclusiv"],
    [
      { rules: { "http-trigger/exclusive": "fatal" } },
      'rules.http-trigger/exclusive is "fatal", not one of error, warning, note, off',
    ],
    [{ rules: { "http-trigger/count": { atMost: 3 } } }, "http-trigger/count has no option atMost"],
    [{ locked: ["http-trigger/none"] }, "there is no rule http-trigger/none"],
  ])("of what there is not is refused: %j", (policy, got) => {
    expect(refused({ policy })).toContain(`\n  policy\n    got       ${got}\n`);
  });

  test("extends packages, no paths, and may know rules of theirs", () => {
    expect(refused({ policy: { extends: ["./pack.js"] } })).toContain("\n  policy.extends[0]\n");
    const policy = { extends: ["@acme/policy"], rules: { "acme/tags": "error" }, waivers: false };
    expect(() => blueprint({ policy })).not.toThrow();
  });
});
