import { Order } from "../support/order";
import { synthesised } from "../support/example";

/**
 * The order in which the platform takes what the examples of the gateway are made of, computed from
 * the JSON that they are written as: nothing of the library's is asked.
 */
const EXAMPLES = [
  "fronted",
  "fronted-dedicated",
  "fronted-openapi",
  "fronted-partners",
  "fronted-stages",
];

interface Document {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

describe.each(EXAMPLES)("%s", (name) => {
  const [text] = Object.values(synthesised(name));
  const json = JSON.parse(text) as Document;
  const order = new Order(json);
  const of = (type: string): readonly string[] => order.ofType(`alicloud_${type}`);
  const argument = (address: string, key: string): unknown => {
    const [type, resource] = address.split(".");
    return json.resource[type][resource][key];
  };
  const comesAfter = (address: string, first: readonly string[]): readonly string[] =>
    first.filter((other) => !order.waits(address, other));

  const apis = of("api_gateway_api");
  const onGroup = of("api_gateway_group_plugin_attachment");

  test("has APIs, and plugins on its group", () => {
    expect(apis).not.toEqual([]);
    expect(onGroup).not.toEqual([]);
  });

  test("has every plugin in place before the first API is published", () => {
    expect(apis.flatMap((api) => comesAfter(api, onGroup))).toEqual([]);
  });

  test("attaches to a group one after another", () => {
    for (const [index, attachment] of onGroup.entries()) {
      for (const other of onGroup.slice(index + 1)) {
        expect(order.waits(attachment, other) || order.waits(other, attachment)).toBe(true);
      }
    }
  });

  test("attaches to an API what is for it alone after it was published, one after another", () => {
    const single = [...of("api_gateway_plugin_attachment"), ...of("api_gateway_app_attachment")];
    for (const [index, attachment] of single.entries()) {
      const api = apis.find((one) => String(argument(attachment, "api_id")).includes(`${one}.`))!;
      expect(order.waits(attachment, api)).toBe(true);
      for (const other of single.slice(index + 1)) {
        if (argument(other, "api_id") !== argument(attachment, "api_id")) continue;
        expect(order.waits(attachment, other) || order.waits(other, attachment)).toBe(true);
      }
    }
  });

  test("removes every attachment before its plugin, which the service keeps while it is bound", () => {
    const gone = order.destruction.flat();
    const attachments = [...onGroup, ...of("api_gateway_plugin_attachment")];
    for (const attachment of attachments) {
      const plugin = of("api_gateway_plugin").find((one) =>
        String(argument(attachment, "plugin_id")).includes(`${one}.`),
      )!;
      expect(gone.indexOf(attachment)).toBeLessThan(gone.indexOf(plugin));
      expect(order.waits(attachment, plugin)).toBe(true);
    }
  });

  test("binds the domain after its record, and the record leads to the group that is there", () => {
    const [record] = of("alidns_record");
    const [binding] = of("ros_stack");
    expect(order.waits(binding, record)).toBe(true);
    expect(order.waits(record, of("api_gateway_group")[0])).toBe(true);
  });

  test("gives the gateway its right to call before there is an API", () => {
    const grants = [...of("ram_role_policy_attachment"), ...of("ram_user_policy_attachment")];
    expect(apis.flatMap((api) => comesAfter(api, grants))).toEqual([]);
  });
});
