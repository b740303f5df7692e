import { OpenApiPart } from "../../../lib/api-gateway/route/open-api/part";
import { OPEN_API_FIXES } from "../../../lib/facts/open-api";
import { openApi } from "../../../lib/rules/api-gateway/open-api";
import { STRANGE } from "../../support/function";
import { api, gateway } from "../../support/gateway";
import { judged, testPage } from "../../support/rule";
import { SATISFIED } from "../../support/trigger";

const saying = (notMapped: unknown) => gateway(api({ "//": { "fc-frontdoor": { notMapped } } }));
const line = (name: string, notMapped: unknown): string | undefined =>
  new RegExp(`^  ${name} +(.*)$`, "m").exec(judged(openApi, saying(notMapped)).violated[0])?.[1];

describe("api-gateway/open-api", () => {
  testPage(openApi);

  test("an API of which nothing is said, or that all is mapped, is right", () => {
    expect(judged(openApi, gateway(api()))).toEqual(SATISFIED);
    expect(judged(openApi, saying([]))).toEqual(SATISFIED);
  });

  test("one finding for each API, with the first eight", () => {
    const many = Array.from({ length: 10 }, (_, index) => `cookie: c${index}`);
    expect(judged(openApi, saying(many)).violated).toHaveLength(1);
    expect(line("got", many)).toBe(`${many.slice(0, 8).join("; ")}; and 2 more`);
    expect(line("got", many.slice(0, 8))).toBe(many.slice(0, 8).join("; "));
  });

  test("each kind has its fix, once and in one order", () => {
    expect(Object.values(OpenApiPart)).toEqual(Object.keys(OPEN_API_FIXES));
    expect(line("fix", ["webhook: a", "cookie: b", "webhook: c"])).toBe(
      "read cookies in the code; send webhooks from the code; then say handled: [OpenApiPart.COOKIE, OpenApiPart.WEBHOOK] to ApiRoute.fromOpenApi",
    );
  });

  test("what somebody else wrote there is shown too", () => {
    expect(line("fix", ["quota of 10"])).toBe("have the code see to it, and accept this finding");
  });

  test("strange metadata is no finding, and does not crash", () => {
    for (const value of STRANGE) {
      expect(() => judged(openApi, saying(value))).not.toThrow();
      expect(() => judged(openApi, saying([value]))).not.toThrow();
    }
    expect(judged(openApi, saying({ a: "cookie: b" }))).toEqual(SATISFIED);
    expect(judged(openApi, saying([1, null, ["cookie: b"]]))).toEqual(SATISFIED);
  });
});
