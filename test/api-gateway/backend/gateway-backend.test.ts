import { TerraformVariable } from "cdktf";
import { HttpAuth, HttpTrigger } from "../../../lib";
import { GatewayBackend, GatewayRole } from "../../../lib/api-gateway/backend";
import { Duration } from "../../../lib/api-gateway/duration";
import { stackOf } from "../../support/synth";
import { apiOf, documentOf, ordersIn, refusal } from "./fixtures";

const URL = /^\$\{alicloud_fcv3_trigger\.Front_Trigger_\w+\.http_trigger\[0\]\.url_intranet\}$/;
const none = { role: GatewayRole.none() };
const timeoutOf = (...given: Parameters<typeof apiOf>) =>
  (apiOf(...given).fc_service_config as { timeout: unknown }).timeout;

test("a function is called as one of Function Compute 3.0 by the trigger's intranet URL", () => {
  const { service_type, fc_service_config, depends_on } = apiOf(
    GatewayBackend.functionCompute(none),
  );
  expect({ service_type, fc_service_config, depends_on }).toEqual({
    service_type: "FunctionCompute",
    fc_service_config: {
      function_version: "3.0",
      function_type: "HttpTrigger",
      region: "cn-hangzhou",
      timeout: 30000,
      arn_role: "",
      function_base_url: expect.stringMatching(URL),
      path: "/orders",
      method: "GET",
    },
    depends_on: undefined,
  });
});

test("or as any HTTP server, without a role", () => {
  const { resource, data } = documentOf(GatewayBackend.http());
  const [api] = Object.values(resource.alicloud_api_gateway_api);
  expect([api.service_type, api.http_service_config]).toEqual([
    "HTTP",
    {
      address: expect.stringMatching(URL),
      path: "/orders",
      method: "GET",
      timeout: 30000,
    },
  ]);
  expect(resource.alicloud_ram_role).toBe(undefined);
  expect(data).toBe(undefined);
});

test("the region is asked for where the provider does not state it", () => {
  const { fc_service_config } = apiOf(GatewayBackend.functionCompute(none), (stack) => {
    const [provider] = stack.node.children;
    (provider as unknown as { region: undefined }).region = undefined;
    return {};
  });
  expect(fc_service_config).toMatchObject({
    region: "${data.alicloud_regions.FrontDoorRegions.regions[0].id}",
  });
});

test.each([GatewayBackend.functionCompute(), GatewayBackend.http()])(
  "a route with an answer of the gateway's own calls nothing",
  (backend) => {
    const api = apiOf(backend, () => ({ api: { mock: { body: "soon" } } }));
    expect(api).toMatchObject({ service_type: "MOCK", mock_service_config: { result: "soon" } });
    expect(api.fc_service_config ?? api.http_service_config).toBe(undefined);
  },
);

describe("the gateway waits", () => {
  test("as long as the backend says, in milliseconds", () => {
    const timeout = Duration.seconds(1.5);
    expect(timeoutOf(GatewayBackend.functionCompute({ ...none, timeout }))).toBe(1500);
    expect(apiOf(GatewayBackend.http({ timeout })).http_service_config).toMatchObject({
      timeout: 1500,
    });
  });

  test("as long as a route says, where it says it", () => {
    const backend = GatewayBackend.functionCompute({ ...none, timeout: Duration.minutes(1) });
    expect(timeoutOf(backend, () => ({ api: { timeout: Duration.millis(200) } }))).toBe(200);
  });

  test("as long as a variable says", () => {
    const backend = GatewayBackend.functionCompute(none);
    const found = timeoutOf(backend, (stack) => {
      const millis = new TerraformVariable(stack, "millis", { type: "number" }).numberValue;
      return { api: { timeout: Duration.millis(millis) } };
    });
    expect(found).toBe("${var.millis}");
  });

  test.each([
    [3, 30000],
    [30, 30000],
    [31, 31000],
    [600, 600000],
  ])("by default not less than a function of %d seconds may run", (timeoutSeconds, millis) => {
    const found = timeoutOf(GatewayBackend.functionCompute(none), (stack) => ({
      target: ordersIn(stack, { timeoutSeconds }).currentVersion,
    }));
    expect(found).toBe(millis);
  });

  test("by default 30 seconds where the function's time is not known", () => {
    const found = timeoutOf(GatewayBackend.functionCompute(none), (stack) => {
      const seconds = new TerraformVariable(stack, "seconds", { type: "number" }).numberValue;
      return { target: ordersIn(stack, { timeoutSeconds: seconds }) };
    });
    expect(found).toBe(30000);
  });
});

test("an imported trigger's URL is used as it was given", () => {
  const intranetUrl = "https://orders-abc.cn-hangzhou-vpc.fcapp.run";
  const { fc_service_config } = apiOf(GatewayBackend.functionCompute(none), (stack) => ({
    isAuthKnown: false,
    trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
      functionName: "orders",
      triggerName: "http",
      intranetUrl,
    }),
  }));
  expect(fc_service_config).toMatchObject({ function_base_url: intranetUrl });
});

test("null is what is not given", () => {
  for (const props of [null, { timeout: null, role: null }] as never[]) {
    expect(
      timeoutOf(GatewayBackend.functionCompute(props), () => ({ auth: HttpAuth.anonymous() })),
    ).toBe(30000);
    expect(apiOf(GatewayBackend.http(props)).service_type).toBe("HTTP");
  }
});

describe("it is refused", () => {
  test("with a time of another kind", () => {
    expect(refusal(GatewayBackend.http({ timeout: 10 as never }))).toBe(
      `Front: a prop is wrong
  backend.timeout
    got       the number 10
    expected  a Duration, such as Duration.seconds(10)
    fix       give a Duration, such as Duration.seconds(10)`,
    );
  });

  test.each([
    [Duration.seconds(-10), "-10 seconds"],
    [Duration.seconds(0), "0 seconds"],
    [Duration.millis(0.5), "0.5 milliseconds"],
    [Duration.minutes(NaN), "NaN minutes"],
    [Duration.millis("5" as never), "5 milliseconds"],
    [Duration.seconds(Infinity), "Infinity seconds"],
  ])("with a time that is none: %s", (timeout, got) => {
    expect(refusal(GatewayBackend.functionCompute({ timeout }))).toBe(
      `Front: a prop is wrong
  backend.timeout
    got       ${got}
    expected  a whole number of milliseconds, at least 1
    fix       write Duration.seconds(30), or another time`,
    );
  });

  test("with a token that would have to be multiplied", () => {
    const seconds = new TerraformVariable(stackOf(), "seconds", { type: "number" }).numberValue;
    expect(refusal(GatewayBackend.http({ timeout: Duration.seconds(seconds) }))).toBe(
      `Front: a prop is wrong
  backend.timeout
    got       a token of seconds
    expected  a number, or a token of milliseconds: a token cannot be multiplied here
    fix       give a token of milliseconds to Duration.millis`,
    );
  });

  test("with a role of another kind, and with every wrong prop at once", () => {
    const props = { role: "acs:ram::1:role/x", timeout: Duration.seconds(0), timeOut: 1 };
    expect(refusal(GatewayBackend.functionCompute(props as never))).toBe(
      `Front: 3 props are wrong
  backend.timeOut
    got       a prop of an unknown name
    expected  timeout
    fix       write timeout
  backend.timeout
    got       0 seconds
    expected  a whole number of milliseconds, at least 1
    fix       write Duration.seconds(30), or another time
  backend.role
    got       a string
    expected  a GatewayRole, such as GatewayRole.create()
    fix       give a GatewayRole, such as GatewayRole.create()`,
    );
  });

  test("over HTTP with a role, which it has not", () => {
    const backend = GatewayBackend.http({ role: GatewayRole.none() } as never);
    expect(refusal(backend)).toContain("backend.role\n    got       a prop of an unknown name\n");
  });

  test.each([[""], ["gateway"], ["acs:ram::1:user/x"], ["acs:ram::1:role/"]])(
    "with %j for a role's ARN",
    (arn) => {
      expect(refusal(GatewayBackend.functionCompute({ role: GatewayRole.fromArn(arn) }))).toBe(
        `Front: a prop is wrong
  backend.role
    got       ${JSON.stringify(arn)}
    expected  the ARN of a RAM role, such as acs:ram::1234567890123456:role/gateway
    fix       ${arn === "" ? "take GatewayRole.none()" : "take the arn of the alicloud_ram_role, or copy it from the RAM console"}`,
      );
    },
  );

  test.each([
    [null, "null"],
    [undefined, "undefined"],
    [5, "the number 5"],
  ])("with %j for a role's ARN, which is no text", (arn, got) => {
    const role = GatewayRole.fromArn(arn as never);
    expect(refusal(GatewayBackend.functionCompute({ role }))).toContain(`got       ${got}\n`);
  });
});
