import { domainBinding } from "../../../lib/rules/api-gateway/domain-binding";
import { binding, privateRecord, record, template, withDomain } from "../../support/gateway-domain";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const AFTER = { depends_on: ["alicloud_alidns_record.r"] };
const judge = (records: object, ros?: object) => judged(domainBinding, withDomain(records, ros));

describe("api-gateway/domain-binding", () => {
  testPage(domainBinding);

  test("a binding after its record is right, directly or through others", () => {
    expect(judge({ r: record() }, binding(template(), AFTER))).toEqual(SATISFIED);
    const through = withDomain(
      { r: record() },
      binding(template(), { depends_on: ["time_sleep.w"] }),
      {
        resource: { time_sleep: { w: AFTER } },
      },
    );
    expect(judged(domainBinding, through)).toEqual(SATISFIED);
  });

  test("a binding of another name is not that of the record", () => {
    const other = binding(template({ DomainName: "www.example.com" }), AFTER);
    const { violated, undecided } = judge({ r: record() }, other);
    expect(violated).toEqual([]);
    expect(undecided).toEqual([
      'alicloud_alidns_record.r value: needs the binding of "api.example.com" to alicloud_api_gateway_group.shop',
      "alicloud_ros_stack.s template_body: needs the record of www.example.com",
    ]);
  });

  test.each([
    ["no id", {}],
    ["an id of a parameter that nobody gives", { GroupId: { Ref: "Group" } }],
    ["nothing as id", { GroupId: {} }],
  ])("a binding with %s binds to no group here", (_, group) => {
    const { DomainName } = { DomainName: "api.example.com" };
    const body = {
      Resources: {
        D: { Type: "ALIYUN::ApiGateway::CustomDomain", Properties: { DomainName, ...group } },
      },
    };
    expect(judge({ r: record() }, binding(JSON.stringify(body), AFTER)).undecided).toHaveLength(1);
  });

  test("a wildcard record is for the names below", () => {
    expect(judge({ r: record({ rr: "*" }) }, binding(template(), AFTER)).undecided).toEqual([
      'alicloud_alidns_record.r value: needs the binding of "*.example.com" to alicloud_api_gateway_group.shop',
    ]);
  });

  test("records of private zones, proofs and addresses of others are left alone", () => {
    expect(judge({ r: record({ type: "TXT" }) })).toEqual(SATISFIED);
    expect(judge({ r: record({ value: "www.example.org" }) })).toEqual(SATISFIED);
    const inside = withDomain({}, undefined, {
      resource: {
        alicloud_pvtz_zone_record: { p: privateRecord() },
        alicloud_pvtz_zone: { z: { zone_name: "example.com" } },
      },
    });
    expect(judged(domainBinding, inside)).toEqual(SATISFIED);
  });

  test("a name that is not known may be the one that is bound", () => {
    const { violated, undecided } = judge(
      { r: record({ rr: "${var.host}" }) },
      binding(template()),
    );
    expect(violated).toEqual([]);
    expect(undecided).toEqual(["alicloud_ros_stack.s depends_on: needs var.host"]);
  });

  test("a name whose zone is not here is nobody's question", () => {
    expect(judge({}, binding(template()))).toEqual(SATISFIED);
    const elsewhere = record({ domain_name: "example.org", value: "www.example.org" });
    expect(judge({ r: elsewhere }, binding(template()))).toEqual(SATISFIED);
  });
});
