import { TerraformVariable } from "cdktf";
import { DomainDns } from "../../../lib";
import { DomainBinding, type GatewayDomain } from "../../../lib/api-gateway/domain";
import { ApiGatewayApi } from "../../../lib/alicloud/api-gateway-api";
import { defaultDomain } from "../../../lib/rules/api-gateway/default-domain";
import { domainBinding } from "../../../lib/rules/api-gateway/domain-binding";
import { domainCname } from "../../../lib/rules/api-gateway/domain-cname";
import { icp } from "../../../lib/rules/api-gateway/icp";
import { Project } from "../../support/app";
import { judged, judgedAsPlan } from "../../support/rule";
import { stackOf } from "../../support/synth";
import { SATISFIED } from "../../support/trigger";
import { frontIn } from "./fixtures";

type Make = Parameters<typeof frontIn>[1];

/** What is written of a front with one API, with its metadata. */
function written(make: Make) {
  const project = new Project();
  const app = project.app();
  const stack = stackOf("prod", app);
  const front = frontIn(stack, make);
  new ApiGatewayApi(stack, "Api", {
    groupId: (front.node.findChild("Group") as unknown as { id: string }).id,
    name: "list_orders",
    description: "GET /orders",
    authType: "APP",
    requestConfig: { protocol: "HTTPS", method: "GET", path: "/orders", mode: "PASSTHROUGH" },
    serviceType: "MOCK",
    mockServiceConfig: { result: "[]", aoneName: "" },
  });
  app.synth();
  return project.stack("prod");
}

const PUBLIC = DomainDns.inZone("example.com");
const BY_HAND = { certificate: undefined, binding: DomainBinding.byHand() };
const FILED = { icpFiling: "ICP-2024-0001" };

const CASES: readonly (readonly [string, Partial<GatewayDomain>])[] = [
  ["a record here and a stack", { dns: PUBLIC }],
  ["a record elsewhere and a stack", {}],
  ["a record here, bound by hand", { dns: PUBLIC, ...BY_HAND }],
  ["a record elsewhere, bound by hand", BY_HAND],
];

describe.each(CASES)("%s", (_, domain) => {
  const json = written(() => ({ ...FILED, ...domain }));

  test.each([defaultDomain, domainCname, icp])(
    "has nothing for $id to say, here or on its plan",
    (rule) => {
      expect(judged(rule, json)).toEqual(SATISFIED);
      expect(judgedAsPlan(rule, json)).toEqual(SATISFIED);
    },
  );

  test("breaks no order that api-gateway/domain-binding asks for", () => {
    expect(judged(domainBinding, json).violated).toEqual([]);
    expect(judgedAsPlan(domainBinding, json).violated).toEqual([]);
  });
});

test("a stack settles who binds the name; by hand it is asked", () => {
  const json = (domain: Partial<GatewayDomain>) =>
    written(() => ({ ...FILED, dns: PUBLIC, ...domain }));
  expect(judged(domainBinding, json({}))).toEqual(SATISFIED);
  expect(judgedAsPlan(domainBinding, json({}))).toEqual(SATISFIED);
  expect(judged(domainBinding, json(BY_HAND)).undecided).toHaveLength(1);
});

test("a name that is known when Terraform runs is no other name to the rules", () => {
  const json = written((stack) => ({
    ...FILED,
    domainName: `${new TerraformVariable(stack, "host", {}).stringValue}.example.com`,
    dns: PUBLIC,
  }));
  for (const rule of [defaultDomain, domainCname, domainBinding, icp]) {
    expect(judged(rule, json)).toEqual(SATISFIED);
  }
});

test.each(CASES.slice(0, 3))(
  "without a filing, %s is a warning in a mainland region",
  (_, domain) => {
    expect(
      judged(
        icp,
        written(() => domain),
      ).violated,
    ).toHaveLength(1);
  },
);

test("a public record to the domain inside VPCs is refused at the synthesis", () => {
  const dns = DomainDns.inZone("example.com", { internal: true });
  expect(() => written(() => ({ ...FILED, dns }))).toThrow("api-gateway/domain-cname");
});
