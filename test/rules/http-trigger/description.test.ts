import { description } from "../../../lib/rules/http-trigger/description";
import { judged, testPage } from "../../support/rule";

const judge = (text: unknown, type = "http") =>
  judged(description, {
    variable: { long: { default: "x".repeat(257) } },
    resource: { alicloud_fcv3_trigger: { t: { trigger_type: type, description: text } } },
  } as never);
const right = { violated: [], undecided: [] };

describe("http-trigger/description", () => {
  testPage(description);

  test.each([null, "", "x".repeat(256), "订".repeat(256), ["x".repeat(300)], { a: 1 }])(
    "%.20j is right, or for the provider to say",
    (text) => {
      expect(judge(text)).toEqual(right);
    },
  );

  test.each(["x".repeat(257), "订".repeat(257)])("257 characters are too many", (text) => {
    expect(judge(text, "timer").violated[0]).toContain("got       257 characters");
  });

  test("a default is followed, and named", () => {
    expect(judge("${var.long}").violated[0]).toContain("(by the default of var.long)");
  });

  test("what is known of a description may be too long already", () => {
    const judge = (text: string) =>
      judged(description, {
        variable: { team: {} },
        resource: { alicloud_fcv3_trigger: { t: { description: text } } },
      });
    expect(judge(`${"x".repeat(257)} \${var.team}`).violated).toHaveLength(1);
    expect(judge("of ${var.team}")).toEqual({
      violated: [],
      undecided: ["alicloud_fcv3_trigger.t description: needs var.team"],
    });
  });
});
