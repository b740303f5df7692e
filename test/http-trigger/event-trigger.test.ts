import { Testing } from "cdktf";
import {
  EventTrigger,
  type EventTriggerProps,
  EventTriggerType,
  HttpMethod,
  HttpTrigger,
  WebFunction,
} from "../../lib";
import { minimal } from "../function/fixtures";
import { thrownBy } from "../support/app";
import { orders, secretIn } from "../support/given";
import { resourcesOf, stackOf } from "../support/synth";

const HOURLY = { cronExpression: "@every 1h", enable: true, payload: "" };

test("writes what it is given", () => {
  const stack = stackOf();
  new EventTrigger(stack, "Uploads", {
    target: new WebFunction(stack, "Thumbnails", minimal),
    triggerType: EventTriggerType.OSS,
    config: { events: ["oss:ObjectCreated:*"], filter: { key: { prefix: "in/", suffix: "" } } },
    invocationRole: "acs:ram::1:role/oss",
    sourceArn: "acs:oss:cn-hangzhou:1:uploads",
    description: "new pictures",
  });
  expect(resourcesOf(stack).alicloud_fcv3_trigger.Uploads).toEqual({
    function_name: "${alicloud_fcv3_function.Thumbnails.function_name}",
    qualifier: "LATEST",
    trigger_type: "oss",
    trigger_name: "prod-Uploads",
    trigger_config:
      '{"events":["oss:ObjectCreated:*"],"filter":{"key":{"prefix":"in/","suffix":""}}}',
    invocation_role: "acs:ram::1:role/oss",
    source_arn: "acs:oss:cn-hangzhou:1:uploads",
    description: "new pictures",
  });
});

test("takes references in its configuration", () => {
  const stack = stackOf();
  new EventTrigger(stack, "Timer", {
    target: orders(stack),
    triggerType: EventTriggerType.TIMER,
    config: { ...HOURLY, payload: secretIn(stack) },
  });
  expect(resourcesOf(stack).alicloud_fcv3_trigger.Timer.trigger_config).toBe(
    '${jsonencode({"cronExpression" = "@every 1h", "enable" = true, "payload" = var.secret})}',
  );
});

test("needs no configuration where the type has none", () => {
  const stack = stackOf();
  new EventTrigger(stack, "Topic", {
    target: orders(stack),
    triggerType: EventTriggerType.MNS_TOPIC,
  });
  expect(resourcesOf(stack).alicloud_fcv3_trigger.Topic).not.toHaveProperty("trigger_config");
});

test("is refused beside an HTTP trigger, on whatever qualifier", () => {
  const stack = stackOf();
  const target = new WebFunction(stack, "Orders", minimal);
  new HttpTrigger(stack, "Http", { target: target.addAlias("live"), methods: [HttpMethod.GET] });
  new EventTrigger(stack, "Timer", { target, triggerType: EventTriggerType.TIMER, config: HOURLY });
  const message = thrownBy(() => Testing.synth(stack, true));
  expect(message).toContain("error  http-trigger/exclusive: ");
  expect(message).toContain("event-trigger.test.ts");
  expect(message).toContain("(prod/Timer)");
});

describe("wrong props", () => {
  const refusal = (props: object): string[] => {
    const stack = stackOf();
    const given = { target: orders(stack), triggerType: EventTriggerType.TIMER, ...props };
    const make = () => new EventTrigger(stack, "Timer", given as EventTriggerProps);
    return thrownBy(make).split("\n").slice(2);
  };

  test("http, for which there is a construct", () => {
    expect(refusal({ triggerType: "http" })).toEqual([
      "  triggerType",
      '    got       "http"',
      "    expected  one of cdn_events, eventbridge, log, mns_topic, oss, tablestore, timer",
      "    fix       use HttpTrigger",
    ]);
  });

  test("a type that there is not", () => {
    expect(refusal({ triggerType: "timers" })).toContain('    fix       write "timer"');
    expect(refusal({ triggerType: 5 })).toContain("    got       the number 5");
  });

  test("a configuration that is no JSON object", () => {
    expect(refusal({ config: "{}" })).toEqual([
      "  config",
      "    got       a string",
      "    expected  an object",
      "    fix       give an object",
    ]);
    expect(refusal({ config: { run: () => 1 } })[0]).toBe("  config.run");
  });
});
