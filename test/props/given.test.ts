import { given } from "../../lib/props";

test("leaves out what is null, at any depth", () => {
  expect(given({ a: null, b: { c: null, d: [{ e: null, f: 0 }] } })).toEqual({
    b: { d: [{ f: 0 }] },
  });
});

test("keeps everything else as it is", () => {
  class Own {
    public readonly none = null;
  }
  const props = { own: new Own(), list: ["a", ""], nothing: undefined, no: false };
  expect(given(props)).toBe(props);
  expect(given({ props, gone: null }).props).toBe(props);
});

test("an object without a prototype is one that was written out, as the groups of a match are", () => {
  const bare: object = Object.assign(Object.create(null), { a: null, b: { c: null } });
  expect(given({ bare })).toEqual({ bare: { b: {} } });
});

test("what is in itself is left as it is", () => {
  const circle: Record<string, unknown> = { none: null };
  circle.circle = circle;
  expect(given({ list: [circle] }).list[0]).toHaveProperty("circle");
});
