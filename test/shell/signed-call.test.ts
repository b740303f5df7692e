import { spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { Testing } from "cdktf";
import { stackOf } from "../support/synth";
import { triggerIn } from "../http-trigger/fixtures";

const URL = "${alicloud_fcv3_trigger.Http.http_trigger[0].url_internet}";

test("the test command sends the signature that the vendor's library would", () => {
  const stack = stackOf();
  triggerIn(stack, {}).testCommands({ path: "/orders" });
  const { output } = JSON.parse(Testing.synth(stack, true));
  const run = output.Http_TestSync_185D7E6E.value
    .replace("curl -v", "printf '%s\\n'")
    .replace(URL, "https://x.fcapp.run");
  const { stdout, stderr } = spawnSync("sh", ["-c", run], {
    encoding: "utf8",
    env: {
      ...process.env,
      ALIBABA_CLOUD_ACCESS_KEY_ID: "id",
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret",
    },
  });
  expect(stderr).toBe("");
  const [, dateHeader, , authorization, url] = stdout.split("\n");
  const date = dateHeader.replace("x-acs-date: ", "");
  expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(url).toBe("https://x.fcapp.run/orders");
  expect(authorization).toBe(`Authorization: ${signed("GET", "/orders", date)}`);
});

/** As aliyun/darabonba-openapi-util does it, with an empty payload as in the vendor's example. */
function signed(method: string, pathname: string, date: string): string {
  const canonicalHeaders = `x-acs-date:${date}\n`;
  const request = [method, pathname, "", canonicalHeaders, "x-acs-date", ""].join("\n");
  const digest = createHash("sha256").update(request).digest("hex");
  const signature = createHmac("sha256", "secret")
    .update(`ACS3-HMAC-SHA256\n${digest}`)
    .digest("hex");
  return `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=x-acs-date,Signature=${signature}`;
}
