import { basicUsers } from "../../../lib/rules/http-trigger/basic-users";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, http, linesOf, one } from "../../support/trigger";

const user = (index: number, more: object = {}) => ({
  username: `shop-frontend.${index}`,
  password: `Passw0rd-!-${index}!`,
  ...more,
});
const basic = (users: unknown) => one(http({ authType: "basic", authConfig: { users } }));
const got = (users: unknown) => linesOf(judged(basicUsers, basic(users)).violated, "got");
const list = (length: number) => Array.from({ length }, (_, index) => user(index));

describe("http-trigger/basic-users", () => {
  testPage(basicUsers, { variables: { shop: "Correct-Horse-7!" } });

  test("1 to 20 users", () => {
    expect(judged(basicUsers, basic(list(1)))).toEqual(SATISFIED);
    expect(judged(basicUsers, basic(list(20)))).toEqual(SATISFIED);
    expect(got(list(21))).toEqual(["a list of 21"]);
    expect(got([])).toEqual(["an empty list"]);
  });

  test.each(["a".repeat(12), "a".repeat(128), "_shop_front-end.2"])("%s is a name", (username) => {
    expect(judged(basicUsers, basic([user(1, { username })]))).toEqual(SATISFIED);
  });

  test.each([
    ["a".repeat(11), "a name of 11 characters"],
    ["a".repeat(129), "a name of 129 characters"],
    ["1shop-frontend", '"1shop-frontend"'],
    ["shop frontend", '"shop frontend"'],
    [7, "the number 7"],
  ])("%j is none", (username, what) => {
    expect(got([user(1, { username })])).toEqual([what]);
  });

  test.each([
    ["S3cret!", "a password of 7 characters"],
    [`S3cret!${"x".repeat(122)}`, "a password of 129 characters"],
    ["s3cret!s3cret!", "a password without an upper case letter"],
    ["S3CRET!S3CRET!", "a password without a lower case letter"],
    ["Secret!Secret!", "a password without a digit"],
    ["S3cretS3cret-_", "a password without one of ! @ # $ % ^ & * ( )"],
  ])("%j is no password, and is not shown", (password, what) => {
    const { violated } = judged(basicUsers, basic([user(1, { password })]));
    expect(linesOf(violated, "got")).toEqual([what]);
    expect(violated.join()).not.toContain(password);
  });

  test("names and passwords are unique", () => {
    const { username, password } = user(1);
    expect(got([user(1), user(2, { username }), user(3, { password })])).toEqual([
      "the name of users[0]",
      "the password of users[0]",
    ]);
  });

  test("another shape may be the right one", () => {
    for (const authConfig of [
      { user: "x" },
      { users: { shop: "x" } },
      { users: ["shop:x"] },
      { users: [{ name: "x" }] },
    ]) {
      expect(judged(basicUsers, one(http({ authType: "basic", authConfig })))).toEqual(SATISFIED);
    }
  });

  test.each([[{ username: "partner-alpha" }], [{ password: "Partner-2026-xyz!" }]])(
    "half a user is refused: %j",
    (user) => {
      const { violated } = judged(basicUsers, {
        resource: {
          alicloud_fcv3_trigger: {
            t: {
              trigger_type: "http",
              trigger_config: JSON.stringify({ authType: "basic", authConfig: { users: [user] } }),
            },
          },
        },
      });
      expect(violated).toHaveLength(1);
      expect(violated[0]).toContain("got       nothing");
    },
  );
});
