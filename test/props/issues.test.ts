import { Token } from "cdktf";
import { type Issue, Unknown, inside } from "../../lib/facts/issue";
import { inTurn, issues, text } from "../../lib/props";

const PROBLEM = { got: "x", expected: "y", fix: "z" };

/** A fact that shows what it was given. */
function seen(value: unknown): unknown {
  let plain: unknown;
  issues((given) => {
    plain = given;
    return [];
  })(value, "config");
  return plain;
}

test("a fact sees tokens as unknown, the same token as the same", () => {
  const token = Token.asString({});
  const plain = seen({ a: [token, token, Token.asNumber({})], b: "text" }) as { a: Unknown[] };
  expect(plain).toEqual({
    a: [expect.any(Unknown), expect.any(Unknown), expect.any(Unknown)],
    b: "text",
  });
  expect(plain.a[0].key).toBe(plain.a[1].key);
  expect(plain.a[0].key).not.toBe(plain.a[2].key);
});

test("problems stand where the fact found them; what it cannot tell is no problem", () => {
  const fact = (): readonly Issue[] => [
    ...inside(["tokens", 1, "name"], [{ path: [], problem: PROBLEM }]),
    { path: ["other"] },
    { path: [], problem: PROBLEM },
  ];
  expect(issues(fact)({}, "auth")).toEqual([
    { at: "auth.tokens[1].name", ...PROBLEM },
    { at: "auth", ...PROBLEM },
  ]);
  expect(issues(fact)({}, "")[0].at).toBe("tokens[1].name");
});

test("in turn, the first check that finds something has the word", () => {
  const never = (): never => {
    throw new Error("must not be asked");
  };
  expect(inTurn(text(), never)(5, "name")).toHaveLength(1);
  expect(inTurn(text(), () => [{ at: "b", ...PROBLEM }])("x", "name")).toEqual([
    { at: "b", ...PROBLEM },
  ]);
  expect(inTurn(text(), text())("x", "name")).toEqual([]);
});

test("a fact sees nothing where a value is in itself", () => {
  const circle: Record<string, unknown> = { a: "text" };
  circle.circle = circle;
  expect(seen({ list: [circle] })).toEqual({ list: [{ a: "text", circle: undefined }] });
});
