import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AlicloudProvider, HttpAuth, HttpTrigger, Invoker } from "../../../lib";
import { OssBucketObject } from "../../../lib/alicloud/oss-bucket-object";
import { GatewayBackend, GatewayRole } from "../../../lib/api-gateway/backend";
import { Order } from "../../support/order";
import { stackOf } from "../../support/synth";
import { type Given, apiIn, apiOf, documentOf, only, ordersIn } from "./fixtures";

const usual = GatewayBackend.functionCompute();
const ROLE = /^\$\{alicloud_ram_role\.Front_GatewayRole_\w+\.arn\}$/;
const roleOf = (backend: GatewayBackend, make?: (stack: TerraformStack) => Given) =>
  (apiOf(backend, make).fc_service_config as { arn_role: string }).arn_role;

test("one that is made may be assumed by the gateway alone, and invoke the function alone", () => {
  const { resource } = documentOf(usual);
  const role = only(resource, "alicloud_ram_role");
  const policy = only(resource, "alicloud_ram_policy");
  expect(Object.keys(role)).toEqual(["assume_role_policy_document", "role_name"]);
  expect(role.role_name).toBe("prod-Front-gateway");
  expect(JSON.parse(role.assume_role_policy_document as string)).toEqual({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: ["apigateway.aliyuncs.com"] },
      },
    ],
  });
  expect(policy).toMatchObject({
    policy_name: "prod-Orders-invoke",
    policy_document:
      '${jsonencode({"Version" = "1", "Statement" = [{"Effect" = "Allow", "Action" = "fc:InvokeFunction", ' +
      '"Resource" = [alicloud_fcv3_function.Orders.function_arn, "${alicloud_fcv3_function.Orders.function_arn}/*"]}]})}',
  });
  expect(only(resource, "alicloud_ram_role_policy_attachment")).toMatchObject({
    policy_name: expect.stringMatching(
      /^\$\{alicloud_ram_policy\.Orders_InvokePolicy_\w+\.policy_name\}$/,
    ),
    policy_type: "Custom",
    role_name: expect.stringMatching(/^\$\{alicloud_ram_role\.Front_GatewayRole_\w+\.role_name\}$/),
  });
  expect(only(resource, "alicloud_api_gateway_api").fc_service_config).toMatchObject({
    arn_role: expect.stringMatching(ROLE),
  });
});

test("APIs come after what the role may do, and go before it", () => {
  const order = new Order(documentOf(usual));
  const [api] = order.ofType("alicloud_api_gateway_api");
  const [attachment] = order.ofType("alicloud_ram_role_policy_attachment");
  const [role] = order.ofType("alicloud_ram_role");
  expect(order.waits(api, attachment)).toBe(true);
  expect(order.waits(attachment, role)).toBe(true);
  const at = (address: string) => order.destruction.findIndex((step) => step.includes(address));
  expect(at(api)).toBeLessThan(at(attachment));
  expect(at(attachment)).toBeLessThan(at(role));
});

describe("by default", () => {
  test.each([
    ["there is one where the trigger asks for a signature", { auth: HttpAuth.signature() }],
    ["and where it is not known what it asks for", { isAuthKnown: false }],
  ])("%s", (_, given) => {
    expect(roleOf(usual, () => given)).toMatch(ROLE);
  });

  test("there is none where the trigger asks for something else", () => {
    expect(roleOf(usual, () => ({ auth: HttpAuth.anonymous() }))).toBe("");
  });
});

test("one can be asked for, or left out, whatever the trigger asks for", () => {
  const create = GatewayBackend.functionCompute({ role: GatewayRole.create() });
  expect(roleOf(create, () => ({ auth: HttpAuth.anonymous() }))).toMatch(ROLE);
  expect(roleOf(GatewayBackend.functionCompute({ role: GatewayRole.none() }))).toBe("");
});

test("one that is there is named by its ARN, or by a reference, and nothing is made", () => {
  const arn = "acs:ram::1234567890123456:role/aliyunserviceroleforapigateway";
  const { resource } = documentOf(
    GatewayBackend.functionCompute({ role: GatewayRole.fromArn(arn) }),
  );
  expect(only(resource, "alicloud_api_gateway_api").fc_service_config).toMatchObject({
    arn_role: arn,
  });
  expect(Object.keys(resource).filter((type) => type.startsWith("alicloud_ram_"))).toEqual([]);
  const stack = new TerraformStack(Testing.app(), "other");
  const role = GatewayRole.fromArn(new TerraformVariable(stack, "role", {}).stringValue);
  expect(roleOf(GatewayBackend.functionCompute({ role }))).toBe("${var.role}");
});

test("of an imported trigger the function's ARN is made of its name and the place", () => {
  const { resource, data } = documentOf(usual, (stack) => ({
    isAuthKnown: false,
    trigger: HttpTrigger.fromHttpTriggerAttributes(stack, "Http", {
      functionName: "orders",
      triggerName: "http",
      intranetUrl: "https://orders-abc.cn-hangzhou-vpc.fcapp.run",
    }),
  }));
  const { policy_document: text } = only(resource, "alicloud_ram_policy");
  const arn = "acs:fc:cn-hangzhou:${data.alicloud_account.FrontDoorAccount.id}:functions/orders";
  expect(text).toContain(`"Resource" = ["${arn}", "${arn}/*"]`);
  expect(data).toEqual({ alicloud_account: { FrontDoorAccount: {} } });
});

test("it shares the policy with the function's grants", () => {
  const { resource } = documentOf(usual, (stack) => {
    const target = ordersIn(stack);
    target.grantInvoke(Invoker.role("partner"));
    return { target };
  });
  expect(Object.keys(resource.alicloud_ram_policy)).toHaveLength(1);
  expect(Object.keys(resource.alicloud_ram_role_policy_attachment)).toHaveLength(2);
});

test("provider and order are those of the front, but for the shared policy's order", () => {
  const { resource } = documentOf(usual, (stack) => {
    const first = new OssBucketObject(stack, "first", { bucket: "b", key: "k", content: "c" });
    const provider = new AlicloudProvider(stack, "b", { alias: "b", region: "cn-beijing" });
    return { props: { dependsOn: [first], provider } };
  });
  const argumentsOf = (type: string) => {
    const { provider, depends_on } = only(resource, type);
    return [provider, depends_on];
  };
  expect(argumentsOf("alicloud_ram_role")).toEqual([
    "alicloud.b",
    ["alicloud_oss_bucket_object.first"],
  ]);
  expect(argumentsOf("alicloud_ram_role_policy_attachment")).toEqual([
    "alicloud.b",
    ["alicloud_oss_bucket_object.first"],
  ]);
  expect(argumentsOf("alicloud_ram_policy")).toEqual(["alicloud.b", undefined]);
});

test("the name has no more characters than RAM takes, and none that it refuses", () => {
  const stack = stackOf(`prod_${"x".repeat(80)}`);
  apiIn(stack, usual);
  const { resource } = JSON.parse(Testing.synth(stack));
  const name = only(resource, "alicloud_ram_role").role_name as string;
  expect(name).toMatch(/^prod-x+-[0-9a-f]{8}-gateway$/);
  expect(name).toHaveLength(64);
});
