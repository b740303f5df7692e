import { Testing } from "cdktf";
import { DomainDns, DomainRoute, WebFunction } from "../../../lib";
import { minimal } from "../../function/fixtures";
import { synthesised } from "../../support/example";
import { Order } from "../../support/order";
import { orders } from "../../support/given";
import { stackOf } from "../../support/synth";
import { domainIn } from "../fixtures";

const DOMAIN = "alicloud_fcv3_custom_domain";
const RECORDS = ["alicloud_alidns_record", "alicloud_pvtz_zone_record", "time_sleep"];
const TARGETS = ["alicloud_fcv3_function", "alicloud_fcv3_function_version", "alicloud_fcv3_alias"];

const positionIn = (steps: readonly (readonly string[])[], address: string): number =>
  steps.findIndex((step) => step.includes(address));

/** Holds what has to be there before a domain, however Terraform orders the rest. */
function hold(order: Order): void {
  const { creation, destruction } = order;
  const [domain, ...others] = order.ofType(DOMAIN);
  expect(others).toEqual([]);
  const first = [...RECORDS, ...TARGETS].flatMap((type) => order.ofType(type));
  for (const address of first) {
    expect([address, order.waits(domain, address)]).toEqual([address, true]);
    expect(positionIn(creation, address)).toBeLessThan(positionIn(creation, domain));
    expect(positionIn(destruction, address)).toBeGreaterThan(positionIn(destruction, domain));
  }
  // It is the last that is made, and the first to go.
  expect(creation.at(-1)).toEqual([domain]);
  expect(destruction[0]).toEqual([domain]);
}

describe.each(["domain-routes", "domain-wildcard", "domain-internal"])("examples/%s", (name) => {
  test("its record, functions, versions and aliases are there before the domain, and go after it", () => {
    const [json] = Object.values(synthesised(name)).map((text) => JSON.parse(text) as object);
    const order = new Order(json);
    expect(RECORDS.flatMap((type) => order.ofType(type)).length).toBeGreaterThan(0);
    hold(order);
  });
});

test("the whole order of one apply", () => {
  const stack = stackOf();
  const made = new WebFunction(stack, "Orders", minimal);
  domainIn(stack, {
    routes: [DomainRoute.to(made.addAlias("live"))],
    dns: DomainDns.inZone("example.com", { waitSeconds: 30 }),
  });
  const order = new Order(JSON.parse(Testing.synth(stack, true)) as object);
  hold(order);
  expect(order.creation).toEqual([
    ["alicloud_fcv3_function.Orders", "data.alicloud_account.FrontDoorAccount"],
    [
      "alicloud_alidns_record.Api_Dns_5E7AC4E5",
      "alicloud_fcv3_function_version.Orders_CurrentVersion_9049DE7E",
    ],
    ["alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0", "time_sleep.Api_Dns_Wait_CBF3E18A"],
    ["alicloud_fcv3_custom_domain.Api"],
  ]);
  expect(order.destruction).toEqual([
    ["alicloud_fcv3_custom_domain.Api"],
    ["alicloud_fcv3_alias.Orders_Alias-live_F7A0AFA0", "time_sleep.Api_Dns_Wait_CBF3E18A"],
    [
      "alicloud_alidns_record.Api_Dns_5E7AC4E5",
      "alicloud_fcv3_function_version.Orders_CurrentVersion_9049DE7E",
    ],
    ["alicloud_fcv3_function.Orders"],
  ]);
});

test("what has to be there before the domain is there before its record too", () => {
  const stack = stackOf();
  const zone = new WebFunction(stack, "First", minimal).node.defaultChild as never;
  domainIn(stack, {
    dependsOn: [zone],
    routes: [DomainRoute.to(orders(stack))],
    dns: DomainDns.inZone("example.com", { waitSeconds: 1 }),
  });
  const order = new Order(JSON.parse(Testing.synth(stack, true)) as object);
  const [record] = order.ofType("alicloud_alidns_record");
  expect(order.waits(record, "alicloud_fcv3_function.First")).toBe(true);
  hold(order);
});
