import { Testing } from "cdktf";
import { HttpMethod, HttpTrigger, WebFunction } from "../../lib";
import { minimal } from "../function/fixtures";
import { thrownBy } from "../support/app";
import { resourcesOf, stackOf } from "../support/synth";
import { AlicloudProvider, Fcv3Trigger } from "./own-bindings";

/** What a user has who ran `cdktf get`: classes of the same resources, and none of ours. */
describe("bindings of the user's own", () => {
  test("stand beside our constructs in one stack", () => {
    const stack = stackOf();
    const target = new WebFunction(stack, "Orders", minimal);
    const http = new HttpTrigger(stack, "Http", { target, methods: [HttpMethod.GET] });
    new Fcv3Trigger(stack, "Next", {
      functionName: target.functionName,
      qualifier: target.addAlias("next").qualifier,
      triggerName: "next",
      triggerType: "http",
      triggerConfig: '{"authType":"function","disableURLInternet":true,"methods":["GET"]}',
      dependsOn: [http.node.defaultChild as never],
    });
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Next).toEqual({
      function_name: "${alicloud_fcv3_function.Orders.function_name}",
      qualifier: "${alicloud_fcv3_alias.Orders_Alias-next_E96CFC45.alias_name}",
      trigger_name: "next",
      trigger_type: "http",
      trigger_config: '{"authType":"function","disableURLInternet":true,"methods":["GET"]}',
      depends_on: ["alicloud_fcv3_trigger.Http"],
    });
  });

  test("are seen by the rules together with ours", () => {
    const stack = stackOf();
    const target = new WebFunction(stack, "Orders", minimal);
    new HttpTrigger(stack, "Http", { target, methods: [HttpMethod.GET] });
    new Fcv3Trigger(stack, "Second", {
      functionName: target.functionName,
      qualifier: "LATEST",
      triggerName: "second",
      triggerType: "http",
      triggerConfig: '{"authType":"function","disableURLInternet":true,"methods":["GET"]}',
    });
    const message = thrownBy(() => Testing.synth(stack, true));
    expect(message).toContain("error  http-trigger/one-per-qualifier: ");
    expect(message).toContain("alicloud_fcv3_trigger.Second");
    expect(message).toContain("beside alicloud_fcv3_trigger.Http");
  });

  test("can be the provider and the dependency of ours", () => {
    const stack = stackOf();
    const provider = new AlicloudProvider(stack, "hongkong", {
      region: "cn-hongkong",
      alias: "hk",
    });
    const timer = new Fcv3Trigger(stack, "Timer", {
      functionName: "billing",
      qualifier: "LATEST",
      triggerName: "timer",
      triggerType: "timer",
      triggerConfig: '{"cronExpression":"@every 1h","enable":true}',
    });
    const target = WebFunction.fromFunctionAttributes(stack, "Orders", { functionName: "orders" });
    const methods = [HttpMethod.GET];
    new HttpTrigger(stack, "Http", { target, methods, provider, dependsOn: [timer] });
    expect(resourcesOf(stack).alicloud_fcv3_trigger.Http).toMatchObject({
      provider: "alicloud.hk",
      depends_on: ["alicloud_fcv3_trigger.Timer"],
    });
  });
});
