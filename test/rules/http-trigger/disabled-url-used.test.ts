import { disabledUrlUsed } from "../../../lib/rules/http-trigger/disabled-url-used";
import { judged, judgedAsPlan, testPage } from "../../support/rule";

const trigger = (config: unknown) => ({
  function_name: "orders",
  qualifier: "LATEST",
  trigger_type: "http",
  trigger_config: typeof config === "string" ? config : JSON.stringify(config),
});
const url = "${alicloud_fcv3_trigger.t.http_trigger[0].url_internet}";

const judge = (config: unknown, resource: object = {}) =>
  judged(disabledUrlUsed, {
    variable: { config: {}, closed: { default: true } },
    resource: { alicloud_fcv3_trigger: { t: trigger(config) }, ...resource },
    output: { url: { value: url } },
  } as never);

describe("http-trigger/disabled-url-used", () => {
  testPage(disabledUrlUsed);

  test.each([{}, { disableURLInternet: false }, "[1]", "no json"])(
    "%j leaves the URL open",
    (config) => {
      expect(judge(config)).toEqual({ violated: [], undecided: [] });
    },
  );

  test("every user is named, with the argument that holds the URL", () => {
    const api = { fc_service_config: [{ function_base_url: url }], description: "orders" };
    const { violated } = judge(
      { disableURLInternet: true },
      { alicloud_api_gateway_api: { a: api } },
    );
    expect(violated.map((text) => /resource +(.+)/.exec(text)?.[1])).toEqual([
      "alicloud_api_gateway_api.a (fc_service_config)",
      "output.url (value)",
    ]);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge("${jsonencode({ disableURLInternet = var.closed })}");
    expect(violated[0]).toContain("(by the default of var.closed)");
  });

  test("a configuration of which nothing is known is undecided", () => {
    expect(judge("${var.config}").undecided).toEqual(["output.url value: needs var.config"]);
  });

  test("nobody who uses it is nothing to say", () => {
    const json = {
      resource: { alicloud_fcv3_trigger: { t: trigger({ disableURLInternet: true }) } },
    };
    expect(judged(disabledUrlUsed, json)).toEqual({ violated: [], undecided: [] });
  });

  test.each([
    "${one(alicloud_fcv3_trigger.t.http_trigger).url_internet}",
    '${lookup(alicloud_fcv3_trigger.t.http_trigger[0], "url_internet", "")}',
    "${[for one in alicloud_fcv3_trigger.t.http_trigger : one.url_internet]}",
  ])("%s takes the URL out of the whole", (value) => {
    const { violated } = judge(
      { disableURLInternet: true },
      { terraform_data: { d: { input: value } } },
    );
    expect(violated).toHaveLength(2);
    expect(violated[1]).toContain("terraform_data.d (input)");
  });

  test.each([
    "${one(alicloud_fcv3_trigger.t.http_trigger).url_intranet}",
    "${alicloud_fcv3_trigger.t}",
    "${alicloud_fcv3_trigger.t.status} url_internet",
  ])("%s does not", (value) => {
    const { violated } = judge(
      { disableURLInternet: true },
      { terraform_data: { d: { input: value } } },
    );
    expect(violated).toHaveLength(1);
  });

  test("a loop over the instances of a trigger reads the URL of each", () => {
    const { violated } = judged(disabledUrlUsed, {
      resource: {
        alicloud_fcv3_trigger: {
          t: { ...trigger({ disableURLInternet: true }), for_each: { a: 1 } },
        },
      },
      output: {
        urls: {
          value:
            "${{ for key, one in alicloud_fcv3_trigger.t : key => one.http_trigger[0].url_internet }}",
        },
      },
    });
    expect(violated).toHaveLength(1);
  });

  test("a plan does not tell which URL a condition chooses", () => {
    const url = (name: string) => `alicloud_fcv3_trigger.t.http_trigger[0].${name}`;
    const json = {
      variable: { public: { default: false } },
      resource: { alicloud_fcv3_trigger: { t: trigger({ disableURLInternet: true }) } },
      output: {
        url: { value: `\${var.public ? ${url("url_internet")} : ${url("url_intranet")}}` },
      },
    };
    expect(judged(disabledUrlUsed, json)).toEqual({ violated: [], undecided: [] });
    expect(judgedAsPlan(disabledUrlUsed, json)).toEqual({
      violated: [],
      undecided: [`output.url value: needs ${url("url_intranet")}`],
    });
    const only = { ...json, output: { url: { value: `\${${url("url_internet")}}` } } };
    expect(judgedAsPlan(disabledUrlUsed, only).violated).toHaveLength(1);
  });
});
