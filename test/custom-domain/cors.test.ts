import { TerraformVariable } from "cdktf";
import { HttpMethod } from "../../lib";
import { emitted, refusal } from "./fixtures";

test("writes every setting by the provider's names, methods in alphabetical order", () => {
  const cors = {
    allowCredentials: true,
    allowHeaders: ["content-type", "X-Fc-Invocation-Type"],
    allowMethods: [HttpMethod.POST, HttpMethod.GET],
    allowOrigins: ["https://app.example.com"],
    exposeHeaders: ["X-Fc-Request-Id"],
    maxAgeSeconds: 600,
  };
  expect(emitted(() => ({ cors })).cors_config).toEqual({
    allow_credentials: true,
    allow_headers: ["content-type", "X-Fc-Invocation-Type"],
    allow_methods: ["GET", "POST"],
    allow_origins: ["https://app.example.com"],
    expose_headers: ["X-Fc-Request-Id"],
    max_age: 600,
  });
});

test("takes references", () => {
  const written = emitted((stack) => {
    const origins = new TerraformVariable(stack, "origins", { type: "list(string)" });
    return { cors: { allowOrigins: origins.listValue } };
  });
  expect(written.cors_config).toEqual({ allow_origins: "${var.origins}" });
});

test("null stands for what is not given", () => {
  const cors = { allowOrigins: ["*"], allowMethods: null, maxAgeSeconds: null } as never;
  expect(emitted(() => ({ cors })).cors_config).toEqual({ allow_origins: ["*"] });
  const nothing = { allowOrigins: null } as never;
  expect(emitted(() => ({ cors: nothing }))).not.toHaveProperty("cors_config");
});

test("refuses what a trigger refuses", () => {
  const cors = { allowHeaders: ["x-fc-account-id"], maxAgeSeconds: -1 };
  expect(refusal(() => ({ cors }))).toBe(
    `CustomDomain: 2 props are wrong
  cors.allowHeaders[0]
    got       "x-fc-account-id"
    expected  no connection, no keep-alive, and of x-fc-* only X-Fc-Invocation-Type, X-Fc-Stateful-Async-Invocation-Id, x-fc-async-delay
    fix       remove it, or give the header another name
  cors.maxAgeSeconds
    got       -1 seconds
    expected  a whole number of at least 0 seconds
    fix       write 0, or another allowed number`,
  );
});
