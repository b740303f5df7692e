import { bearerTokens } from "../../../lib/rules/http-trigger/bearer-tokens";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one } from "../../support/trigger";

const data = (index: number) => `${index}`.padStart(32, "a");
const token = (index: number, more: object = {}) => ({
  tokenName: `t${index}`,
  enable: true,
  tokenData: data(index),
  ...more,
});
const bearer = (tokens: unknown) => one(http({ authType: "bearer", authConfig: { tokens } }));
const got = (tokens: unknown) => linesOf(judged(bearerTokens, bearer(tokens)).violated, "got");
const list = (length: number) => Array.from({ length }, (_, index) => token(index));

describe("http-trigger/bearer-tokens", () => {
  testPage(bearerTokens);

  test("1 to 20 tokens", () => {
    expect(judged(bearerTokens, bearer(list(1)))).toEqual(SATISFIED);
    expect(judged(bearerTokens, bearer(list(20)))).toEqual(SATISFIED);
    expect(got(list(21))).toEqual(["a list of 21"]);
    expect(got([])).toEqual(["an empty list"]);
    expect(got("x")).toEqual(["a text"]);
    expect(got(["x"])).toEqual(["a text"]);
  });

  test.each(["a", "_", "A-1_b", "a".repeat(128)])("%s is a name", (tokenName) => {
    expect(judged(bearerTokens, bearer([token(1, { tokenName })]))).toEqual(SATISFIED);
  });

  test.each([
    ["1a", '"1a"'],
    ["-a", '"-a"'],
    ["a b", '"a b"'],
    ["", "an empty text"],
    ["a".repeat(129), "129 characters"],
    [undefined, "nothing"],
  ])("%j is none", (tokenName, what) => {
    expect(got([token(1, { tokenName })])).toEqual([what]);
  });

  test.each(["a".repeat(32), "a".repeat(128), `1${"A+/=-~.9".repeat(4)}`])(
    "%s is a token",
    (tokenData) => {
      expect(judged(bearerTokens, bearer([token(1, { tokenData })]))).toEqual(SATISFIED);
    },
  );

  test.each([
    ["s3cret", "6 characters"],
    ["s3cret".repeat(22), "132 characters"],
    [`${"s3cret".repeat(6)}!`, "a token with another character"],
    [undefined, "nothing"],
    [12345678, "the number 12345678"],
  ])("%j is none, and is not shown", (tokenData, what) => {
    const { violated } = judged(bearerTokens, bearer([token(1, { tokenData })]));
    expect(linesOf(violated, "got")).toEqual([what]);
    expect(violated.join()).not.toContain("s3cret");
  });

  test("names and values are unique", () => {
    const tokens = [token(1), token(2, { tokenName: "t1" }), token(3, { tokenData: data(1) })];
    expect(got(tokens)).toEqual(["the name of tokens[0]", "the value of tokens[0]"]);
  });

  test("a shape that the vendor has not published for triggers is left alone", () => {
    const other = http({ authType: "bearer", authConfig: { tokenData: "x" } });
    expect(judged(bearerTokens, one(other))).toEqual(SATISFIED);
  });
});
