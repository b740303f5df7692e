import { corsCredentials } from "../../../lib/rules/http-trigger/cors-credentials";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, one, withCors } from "../../support/trigger";

const variable = { allow: { type: "bool" }, origin: {}, origins: { default: ["*"] } };
const judge = (cors: unknown) => judged(corsCredentials, one(withCors(cors), { variable }));

describe("http-trigger/cors-credentials", () => {
  testPage(corsCredentials);

  test("the star is found among other origins, and where credentials are a text", () => {
    const cors = { allowCredentials: "true", allowOrigins: ["https://a.example.com", "*"] };
    expect(judge(cors).violated[0]).toContain("trigger_config.corsConfig.allowOrigins[1]");
  });

  test.each([
    [{ allowCredentials: false, allowOrigins: ["*"] }],
    [{ allowOrigins: ["*"] }],
    [{ allowCredentials: true }],
    [{ allowCredentials: true, allowOrigins: [] }],
    [{ allowCredentials: true, allowOrigins: ["https://*.example.com"] }],
    [{ allowCredentials: 1, allowOrigins: ["*"] }],
    [{ allowCredentials: true, allowOrigins: { "*": 1 } }],
    [["*"]],
    [null],
  ])("%j is right, or for another rule to say", (cors) => {
    expect(judge(cors)).toEqual(SATISFIED);
  });

  test("a default is followed, and named", () => {
    const { violated } = judge("{ allowCredentials = true, allowOrigins = var.origins }");
    expect(violated[0]).toContain("(by the default of var.origins)");
  });

  test("what is not known is undecided", () => {
    const at = "alicloud_fcv3_trigger.t trigger_config.corsConfig.allowOrigins";
    expect(judge('{ allowCredentials = var.allow, allowOrigins = ["*"] }').undecided).toEqual([
      `${at}[0]: needs var.allow`,
    ]);
    expect(
      judge("{ allowCredentials = var.allow, allowOrigins = [var.origin] }").undecided,
    ).toEqual([`${at}: needs var.allow, var.origin`]);
    expect(
      judge('{ allowCredentials = var.allow, allowOrigins = ["https://a.example.com"] }'),
    ).toEqual(SATISFIED);
    expect(
      judge('{ allowCredentials = true, allowOrigins = [var.origin, "*"] }').violated,
    ).toHaveLength(1);
  });

  test('the text "*" instead of a list is origin "*" too', () => {
    const corsConfig = { allowCredentials: true, allowOrigins: "*" };
    const { violated } = judged(corsCredentials, {
      resource: {
        alicloud_fcv3_trigger: {
          t: { trigger_type: "http", trigger_config: JSON.stringify({ corsConfig }) },
        },
      },
    });
    expect(violated).toHaveLength(1);
    expect(violated[0]).toContain("(trigger_config.corsConfig.allowOrigins)");
  });
});
