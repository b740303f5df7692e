import type { ResourceGraph } from "../../../lib/graph";
import { readPlan } from "../../../lib/graph/read/plan";
import { evaluate } from "../../../lib/rules";
import { defaultDomain } from "../../../lib/rules/api-gateway/default-domain";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import {
  binding,
  domainOf,
  privateRecord,
  record,
  template,
  withDomain,
} from "../../support/gateway-domain";
import { planOf } from "../../support/plan";
import { judged, judgedAsPlan, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const places = (json: Parameters<typeof judged>[1]) =>
  judged(defaultDomain, json).violated.map((text) => /resource +(.+)/.exec(text)?.[1]);
const GROUP = "alicloud_api_gateway_group.shop (sub_domain)";
const NEEDS = "alicloud_api_gateway_group.shop sub_domain: needs";

describe("api-gateway/default-domain", () => {
  testPage(defaultDomain);

  test("a record to the group is enough, public or private, also behind a local or with a dot", () => {
    expect(judged(defaultDomain, withDomain({ r: record() }))).toEqual(SATISFIED);
    const dotted = withDomain({ r: record({ value: `${domainOf("sub_domain")}.` }) });
    expect(judged(defaultDomain, dotted)).toEqual(SATISFIED);
    const local = withDomain({ r: record({ value: "${local.host}" }) }, undefined, {
      locals: { host: domainOf("sub_domain") },
    });
    expect(judged(defaultDomain, local)).toEqual(SATISFIED);
    const resource = { alicloud_pvtz_zone_record: { r: privateRecord() } };
    expect(judged(defaultDomain, withDomain({}, undefined, { resource }))).toEqual(SATISFIED);
  });

  test.each([
    ["a template", binding()],
    [
      "jsonencode",
      binding(
        '${jsonencode({ Resources = { D = { Type = "ALIYUN::ApiGateway::CustomDomain", Properties = { GroupId = alicloud_api_gateway_group.shop.id, DomainName = var.name } } } })}',
      ),
    ],
    [
      "a parameter",
      binding(template({ GroupId: { Ref: "Group" } }), {
        parameters: [
          { parameter_key: "Group", parameter_value: "${alicloud_api_gateway_group.shop.id}" },
        ],
      }),
    ],
    [
      "YAML",
      binding(
        "Resources:\n  D:\n    Type: ALIYUN::ApiGateway::CustomDomain\n    Properties:\n      GroupId: ${alicloud_api_gateway_group.shop.id}\n      DomainName: api.example.com\n",
      ),
    ],
  ])("a binding by %s is enough", (_, ros) => {
    expect(judged(defaultDomain, withDomain({}, ros))).toEqual(SATISFIED);
  });

  test("a proof of ownership, another name and another stack are no domain", () => {
    const proof = `apigateway-domain-verification=${domainOf("sub_domain")}`;
    expect(places(withDomain({ r: record({ type: "TXT", value: proof }) }))).toEqual([GROUP]);
    expect(places(withDomain({ r: record({ value: "www.example.com" }) }))).toEqual([GROUP]);
    const custom = "${data.alicloud_account.me.id}.eu-central-1.fc.aliyuncs.com";
    expect(places(withDomain({ r: record({ value: custom }) }))).toEqual([GROUP]);
    const cdn = "${alicloud_cdn_domain_new.c.cname}";
    const resource = { alicloud_cdn_domain_new: { c: { domain_name: "cdn.example.com" } } };
    const toCdn = withDomain({ r: record({ value: cdn }) }, undefined, { resource });
    expect(places(toCdn)).toEqual([GROUP]);
    const app = binding({ Resources: { A: { Type: "ALIYUN::ApiGateway::App" } } });
    expect(places(withDomain({}, app))).toEqual([GROUP]);
    const other = binding(template({ GroupId: "${alicloud_api_gateway_group.other.id}" }));
    expect(places(withDomain({}, other))).toEqual([GROUP]);
  });

  test("a group without an API here is not asked for", () => {
    const json = { resource: { alicloud_api_gateway_group: { g: { name: "shop_group" } } } };
    expect(judged(defaultDomain, json)).toEqual(SATISFIED);
    expect(judged(defaultDomain, gateway(api({ group_id: "0a1b" }))).violated).toEqual([]);
  });

  test("an output that shows the domain is named, with a domain of one's own too", () => {
    const output = {
      host: { value: domainOf("sub_domain") },
      id: { value: "${alicloud_api_gateway_group.shop.id}" },
      "cross-stack-output-alicloud_api_gateway_groupshopsub_domain": {
        value: domainOf("sub_domain"),
      },
      vpc: { value: domainOf("vpc_domain") },
    };
    expect(places(withDomain({ r: record() }, undefined, { output }))).toEqual([
      "output.host (value)",
    ]);
    const alone = withDomain({}, undefined, { output: { host: output.host } });
    expect(places(alone)).toEqual([GROUP, "output.host (value)"]);
  });

  const line = `api.example.com. 600 IN CNAME ${domainOf("sub_domain")}.`;
  const steps = `1. Make this record:\n  \${var.name} cname ${domainOf("sub_domain")}\n2. Open \${alicloud_api_gateway_group.shop.id}.`;

  test.each([
    ["a line of a zone file", line],
    ["a line among steps", steps],
    [
      "a time to live and a name in variables",
      `\${var.name}. \${var.ttl} IN CNAME ${domainOf("sub_domain")}.`,
    ],
    ["lines in a list", [line, `*.example.com. CNAME ${domainOf("sub_domain")}`]],
    ["a line behind a local", "${local.line}"],
    ["a record inside the VPC", `api.example.com. IN CNAME ${domainOf("vpc_domain")}.`],
  ])("%s is a record, and hands out nothing", (_, value) => {
    const more = { output: { dns: { value } }, locals: { line } };
    expect(judged(defaultDomain, withDomain({}, undefined, more))).toEqual(SATISFIED);
  });

  test.each([
    ["a URL beside a record", `${line}\nhttps://${domainOf("sub_domain")}/`],
    ["a URL in place of the target", `api.example.com. CNAME https://${domainOf("sub_domain")}`],
    ["something behind the target", `api.example.com. CNAME ${domainOf("sub_domain")}/orders`],
    ["another type", `api.example.com. TXT ${domainOf("sub_domain")}`],
    ["a name that is the domain", `${domainOf("sub_domain")}. CNAME ${domainOf("sub_domain")}.`],
    ["words about it", `CNAME ${domainOf("sub_domain")}`],
    ["a value beside a record", { line, host: domainOf("sub_domain") }],
  ])("%s hands out the domain", (_, value) => {
    const output = { dns: { value } };
    expect(places(withDomain({ r: record() }, undefined, { output }))).toEqual([
      "output.dns (value)",
    ]);
  });

  test("commands for tests hand out nothing, and are no domain of its own either", () => {
    const value = `curl -v -H "X-Ca-Stage: PRE" "https://${domainOf("sub_domain")}/orders"`;
    expect(places(withDomain({}, undefined, { output: { call: { value } } }))).toEqual([
      "alicloud_api_gateway_group.shop (sub_domain)",
    ]);
  });

  test("the text of an output comes from the synthesised stack where a plan does not tell it", () => {
    const json = (value: string, name = "dns") =>
      withDomain({}, undefined, { output: { [name]: { value } } });
    expect(judgedAsPlan(defaultDomain, json(line))).toEqual(SATISFIED);
    expect(
      judgedAsPlan(defaultDomain, json(`https://${domainOf("sub_domain")}`)).violated,
    ).toHaveLength(2);
    const alone = (value: string, options = {}) =>
      evaluate(
        readPlan(planOf(json(value), {}, options), { file: "plan.json" }).graph,
        [defaultDomain],
        {
          date: "2026-11-22",
          settings: new Map(),
        },
      );
    const judgedIn = (plan: ResourceGraph) =>
      evaluate(plan, [defaultDomain], { date: "2026-11-22", settings: new Map() }).findings.map(
        ({ resource }) => resource,
      );
    const { findings, undecided } = alone(line);
    expect(findings).toEqual([]);
    expect(undecided.map(({ resource, needs }) => `${resource}: ${needs.join(", ")}`)).toEqual([
      "alicloud_api_gateway_group.shop: the text of output.dns in the synthesised stack (--synth)",
      "output.dns: the text of output.dns in the synthesised stack (--synth)",
    ]);
    // What does not speak of a record is for callers.
    const named = planOf(json(line, "host"));
    const { graph } = readPlan(named, { file: "plan.json" });
    expect(judgedIn(graph)).toEqual(["alicloud_api_gateway_group.shop", "output.host"]);
    const applied = { applied: true };
    expect(alone(line, applied)).toMatchObject({ findings: [], undecided: [] });
    expect(alone(`https://${domainOf("sub_domain")}`, applied).findings).toHaveLength(2);
  });

  test("another stack that is not here may have the record, or bind a domain", () => {
    for (const attribute of ["sub_domain", "id"]) {
      const value = `\${alicloud_api_gateway_group.shop.${attribute}}`;
      const output = { "cross-stack-output-of-shop": { value } };
      expect(judged(defaultDomain, withDomain({}, undefined, { output }))).toEqual({
        violated: [],
        undecided: [`${NEEDS} the stack that reads output.cross-stack-output-of-shop`],
      });
    }
  });

  test("a record in another stack is a record", () => {
    const name = "cross-stack-output-alicloud_api_gateway_groupshopsub_domain";
    const app = {
      gate: withDomain({}, undefined, { output: { [name]: { value: domainOf("sub_domain") } } }),
      dns: {
        data: {
          terraform_remote_state: { "cross-stack-reference-input-gate": { backend: "local" } },
        },
        resource: {
          alicloud_alidns_record: {
            r: {
              domain_name: "example.com",
              rr: "api",
              type: "CNAME",
              value: `\${data.terraform_remote_state.cross-stack-reference-input-gate.outputs.${name}}`,
            },
          },
        },
      },
    };
    expect(judged(defaultDomain, app)).toEqual(SATISFIED);
  });

  test("a record, a template or a number that may be it is asked for", () => {
    const needs = (json: ReturnType<typeof withDomain>) => judged(defaultDomain, json).undecided;
    expect(needs(withDomain({ r: record({ value: "${var.host}" }) }))).toEqual([
      `${NEEDS} var.host`,
    ]);
    const text = "0a1b-eu-central-1.alicloudapi.com";
    expect(needs(withDomain({ r: record({ value: text }) }))).toEqual([
      `${NEEDS} alicloud_api_gateway_group.shop.sub_domain`,
    ]);
    expect(needs(withDomain({ r: record({ count: "${var.n}" }) }))).toEqual([`${NEEDS} var.n`]);
    const parameters = [
      { parameter_key: "Group", parameter_value: "${alicloud_api_gateway_group.shop.id}" },
    ];
    expect(needs(withDomain({}, binding("${var.template}", { parameters })))).toEqual([
      `${NEEDS} var.template`,
    ]);
    const url = { template_body: undefined, template_url: "oss://templates/domain.json" };
    expect(needs(withDomain({}, binding("", { ...url, parameters })))).toEqual([
      `${NEEDS} the template of alicloud_ros_stack.s`,
    ]);
  });

  test("a template of which nothing is known may bind a domain; what another resource gives does not", () => {
    const resource = { alicloud_oss_bucket_object: { template: { bucket: "b", key: "k" } } };
    const body = (text: string) =>
      withDomain({}, binding(text), { variable: { body: {} }, resource });
    expect(judged(defaultDomain, body("${var.body}"))).toEqual({
      violated: [],
      undecided: ["alicloud_api_gateway_group.shop sub_domain: needs var.body"],
    });
    const other = '${jsonencode({ Resources = { R = { Type = "ALIYUN::ECS::VPC" } } })}';
    expect(judged(defaultDomain, body(other)).violated).toHaveLength(1);
    const managed = body("${alicloud_oss_bucket_object.template.content}");
    expect(judged(defaultDomain, managed).violated).toHaveLength(1);
  });

  test("a domain that is known, as from a plan, is told from others", () => {
    const host = "0a1b-eu-central-1.alicloudapi.com";
    const group = { shop: { name: "shop_group", sub_domain: host } };
    const resource = { alicloud_api_gateway_group: group };
    const json = withDomain({ r: record({ value: `${host}.` }) }, undefined, { resource });
    expect(judged(defaultDomain, json)).toEqual(SATISFIED);
  });

  test("a record that is surely one leaves nothing open", () => {
    const records = { a: record({ value: "${var.host}" }), b: record() };
    expect(judged(defaultDomain, withDomain(records))).toEqual(SATISFIED);
  });

  test("strange records and templates do not crash", () => {
    for (const value of STRANGE) {
      const records = { r: record({ value, type: value, rr: value }) };
      const json = withDomain(records, binding("", { template_body: value, parameters: value }));
      expect(() => judged(defaultDomain, json)).not.toThrow();
      const body = {
        Resources: { D: { Type: "ALIYUN::ApiGateway::CustomDomain", Properties: value } },
      };
      expect(() => judged(defaultDomain, withDomain({}, binding(body)))).not.toThrow();
    }
  });
});
