import * as fc from "fast-check";
import {
  gatewayDescriptionProblem,
  gatewayNameDoubt,
  gatewayNameProblem,
} from "../../../lib/facts/gateway-names";
import { gatewayPathProblem } from "../../../lib/facts/gateway-path";
import { ApiRoute, GatewayMethod } from "../../../lib/api-gateway/route";
import { apisOf } from "../../../lib/api-gateway/route/apis";
import { defaultDescription, defaultName, idOf } from "../../../lib/api-gateway/route/names";
import { apis } from "./fixtures";

const method = fc.constantFrom(...Object.values(GatewayMethod));
const word = fc.oneof(
  fc.constantFrom("orders", "id", "a-b", "a_b", "a", "b", "root", "v1.0", "*", "訂單", "", "_"),
  fc.string({ maxLength: 60 }),
);
const part = fc.oneof(
  word,
  word.map((name) => `[${name}]`),
);
const path = fc
  .array(part, { maxLength: 5 })
  .map((parts) => `/${parts.join("/")}`)
  .filter((text) => gatewayPathProblem(text) === undefined);

describe("the name of an API", () => {
  test.each([
    ["GET", "/", "GET_root"],
    ["GET", "/orders", "GET_orders"],
    ["GET", "/orders/[id]", "GET_orders_id"],
  ])("of %s %s is %s", (verb, text, name) => {
    expect(defaultName(verb, text)).toBe(name);
  });

  test.each([
    ["ANY", "/*", /^ANY_all_[0-9a-f]{8}$/],
    ["POST", "/order-lines", /^POST_order_lines_[0-9a-f]{8}$/],
    ["GET", "/root", /^GET_root_[0-9a-f]{8}$/],
    ["GET", "/訂單", /^GET_[0-9a-f]{8}$/],
  ])("of %s %s has a digest behind", (verb, text, name) => {
    expect(defaultName(verb, text)).toMatch(name);
  });

  test("is cut where it would be too long", () => {
    const long = defaultName("OPTIONS", `/${"abcdefghi/".repeat(9)}end`);
    expect(long).toHaveLength(50);
    expect(long).toMatch(/^OPTIONS_abcdefghi_.*_[0-9a-f]{8}$/);
  });

  test("is legal by every document, whatever the path", () => {
    fc.assert(
      fc.property(method, path, (verb, text) => {
        const name = defaultName(verb, text);
        expect([gatewayNameProblem(name), gatewayNameDoubt(name)]).toEqual([undefined, undefined]);
        expect(name).toMatch(/^[A-Z]+_[a-zA-Z0-9_]+$/);
        const description = defaultDescription(verb, text);
        expect(gatewayDescriptionProblem(description)).toBeUndefined();
        expect(description).not.toBe("");
      }),
    );
  });

  test("is another for another method or path, brackets aside; the id always", () => {
    const call = fc.tuple(method, path);
    const bare = (text: string): string => text.replace(/[[\]]/g, "");
    fc.assert(
      fc.property(call, call, ([verb, text], [otherVerb, other]) => {
        const same = verb === otherVerb && text === other;
        expect(idOf(verb, text) === idOf(otherVerb, other)).toBe(same);
        if (!same && bare(text) === bare(other)) return;
        expect(defaultName(verb, text) === defaultName(otherVerb, other)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  test("is the given one, with the method behind it where there are several", () => {
    const { GET, HEAD } = GatewayMethod;
    const names = apis(
      ApiRoute.get("/a", { apiName: "read a" }),
      ApiRoute.of([GET, HEAD], "/b", { apiName: "read_b" }),
    ).map(({ apiName }) => apiName);
    expect(names).toEqual(["read a", "read_b_GET", "read_b_HEAD"]);
  });
});

describe("the id of an API's construct", () => {
  test.each([
    ["GET", "/", "GET"],
    ["GET", "/orders", "GET_orders"],
    ["GET", "/orders/[id]", "GET_orders_[id]"],
    ["ANY", "/*", "ANY_*"],
  ])("of %s %s is %s", (verb, text, id) => {
    expect(idOf(verb, text)).toBe(id);
  });

  test("has nothing that cdktf refuses, whatever the path", () => {
    fc.assert(
      fc.property(method, path, (verb, text) => expect(idOf(verb, text)).toMatch(/^[^\s/]+$/)),
    );
  });

  test("does not depend on the order of the routes, nor on other routes; nor do the names", () => {
    const routes = fc.uniqueArray(fc.tuple(method, path), { maxLength: 6 });
    const seen = (calls: readonly [GatewayMethod, string][]) =>
      apisOf(calls.map(([verb, text]) => ApiRoute.of([verb], text)))
        .map(({ id, apiName }) => `${id} ${apiName}`)
        .sort();
    fc.assert(
      fc.property(routes, (calls) => {
        const alone = calls.flatMap((call) => seen([call])).sort();
        expect(seen(calls)).toEqual(alone);
        expect(seen([...calls].reverse())).toEqual(alone);
      }),
    );
  });
});
