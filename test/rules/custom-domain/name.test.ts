import { name } from "../../../lib/rules/custom-domain/name";
import { judgedDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { judged, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const judge = (custom_domain_name: string | number | null) =>
  judgedDomain(name, { custom_domain_name }, { variable: { old: { default: "a_b.example.com" } } });
const label63 = "x".repeat(63);
const name256 = `${label63}.${label63}.${label63}.${"x".repeat(60)}.com`;

describe("custom-domain/name", () => {
  testPage(name);

  test.each([
    "example.com",
    "api.example.com",
    "API.Example.COM",
    "*.example.com",
    "a-b.1.example.com",
    "orders.fcv3.1234567890123456.cn-hangzhou.fc.devsapp.net",
    `${label63}.example.com`,
    "myfcapp.run",
    "notaliyuncs.com",
    `${"x.".repeat(126)}com`,
  ])("%s is right", (value) => {
    expect(judge(value)).toEqual(SATISFIED);
  });

  test.each([
    ["", "give a name"],
    ["example", "write the whole name, with its zone"],
    ["*.com", "write the whole name, with its zone"],
    ["a_b.example.com", 'write "-" for "_"'],
    ["api.*.example.com", "write * only as the whole first part"],
    ["a*.example.com", "write * only as the whole first part"],
    ["api.example.com.", "write one dot between two parts, and none at the ends"],
    ["api..example.com", "write one dot between two parts, and none at the ends"],
    ["-api.example.com", 'let "-api" begin and end with a letter or a digit'],
    ["api-.example.com", 'let "api-" begin and end with a letter or a digit'],
    ["https://api.example.com/", "write the name alone, without a protocol and a path"],
    ["api.example.com:443", 'remove ":"'],
    ["api example.com", 'remove " "'],
    ["203.0.113.7", "end with a zone of letters, such as .com"],
    ["orders.fcapp.run", "take another name: what ends with fcapp.run is the platform's"],
    ["FCAPP.RUN", "take another name: what ends with fcapp.run is the platform's"],
    ["a.oss.aliyuncs.com", "take another name: what ends with aliyuncs.com is the platform's"],
    [
      "订单.example.com",
      "take a name in letters a to z: the platform has no names in other scripts",
    ],
    [
      "xn--fiq228c.example.com",
      "take a name in letters a to z: the platform has no names in other scripts, encoded or not",
    ],
    [`${label63}x.example.com`, "shorten it"],
    [`x${name256}`, "shorten it"],
  ])("%j is refused", (value, fix) => {
    const { violated, undecided } = judge(value);
    expect(linesOf(violated, "fix")).toEqual([fix]);
    expect(undecided).toEqual([]);
  });

  test("the length of 256 characters is counted over the whole name", () => {
    expect(name256).toHaveLength(256);
    expect(judge(name256)).toEqual(SATISFIED);
    expect(linesOf(judge(`a.${name256}`).violated, "got")).toEqual(["258 characters"]);
  });

  test("the provider does not ask for a name, the service does", () => {
    expect(judge(null).violated).toEqual([
      [
        "error  custom-domain/name: a custom domain needs a name",
        "  resource  alicloud_fcv3_custom_domain.d (custom_domain_name)",
        "  got       nothing",
        "  expected  a name, which the provider does not ask for and the service does",
        "  fix       give custom_domain_name",
        "  see       docs/rules/custom-domain/name.md",
      ].join("\n"),
    ]);
  });

  test("of a name that is known in part the known part is judged", () => {
    expect(judge("${var.text}.example.com").undecided).toEqual([
      "alicloud_fcv3_custom_domain.d custom_domain_name: needs var.text",
    ]);
    expect(linesOf(judge("${var.text}.fcapp.run").violated, "got")).toEqual(['"….fcapp.run"']);
    expect(judge("a_b.${var.text}").violated).toHaveLength(1);
    expect(judge("http://${var.text}").violated).toHaveLength(1);
    expect(judge("${var.text}").undecided).toHaveLength(1);
  });

  test("a default is followed, and named", () => {
    expect(linesOf(judge("${var.old}").violated, "got")).toEqual([
      '"a_b.example.com" (by the default of var.old)',
    ]);
  });

  test("a sensitive name is not shown", () => {
    const { violated } = judgedDomain(
      name,
      { custom_domain_name: "${var.hidden}" },
      { variable: { hidden: { default: "-a.example.com", sensitive: true } } },
    );
    expect(violated).toHaveLength(1);
    expect(violated[0]).not.toContain("-a");
  });

  test("strange names do no harm", () => {
    for (const custom_domain_name of STRANGE) judgedDomain(name, { custom_domain_name });
    expect(
      judged(name, { resource: { alicloud_fcv3_custom_domain: { d: {} } } }).violated,
    ).toHaveLength(1);
  });
});
