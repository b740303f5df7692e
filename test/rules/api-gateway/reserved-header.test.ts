import { reservedHeader } from "../../../lib/rules/api-gateway/reserved-header";
import { STRANGE } from "../../support/function";
import { api, attachment, gateway, httpApi, plugin, urlOf } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const constant = (name: unknown, where: unknown = "HEAD") => ({ name, in: where, value: "x" });
const withConstant = (name: unknown, where?: unknown) =>
  gateway(api({ constant_parameters: [constant(name, where)] }));
const attributes = (json: Parameters<typeof judged>[1]) =>
  judged(reservedHeader, json).violated.map((text) => /resource +\S+ \((.+)\)/.exec(text)?.[1]);
const transformer = (data: object) =>
  gateway(api(), { resource: plugin("t", "transformer", data) });

describe("api-gateway/reserved-header", () => {
  testPage(reservedHeader);

  test.each(["x-fc-tenant", "X-Fc-Account-Id", "connection", "Keep-Alive"])(
    "%s is kept",
    (name) => {
      expect(attributes(withConstant(name))).toEqual(["constant_parameters[0].name"]);
    },
  );

  test.each(["x-tenant", "x-fc", "X-Fc-Invocation-Type", "x-fc-async-delay", "Connections"])(
    "%s may be sent",
    (name) => {
      expect(judged(reservedHeader, withConstant(name))).toEqual(SATISFIED);
    },
  );

  test("the beginning of a name may tell", () => {
    const begin = (name: string) => ({ ...withConstant(name), variable: { h: {} } });
    const { violated } = judged(reservedHeader, begin("x-fc-tenant-${var.h}"));
    expect(violated.join()).toContain('got       "x-fc-tenant-${…}"');
    for (const name of ["X-Fc-${var.h}", "x-fc-async-${var.h}", "${var.h}"]) {
      expect(judged(reservedHeader, begin(name)).undecided).toHaveLength(1);
    }
    expect(judged(reservedHeader, begin("x-tenant-${var.h}"))).toEqual(SATISFIED);
  });

  test("a transformer that puts null sends nothing", () => {
    const put = (value: unknown) =>
      transformer({ putRequestParameter: [{ name: "Connection", value, location: "header" }] });
    expect(judged(reservedHeader, put(null))).toEqual(SATISFIED);
    expect(attributes(put("close"))).toHaveLength(1);
  });

  test("in the query the name is free", () => {
    expect(judged(reservedHeader, withConstant("x-fc-tenant", "QUERY"))).toEqual(SATISFIED);
  });

  test("system and mapped parameters are headers by the names that the function sees", () => {
    const system = { name: "CaClientIp", in: "HEAD", name_service: "x-fc-client" };
    expect(attributes(gateway(api({ system_parameters: system })))).toEqual([
      "system_parameters[0].name_service",
    ]);
    const mapped = (service: object) => ({
      name: "x-fc-from",
      type: "STRING",
      required: "OPTIONAL",
      in: "HEAD",
      ...service,
    });
    const wrong = mapped({ in_service: "HEAD", name_service: "x-fc-to" });
    expect(attributes(gateway(api({ request_parameters: [wrong] })))).toEqual([
      "request_parameters[0].name_service",
    ]);
    const right = mapped({ in_service: "HEAD", name_service: "x-to" });
    expect(judged(reservedHeader, gateway(api({ request_parameters: [right] })))).toEqual(
      SATISFIED,
    );
  });

  test("it holds where the API reaches a trigger, by either service", () => {
    const constants = { constant_parameters: constant("x-fc-a") };
    expect(attributes(gateway(httpApi(urlOf("intranet"), constants)))).toHaveLength(1);
    const elsewhere = httpApi("https://backend.example.com", constants);
    expect(judged(reservedHeader, gateway(elsewhere))).toEqual(SATISFIED);
    const event = { function_type: "FCEvent", function_base_url: undefined, function_name: "f" };
    expect(judged(reservedHeader, gateway(api(constants, event)))).toEqual(SATISFIED);
    expect(judged(reservedHeader, gateway(httpApi("${var.url}", constants))).undecided).toEqual([
      "alicloud_api_gateway_api.a constant_parameters[0].name: needs var.url",
    ]);
  });

  test("a transformer puts or adds headers", () => {
    const item = (name: string, location = "header") => ({ name, value: "x", location });
    const data = {
      putRequestParameter: [item("x-a"), item("x-fc-a")],
      addRequestParameterIfAbsent: [item("connection"), item("connection", "query")],
      removeRequestParameter: [item("x-fc-b")],
      putResponseHeader: [{ name: "x-fc-c", value: "x" }],
    };
    expect(attributes(transformer(data))).toEqual([
      "plugin_data.addRequestParameterIfAbsent[0].name",
      "plugin_data.putRequestParameter[1].name",
    ]);
  });

  test("a plugin that is attached to nothing in front of a function is free", () => {
    const data = { putRequestParameter: [{ name: "x-fc-a", value: "x", location: "header" }] };
    const mock = api({ service_type: "MOCK", fc_service_config: undefined });
    expect(
      judged(reservedHeader, gateway(mock, { resource: plugin("t", "transformer", data) })),
    ).toEqual(SATISFIED);
    const loose = { ...plugin("t", "transformer", data) } as Record<string, unknown>;
    delete loose.alicloud_api_gateway_plugin_attachment;
    expect(judged(reservedHeader, gateway(api(), { resource: loose }))).toEqual(SATISFIED);
  });

  test("a plugin of the group reaches its APIs; one that may be attached is asked for", () => {
    const data = { putRequestParameter: [{ name: "x-fc-a", value: "x", location: "header" }] };
    const group = {
      ...plugin("t", "transformer", data),
      alicloud_api_gateway_plugin_attachment: {},
      alicloud_api_gateway_group_plugin_attachment: {
        t: {
          group_id: "${alicloud_api_gateway_group.shop.id}",
          plugin_id: "${alicloud_api_gateway_plugin.t.id}",
          stage_name: "RELEASE",
        },
      },
    };
    expect(attributes(gateway(api(), { resource: group }))).toHaveLength(1);
    const perhaps = {
      ...plugin("t", "transformer", data),
      alicloud_api_gateway_plugin_attachment: { t: attachment("t", { api_id: "${var.api}" }) },
    };
    expect(judged(reservedHeader, gateway(api(), { resource: perhaps })).undecided).toEqual([
      "alicloud_api_gateway_plugin.t plugin_data.putRequestParameter[0].name: needs var.api",
    ]);
  });

  test("a route's constants reach what the route leads to", () => {
    const route = (backend: unknown) => ({
      name: "r",
      condition: "$CaAppId = 1",
      backend,
      "constant-parameters": [{ name: "x-fc-a", location: "header", value: "x" }],
    });
    const routing = (backend: unknown) =>
      gateway(api(), { resource: plugin("r", "routing", { routes: [route(backend)] }) });
    const host = "https://orders-abc.eu-central-1-vpc.fcapp.run";
    expect(attributes(routing({ type: "HTTP", address: host }))).toEqual([
      "plugin_data.routes[0].constant-parameters[0].name",
    ]);
    expect(attributes(routing(undefined))).toHaveLength(1);
    expect(judged(reservedHeader, routing({ type: "MOCK", statusCode: 200 }))).toEqual(SATISFIED);
    const other = routing({ type: "HTTP", address: "https://example.com" });
    expect(judged(reservedHeader, other)).toEqual(SATISFIED);
  });

  test("a name or place that is not known is asked for, where it may be a kept one", () => {
    const needs = (json: Parameters<typeof judged>[1]) => judged(reservedHeader, json).undecided;
    const place = "alicloud_api_gateway_api.a constant_parameters[0].name";
    expect(needs(withConstant("${var.name}"))).toEqual([`${place}: needs var.name`]);
    expect(needs(withConstant("x-fc-${var.name}"))).toEqual([`${place}: needs var.name`]);
    expect(needs(withConstant("x-tenant-${var.name}"))).toEqual([]);
    expect(needs(withConstant("x-fc-a", "${var.in}"))).toEqual([`${place}: needs var.in`]);
    expect(needs(withConstant("x-a", "${var.in}"))).toEqual([]);
    expect(needs(gateway(api({ constant_parameters: "${var.all}" })))).toEqual([
      "alicloud_api_gateway_api.a constant_parameters: needs var.all",
    ]);
    const open = gateway(api(), { resource: plugin("t", "transformer", "${var.data}") });
    expect(needs(open)).toEqual(["alicloud_api_gateway_plugin.t plugin_data: needs var.data"]);
  });

  test("strange parameters and data do not crash", () => {
    for (const value of STRANGE) {
      const strange = api({
        constant_parameters: value,
        system_parameters: [{ in: value, name_service: value }],
      });
      expect(() => judged(reservedHeader, gateway(strange))).not.toThrow();
      for (const type of ["transformer", "routing"]) {
        for (const data of [{ putRequestParameter: value, routes: value }, JSON.stringify(value)]) {
          const json = gateway(api(), { resource: plugin("t", type, data) });
          expect(() => judged(reservedHeader, json)).not.toThrow();
        }
      }
    }
  });
});
