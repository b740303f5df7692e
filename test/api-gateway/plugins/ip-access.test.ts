import { TerraformVariable } from "cdktf";
import { IpAccess, IpAccessType } from "../../../lib/api-gateway/plugins/ip-access";
import { stackOf } from "../../support/synth";
import { KnownApp, dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const { ALLOW, REFUSE } = IpAccessType;

const of = (props: unknown) => IpAccess.of(props as never);
const blocks = (...list: unknown[]) => IpAccess.allow(...(list as string[]));

test("addresses are let in or kept out in one line", () => {
  expect(IpAccess.allow("203.0.113.0/24", "2001:db8::1").pluginType).toBe("ipControl");
  expect(dataOf(IpAccess.allow("203.0.113.0/24", "2001:db8::1"))).toStrictEqual({
    type: "ALLOW",
    items: [{ blocks: ["203.0.113.0/24", "2001:db8::1"] }],
  });
  expect(dataOf(IpAccess.refuse("198.51.100.7"))).toStrictEqual({
    type: "REFUSE",
    items: [{ blocks: ["198.51.100.7"] }],
  });
});

test("addresses of an app carry its id as a number", () => {
  const stack = stackOf();
  const app = new KnownApp(stack, "Partner", "110982419");
  const items = [
    { blocks: ["203.0.113.0/24"], app },
    { blocks: ["198.51.100.0/24"], appId: "110982420", app: null as never },
    { blocks: ["192.0.2.1"], appId: "123456789012345678901" },
  ];
  const plugin = IpAccess.of({ type: ALLOW, items, resource: "XFF:-1", stages: null as never });
  expect(problemsOf(plugin)).toEqual([]);
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"type":"ALLOW","items":[{"blocks":["203.0.113.0/24"],"appId":110982419},{"blocks":["198.51.100.0/24"],"appId":110982420},{"blocks":["192.0.2.1"],"appId":"123456789012345678901"}],"resource":"XFF:-1"}',
  );
});

test("an address that is none, and a list with nothing in it, are refused where they stand", () => {
  expect(problemsOf(blocks("203.0.113.0/24", "203.0.113.0/33", "office"))).toEqual([
    'plugins[0].blocks[1]: "203.0.113.0/33"; an IPv4 or IPv6 address or CIDR block, such as 203.0.113.0/24; give it a prefix length from 0 to 32',
    'plugins[0].blocks[2]: "office"; an IPv4 or IPv6 address or CIDR block, such as 203.0.113.0/24; write the address, or the network with its prefix length',
  ]);
  expect(problemsOf(blocks())).toEqual([
    "plugins[0].blocks: an empty list; a list of at least one IP address or CIDR block; give a list of at least one IP address or CIDR block",
  ]);
  expect(problemsOf(of({ type: REFUSE, items: [{ blocks: ["x"] }, { blocks: [] }] }))).toEqual([
    expect.stringContaining('plugins[0].items[0].blocks[0]: "x"; '),
    expect.stringContaining("plugins[0].items[1].blocks: an empty list; "),
  ]);
  expect(problemsOf(of({ type: ALLOW, items: [] }))).toEqual([
    "plugins[0].items: an empty list; a list of at least one item, with blocks; give a list of at least one item, with blocks",
  ]);
});

test("an address that stands twice is refused", () => {
  expect(problemsOf(blocks("203.0.113.1", "198.51.100.1", "203.0.113.1"))).toEqual([
    'plugins[0].blocks[2]: "203.0.113.1" again, as blocks[0]; each block once; remove it',
  ]);
});

test("one app for each item, by itself or by its id", () => {
  const app = new KnownApp(stackOf(), "Partner", "110982419");
  const item = (named: object) => of({ type: ALLOW, items: [{ blocks: ["192.0.2.1"], ...named }] });
  expect(problemsOf(item({ app, appId: "1" }))).toEqual([
    "plugins[0].items[0].appId: app and appId; one of them; remove appId",
  ]);
  expect(problemsOf(item({ appId: "partner" }))).toEqual([
    'plugins[0].items[0].appId: "partner"; an id of digits, such as 110982419; write the id, not the name',
  ]);
  expect(wrongIn(item({ appId: 110982419 }))).toEqual([
    "plugins[0].items[0].appId: the number 110982419",
  ]);
  expect(wrongIn(item({ app: "110982419" }))).toEqual(["plugins[0].items[0].app: a string"]);
});

test("all that is wrong is said at once, whatever JavaScript gives", () => {
  expect(wrongIn(of({ type: "ALOW", item: [], resource: "" }))).toEqual([
    "plugins[0].item: a prop of an unknown name",
    'plugins[0].type: "ALOW"',
    "plugins[0].items: nothing",
    "plugins[0].resource: an empty text",
  ]);
  for (const props of [undefined, null, 1, "x", []]) {
    expect(problemsOf(of(props))).toHaveLength(1);
    expect(problemsOf(of({ type: ALLOW, items: props }))).toHaveLength(1);
    expect(problemsOf(of({ type: ALLOW, items: [props] }))).toHaveLength(1);
    expect(problemsOf(of({ type: ALLOW, items: [{ blocks: props }] }))).toHaveLength(1);
    expect(problemsOf(blocks(props))).toHaveLength(1);
  }
});

test("addresses and ids that are not known are written as an expression", () => {
  expect(
    textOf((stack) => {
      const block = new TerraformVariable(stack, "block", { type: "string" }).stringValue;
      const list = new TerraformVariable(stack, "blocks", { type: "list(string)" }).listValue;
      const appId = new TerraformVariable(stack, "app", { type: "string" }).stringValue;
      return IpAccess.of({
        type: ALLOW,
        items: [
          { blocks: [block, "203.0.113.0/24"] },
          { blocks: list, app: new KnownApp(stack, "Partner", appId) },
        ],
      });
    }),
  ).toBe(
    '${jsonencode({"items" = [{"blocks" = [var.block, "203.0.113.0/24"]}, {"appId" = tonumber(var.app), "blocks" = var.blocks}], "type" = "ALLOW"})}',
  );
});
