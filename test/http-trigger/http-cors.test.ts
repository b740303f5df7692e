import { TerraformVariable } from "cdktf";
import { HttpMethod } from "../../lib";
import { configOf, refusal } from "./fixtures";

const methods = [HttpMethod.GET, HttpMethod.OPTIONS];

test("writes every setting, methods in alphabetical order", () => {
  const cors = {
    allowCredentials: true,
    allowHeaders: ["content-type", "X-Fc-Invocation-Type"],
    allowMethods: [HttpMethod.POST, HttpMethod.GET],
    allowOrigins: ["https://app.example.com"],
    exposeHeaders: ["X-Fc-Request-Id"],
    maxAgeSeconds: 600,
  };
  expect(JSON.parse(configOf(() => ({ cors, methods })) as string).corsConfig).toEqual({
    allowCredentials: true,
    allowHeaders: ["content-type", "X-Fc-Invocation-Type"],
    allowMethods: ["GET", "POST"],
    allowOrigins: ["https://app.example.com"],
    exposeHeaders: ["X-Fc-Request-Id"],
    maxAge: 600,
  });
});

test("takes references", () => {
  const config = configOf((stack) => {
    const origins = new TerraformVariable(stack, "origins", { type: "list(string)" });
    return { methods, cors: { allowOrigins: origins.listValue } };
  });
  expect(config).toBe(
    '${jsonencode({"methods" = ["GET", "OPTIONS"], "authType" = "function", "disableURLInternet" = false, "corsConfig" = {"allowOrigins" = var.origins}})}',
  );
});

test("refuses all that is wrong at once", () => {
  const cors = {
    allowHeaders: ["x-fc-account-id"],
    allowMethods: ["LINK"],
    allowOrigins: "https://app.example.com",
    exposeHeaders: ["Date"],
    maxAgeSeconds: -1,
    maxAge: 5,
  };
  expect(refusal(() => ({ cors }))).toBe(
    `HttpTrigger: 6 props are wrong
  cors.maxAge
    got       a prop of an unknown name
    expected  one of allowCredentials, allowHeaders, allowMethods, allowOrigins, exposeHeaders, maxAgeSeconds
    fix       remove it
  cors.allowHeaders[0]
    got       "x-fc-account-id"
    expected  no connection, no keep-alive, and of x-fc-* only X-Fc-Invocation-Type, X-Fc-Stateful-Async-Invocation-Id, x-fc-async-delay
    fix       remove it, or give the header another name
  cors.allowMethods[0]
    got       "LINK"
    expected  one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT
    fix       remove it: Function Compute passes no other method on
  cors.allowOrigins
    got       a string
    expected  a list
    fix       give a list
  cors.exposeHeaders[0]
    got       "Date"
    expected  none of connection, content-length, date, keep-alive, server, upgrade
    fix       remove it, or give the header another name
  cors.maxAgeSeconds
    got       -1 seconds
    expected  a whole number of at least 0 seconds
    fix       write 0, or another allowed number`,
  );
});

test("refuses credentials for every origin", () => {
  const cors = { allowCredentials: true, allowOrigins: ["https://app.example.com", "*"] };
  expect(refusal(() => ({ cors }))).toBe(
    `HttpTrigger: a prop is wrong
  cors.allowOrigins[1]
    got       "*" with allowCredentials true
    expected  named origins, or allowCredentials false
    fix       name the origins that may send credentials, such as https://app.example.com`,
  );
});
