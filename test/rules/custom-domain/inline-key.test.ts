import type { JsonObject } from "../../../lib/graph";
import { readPlan } from "../../../lib/graph/read/plan";
import { evaluate } from "../../../lib/rules";
import { inlineKey } from "../../../lib/rules/custom-domain/inline-key";
import { pem } from "../../support/certificates";
import { CERTIFICATE, judgedDomain, withDomain } from "../../support/domain";
import { SATISFIED, STRANGE } from "../../support/function";
import { planOf } from "../../support/plan";
import { binding, template, withDomain as withBinding } from "../../support/gateway-domain";
import { judged, judgedAsPlan, testPage } from "../../support/rule";
import { linesOf } from "../../support/trigger";

const variable = {
  plain: {},
  written: { default: "a key" },
  hidden: { default: "a key", sensitive: true },
  empty: { default: "" },
};
const judge = (cert: JsonObject) =>
  judgedDomain(inlineKey, { cert_config: { ...CERTIFICATE, ...cert } }, { variable });

describe("custom-domain/inline-key", () => {
  testPage(inlineKey);

  test.each([
    "${var.tls_private_key}",
    '${file("key.pem")}',
    "${tls_private_key.k.private_key_pem}",
    "${data.alicloud_kms_secret.k.secret_data}",
    "${alicloud_kms_secret.k.secret_data}",
    "",
    null,
    "${var.empty}",
  ])("%j is no literal", (private_key) => {
    expect(judge({ private_key })).toEqual(SATISFIED);
  });

  test.each([
    [pem("ec.key"), "a literal"],
    ["not even a key", "a literal"],
    ["${var.written}", "a literal (by the default of var.written)"],
    ["${var.hidden}", "a literal (by the default of var.hidden)"],
    ["${var.plain}", "a reference to var.plain, which is not sensitive"],
  ])("a key that can be read is refused", (private_key, got) => {
    const { violated } = judge({ private_key });
    expect(linesOf(violated, "got")).toEqual([got]);
    expect(violated[0]).toContain("(cert_config.private_key)");
    expect(violated[0]).not.toContain("BEGIN");
    expect(violated[0]).not.toContain("not even");
  });

  test.each(["private_key", "certificate"])("a key in the text of %s is one too", (member) => {
    const { violated } = judge({ [member]: `${pem("ec.key")}${"${var.private}"}` });
    expect(linesOf(violated, "got")).toEqual(["a literal beside a reference"]);
    expect(violated[0]).toContain(`(cert_config.${member})`);
    expect(violated[0]).not.toContain(pem("ec.key").split("\n")[1]);
  });

  test("the lines around a key are none", () => {
    const secret = "${data.alicloud_kms_secret.k.secret_data}";
    const private_key = `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`;
    expect(judge({ private_key })).toEqual(SATISFIED);
  });

  test("a key beside the certificate is one too", () => {
    expect(judge({ certificate: pem("ec.pem", "ec.key") }).violated[0]).toContain(
      "(cert_config.certificate)",
    );
    expect(judge({ certificate: pem("ec.pem") })).toEqual(SATISFIED);
  });

  test("a list of one block is read, none is right", () => {
    const cert_config = [{ ...CERTIFICATE, private_key: "a key" }];
    expect(judgedDomain(inlineKey, { cert_config }).violated).toHaveLength(1);
    expect(judgedDomain(inlineKey, { cert_config: null })).toEqual(SATISFIED);
  });

  test("a block that may be made is not known by what decides on it", () => {
    const dynamic = {
      cert_config: { for_each: "${var.plain ? [1] : []}", content: { private_key: "a key" } },
    };
    expect(judgedDomain(inlineKey, { cert_config: null, dynamic }, { variable })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_custom_domain.d cert_config.private_key: needs var.plain"],
    });
  });

  test("on a plan a key from a local may be anything", () => {
    const locals = { key: pem("ec.key") };
    const json = withDomain({ cert_config: { ...CERTIFICATE, private_key: "${local.key}" } });
    expect(judgedAsPlan(inlineKey, { ...json, locals })).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_custom_domain.d cert_config.private_key: needs local.key"],
    });
  });

  describe("on a plan, which does not tell which function made a key", () => {
    /** What is said of a key that is made so, and is known when the plan is made. */
    const planned = (private_key: string) => {
      const plan = JSON.parse(
        JSON.stringify(planOf(withDomain({ cert_config: { ...CERTIFICATE, private_key } }))),
      );
      const [{ change }] = plan.resource_changes;
      change.after.cert_config[0].private_key = pem("ec.key");
      change.after_unknown.cert_config = [{}];
      plan.planned_values.root_module.resources[0].values = change.after;
      const { graph } = readPlan(plan, { file: "plan.json" });
      const [domain] = graph.customDomains;
      expect(domain.resource.get("cert_config").blocks[0].get("private_key").isKnown).toBe(true);
      const context = { date: "2026-11-22", settings: new Map() };
      const { findings, undecided } = evaluate(graph, [inlineKey], context);
      return [...findings.map(({ got }) => got), ...undecided.map(({ needs }) => needs)];
    };

    test("one at a path of the module is that of a file", () => {
      expect(planned('${file("${path.module}/../key.pem")}')).toEqual([]);
    });

    test("one without any name may be a file, or a literal in another form", () => {
      expect(planned('${file("key.pem")}')).toEqual([["what a function makes"]]);
    });
  });

  test("strange blocks do no harm", () => {
    for (const cert_config of STRANGE) judgedDomain(inlineKey, { cert_config });
    for (const private_key of STRANGE) judge({ private_key });
    for (const certificate of STRANGE) judge({ certificate });
  });

  describe("of a domain that a stack of ROS binds to a gateway", () => {
    const bound = (value: string, property: JsonObject | string = { Ref: "Key" }) =>
      judged(
        inlineKey,
        withBinding(
          {},
          binding(template({ CertificatePrivateKey: property }), {
            parameters: [{ parameter_key: "Key", parameter_value: value }],
          }),
          { variable },
        ),
      );

    test.each([
      '${file("key.pem")}',
      "${var.hidden_elsewhere}",
      "${sensitive(var.plain)}",
      "${tls_private_key.k.private_key_pem}",
    ])("%s is no literal", (value) => {
      expect(bound(value).violated).toEqual([]);
    });

    test.each([
      [pem("ec.key"), "parameters", "a literal"],
      ["${var.hidden}", "parameters", "a literal (by the default of var.hidden)"],
      ["${var.plain}", "parameters", "a reference to var.plain, which is not sensitive"],
      [`\${var.plain}${pem("ec.key")}`, "parameters", "a literal beside a reference"],
    ])("%j is refused", (value, attribute, got) => {
      const { violated } = bound(value);
      expect(linesOf(violated, "resource")).toEqual([`alicloud_ros_stack.s (${attribute})`]);
      expect(linesOf(violated, "got")).toEqual([got]);
    });

    test("a key in the template itself is refused too", () => {
      expect(linesOf(bound("", "a key").violated, "resource")).toEqual([
        "alicloud_ros_stack.s (template_body)",
      ]);
    });
  });
});
