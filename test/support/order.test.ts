import { Order } from "./order";

const order = new Order({
  data: { a_zone: { z: {} } },
  resource: {
    a_domain: {
      d: {
        "//": { path: "${a_trigger.t.id}" },
        depends_on: ["a_record.r"],
        routes: [{ name: "x${a_alias.f-live.id}" }],
      },
      "d-2": { name: "${a_domain.d.name}" },
    },
    a_record: { r: { zone: "${data.a_zone.z.id}", text: "a_alias.f-live" } },
    a_alias: { "f-live": { version: '${join("", [a_version.v.id])}' } },
    a_version: { v: {} },
    a_trigger: { t: {} },
  },
});

test("what is referred to, or named in depends_on, is created first", () => {
  expect(order.creation).toEqual([
    ["a_trigger.t", "a_version.v", "data.a_zone.z"],
    ["a_alias.f-live", "a_record.r"],
    ["a_domain.d"],
    ["a_domain.d-2"],
  ]);
});

test("what is created first is removed last", () => {
  expect(order.destruction).toEqual([
    ["a_domain.d-2", "a_trigger.t"],
    ["a_domain.d"],
    ["a_alias.f-live", "a_record.r"],
    ["a_version.v"],
  ]);
});

test("what is only mentioned is not waited for", () => {
  expect(order.waits("a_record.r", "a_alias.f-live")).toBe(false);
  expect(order.waits("a_domain.d", "a_trigger.t")).toBe(false);
  expect(order.waits("a_domain.d-2", "a_version.v")).toBe(true);
});

test("a circle has no order", () => {
  const circle = new Order({ resource: { a: { b: { x: "${a.c.id}" }, c: { x: "${a.b.id}" } } } });
  expect(() => circle.creation).toThrow("what is left waits for itself");
  expect(() => circle.destruction).toThrow("what is left waits for itself");
});
