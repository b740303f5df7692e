import { testDomain } from "../../../lib/rules/http-trigger/test-domain";
import { judged, testPage } from "../../support/rule";

const trigger = (more: object = {}) => ({
  function_name: "orders",
  qualifier: "LATEST",
  trigger_type: "http",
  trigger_config: '{"methods":["GET"],"authType":"function","disableURLInternet":false}',
  ...more,
});
const url = "${alicloud_fcv3_trigger.t.http_trigger[0].url_internet}";

describe("http-trigger/test-domain", () => {
  testPage(testDomain);

  test("a use behind a local is a use, a user is named once", () => {
    const json = {
      locals: { origin: url },
      resource: {
        alicloud_fcv3_trigger: { t: trigger() },
        alicloud_alidns_record: { r: { type: "CNAME", value: "${local.origin}", remark: url } },
      },
    };
    const { violated } = judged(testDomain, json);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_alidns_record.r (value)");
  });

  test("an output and a data source are notes", () => {
    const json = {
      data: { http: { smoke: { url } } },
      resource: { alicloud_fcv3_trigger: { t: trigger() } },
      output: { url: { value: `curl ${url}/orders` } },
    };
    const { violated } = judged(testDomain, json);
    expect(violated.map((text) => text.split(":")[0])).toEqual([
      "note  http-trigger/test-domain",
      "note  http-trigger/test-domain",
    ]);
  });

  test("a splat and one() of it are uses", () => {
    const splat = "${one(alicloud_fcv3_trigger.t.http_trigger[*].url_internet)}";
    const json = {
      resource: {
        alicloud_fcv3_trigger: { t: trigger() },
        alicloud_cdn_domain_new: { c: { sources: [{ content: splat }] } },
      },
    };
    expect(judged(testDomain, json).violated).toHaveLength(1);
  });

  test("one instance of several is the one that is meant", () => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: {
          t: trigger({
            for_each: { a: false, b: true },
            trigger_config:
              '${jsonencode({ authType = "function", disableURLInternet = each.value, methods = ["GET"] })}',
          }),
        },
        alicloud_alidns_record: {
          r: { value: '${alicloud_fcv3_trigger.t["b"].http_trigger[0].url_internet}' },
        },
      },
    };
    expect(judged(testDomain, json).violated).toEqual([]);
  });

  test("a use in another stack is a use there, and the output that cdktf makes for it is none", () => {
    const app = {
      a: {
        resource: { alicloud_fcv3_trigger: { t: trigger() } },
        output: { "cross-stack-output-alicloud_fcv3_triggert": { value: url } },
      },
      b: {
        data: {
          terraform_remote_state: { "cross-stack-reference-input-a": { backend: "local" } },
        },
        resource: {
          alicloud_alidns_record: {
            r: {
              value:
                "${data.terraform_remote_state.cross-stack-reference-input-a.outputs.cross-stack-output-alicloud_fcv3_triggert}",
            },
          },
        },
      },
    };
    const { violated } = judged(testDomain, app);
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("alicloud_alidns_record.r (value)");
  });

  test("the intranet URL, a dependency and other attributes are no use", () => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: { t: trigger(), s: trigger({ trigger_type: "timer" }) },
        alicloud_alidns_record: {
          r: {
            value: "${alicloud_fcv3_trigger.t.http_trigger[0].url_intranet}",
            remark: "${alicloud_fcv3_trigger.t.trigger_id}",
            depends_on: ["alicloud_fcv3_trigger.t"],
          },
        },
      },
    };
    expect(judged(testDomain, json)).toEqual({ violated: [], undecided: [] });
  });

  test("a URL that is switched off is for disabled-url-used to say", () => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: { t: trigger({ trigger_config: '{"disableURLInternet":true}' }) },
      },
      output: { url: { value: url } },
    };
    expect(judged(testDomain, json).violated).toEqual([]);
  });

  test("a public host that is pasted into a record or an origin is a use of it", () => {
    const host = "orders-abcdefghij.eu-central-1.fcapp.run";
    const record = (value: string) => ({
      domain_name: "example.com",
      rr: "api",
      type: "CNAME",
      value,
    });
    const { violated } = judged(testDomain, {
      resource: {
        alicloud_alidns_record: {
          a: record(host),
          b: record(`${host}.`),
          c: record("orders-abcdefghij.eu-central-1-vpc.fcapp.run"),
          d: record("1234.eu-central-1.fc.aliyuncs.com"),
          e: record("fcapp.run.example.com"),
        },
        alicloud_cdn_domain_new: {
          f: { sources: [{ content: "origin.example.com" }, { content: `https://${host}/` }] },
        },
      },
    });
    expect(violated.map((text) => /resource +(.+)/.exec(text)?.[1])).toEqual([
      "alicloud_alidns_record.a (value)",
      "alicloud_alidns_record.b (value)",
      "alicloud_cdn_domain_new.f (sources[1].content)",
    ]);
  });
});
