import { readdirSync } from "node:fs";
import { App, type TerraformStack, Testing } from "cdktf";
import { FrontDoor, HttpAuth, HttpMethod, HttpTrigger, WebFunction } from "../../lib";
import { fcv3Trigger } from "../../lib/alicloud";
import { RECOMMENDED } from "../../lib/policy";
import "../../lib/testing";
import { triggerIn } from "../http-trigger/fixtures";
import { folderWith } from "../support/folder";
import { stackOf } from "../support/synth";

/** The message of an expectation that fails, without colours. */
function failing(expectation: () => unknown): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message.replace(/\u001b\[\d+m/g, "");
  }
  throw new Error("it did not fail");
}

function open(): TerraformStack {
  const stack = stackOf();
  triggerIn(stack, { auth: HttpAuth.anonymous() });
  return stack;
}

function fine(): TerraformStack {
  const stack = stackOf();
  triggerIn(stack);
  return stack;
}

describe("toHaveNoFindings", () => {
  test("passes where nothing is found, for a stack, an App, a construct, its text and its JSON", () => {
    const stack = fine();
    const text = Testing.synth(stack);
    for (const received of [stack, stack.node.root, stack.node.tryFindChild("Http"), text]) {
      expect(received).toHaveNoFindings();
    }
    expect(JSON.parse(text)).toHaveNoFindings();
  });

  test("fails with the findings", () => {
    expect(failing(() => expect(open()).toHaveNoFindings())).toMatch(
      /^expect\(received\)\.toHaveNoFindings\(\)\n\nexpected no finding, but there is 1\n\nwarning {2}http-trigger\/anonymous-public: [\s\S]* {2}fix {7}/,
    );
  });

  test("says where in a line that jest does not take for the stack", () => {
    const message = failing(() => expect(open()).toHaveNoFindings());
    expect(message).toMatch(/^ {2}where {5}\S+:\d+:\d+ \(.+\)$/m);
    expect(message).not.toMatch(/^\s*at\s/m);
  });

  test("lets pass what weighs less than it is told", () => {
    expect(open()).toHaveNoFindings({ failOn: "error" });
    expect(open()).not.toHaveNoFindings({ failOn: "warning" });
  });

  test("says in the negative that there is none", () => {
    expect(failing(() => expect(fine()).not.toHaveNoFindings())).toBe(
      "expect(received).not.toHaveNoFindings()\n\nexpected a finding, but there is none",
    );
  });

  test("follows acknowledgements, and the policy that it is given", () => {
    const stack = open();
    const levels = new Map([["http-trigger/anonymous-public", "off" as const]]);
    expect(stack).toHaveNoFindings({ policy: { ...RECOMMENDED, levels } });
    FrontDoor.of(stack).acknowledge({
      rule: "http-trigger/anonymous-public",
      reason: "public API",
    });
    expect(stack).toHaveNoFindings();
  });

  test("judges a stack of raw bindings, and an App with several", () => {
    const app = Testing.app();
    for (const id of ["one", "two"]) {
      new fcv3Trigger.Fcv3Trigger(stackOf(id, app), "Raw", {
        functionName: "orders",
        qualifier: "LATEST",
        triggerType: "http",
        triggerName: "http",
        triggerConfig: JSON.stringify({ methods: [] }),
      });
    }
    expect(app).toHaveFinding("http-trigger/methods", { stack: "one", path: "one/Raw" });
    expect(app).toHaveFinding("http-trigger/methods", { stack: "two" });
  });

  test("writes no files", () => {
    const outdir = folderWith({});
    const app = new App({ outdir });
    triggerIn(stackOf("prod", app));
    expect(app).toHaveNoFindings();
    // The App has made this one itself.
    expect(readdirSync(outdir, { recursive: true })).toEqual(["stacks"]);
  });
});

describe("toHaveFinding", () => {
  test("passes where the rule finds it, with the members that are named", () => {
    expect(open()).toHaveFinding("http-trigger/anonymous-public");
    expect(open()).toHaveFinding("http-trigger/anonymous-public", {
      level: "warning",
      path: "prod/Http",
      message: expect.stringContaining("anyone"),
    });
  });

  test("fails with what is other than expected", () => {
    const expectation = () =>
      expect(open()).toHaveFinding("http-trigger/anonymous-public", { level: "error" });
    const message = failing(expectation);
    expect(message).toContain(
      'expected "http-trigger/anonymous-public" with {"level": "error"}, but of this rule there is',
    );
    expect(message).toContain('-   "level": "error"');
    expect(message).toContain('+   "level": "warning"');
  });

  test("fails with what other rules find, or that there is nothing", () => {
    expect(failing(() => expect(open()).toHaveFinding("http-trigger/methods"))).toContain(
      'expected "http-trigger/methods", but of other rules there is\n\nwarning  http-trigger/anonymous-public: ',
    );
    expect(failing(() => expect(fine()).toHaveFinding("http-trigger/methods"))).toBe(
      'expect(received).toHaveFinding(rule)\n\nexpected "http-trigger/methods", but there is nothing',
    );
  });

  test("fails in the negative with what there is", () => {
    const expectation = () => expect(open()).not.toHaveFinding("http-trigger/anonymous-public");
    expect(failing(expectation)).toContain("expected none of");
  });
});

test("the id of a rule that there is not is refused, also in the negative", () => {
  const message = "there is no rule http-trigger/method; write http-trigger/methods";
  expect(failing(() => expect(fine()).not.toHaveFinding("http-trigger/method"))).toBe(message);
  expect(failing(() => expect(fine()).not.toHaveUndecided("http-trigger/method"))).toBe(message);
  expect(failing(() => expect(fine()).toHaveFinding("a/b", {}, { rules: [] }))).toContain("a/b");
});

describe("toHaveUndecided", () => {
  const question = {
    variable: { methods: { type: "list(string)" } },
    resource: {
      alicloud_fcv3_trigger: {
        http: {
          function_name: "orders",
          qualifier: "LATEST",
          trigger_name: "http",
          trigger_type: "http",
          trigger_config:
            '${jsonencode({"authType":"function","disableURLInternet":false,"methods":var.methods})}',
        },
      },
    },
  };

  test("passes where the rule cannot decide", () => {
    expect(question).toHaveUndecided("http-trigger/methods", { needs: ["var.methods"] });
    expect(question).not.toHaveUndecided("http-trigger/auth-type");
  });

  test("fails with the questions that there are", () => {
    expect(failing(() => expect(question).toHaveUndecided("http-trigger/name"))).toContain(
      "http-trigger/methods: alicloud_fcv3_trigger.http (trigger_config.methods) needs var.methods",
    );
  });
});

describe("toHaveResource", () => {
  test("passes by type or class, with some of the arguments", () => {
    expect(fine()).toHaveResource("alicloud_fcv3_trigger");
    expect(fine()).toHaveResource(fcv3Trigger.Fcv3Trigger, {
      qualifier: "LATEST",
      trigger_config: expect.stringContaining('"GET"'),
    });
    expect(fine()).not.toHaveResource("alicloud_fcv3_trigger", { qualifier: "live" });
  });

  test("fails with what each resource of the type has instead", () => {
    const expectation = () =>
      expect(fine()).toHaveResource("alicloud_fcv3_trigger", { qualifier: "live" });
    const message = failing(expectation);
    expect(message).toContain("expected alicloud_fcv3_trigger with these arguments, but there is");
    expect(message).toContain('-   "qualifier": "live"');
    expect(message).toContain('+   "qualifier": "LATEST"');
  });

  test("fails where there is none of the type", () => {
    expect(failing(() => expect(fine()).toHaveResource("alicloud_fcv3_alias"))).toBe(
      "expect(received).toHaveResource(type, properties)\n\nexpected alicloud_fcv3_alias, but there is none of this type",
    );
  });

  test("takes a block for a list of one", () => {
    const json = { resource: { a_b: { c: { block: [{ key: "value", other: 1 }] } } } };
    expect(json).toHaveResource("a_b", { block: { key: "value" } });
    expect(json).not.toHaveResource("a_b", { block: [] });
  });
});

describe("toHaveResourceCount", () => {
  test("counts", () => {
    expect(fine()).toHaveResourceCount("alicloud_fcv3_trigger", 1);
    expect(fine()).toHaveResourceCount(fcv3Trigger.Fcv3Trigger, 1);
    expect(failing(() => expect(fine()).toHaveResourceCount("alicloud_fcv3_trigger", 2))).toBe(
      "expect(received).toHaveResourceCount(type, count)\n\nexpected 2 of alicloud_fcv3_trigger, but there are 1\n  alicloud_fcv3_trigger.Http",
    );
  });
});

describe("toHaveReference", () => {
  function aliased(): TerraformStack {
    const stack = stackOf();
    const target = WebFunction.fromFunctionAttributes(stack, "Orders", { functionName: "orders" });
    new HttpTrigger(stack, "First", { target, methods: [HttpMethod.GET] });
    return stack;
  }

  test("passes for a reference, by address or by binding", () => {
    const json = {
      resource: {
        a: { one: { name: "${b.two.id}" }, four: {} },
        b: { two: { depends_on: ["c.three"] } },
        c: { three: {} },
      },
    };
    expect(json).toHaveReference("a.one", "b.two");
    expect(json).toHaveReference("a.one", "c.three");
    expect(json).not.toHaveReference("b.two", "a.one");
    expect(failing(() => expect(json).toHaveReference("a.one", "a.four"))).toBe(
      "expect(received).toHaveReference(from, to)\n\nexpected that a.one refers to a.four, but it refers to b.two",
    );
    expect(failing(() => expect(json).toHaveReference("a.one", "a.five"))).toBe(
      "expect(received).toHaveReference(from, to)\n\nthere is no a.five",
    );
  });

  test("takes a construct's resource for its address", () => {
    const stack = aliased();
    const binding = stack.node.findChild("First").node.defaultChild as fcv3Trigger.Fcv3Trigger;
    expect(failing(() => expect(stack).toHaveReference(binding, "a.b"))).toContain(
      "there is no a.b",
    );
  });
});

test.each([
  [undefined, "undefined"],
  [null, "null"],
  [1, "number"],
  ["text", "a text that is no JSON object"],
])("%p is not a configuration", (received, shown) => {
  expect(failing(() => expect(received).toHaveNoFindings())).toBe(
    `expected a stack, an App, or the Terraform JSON that Testing.synth(stack) gives, but got ${shown}`,
  );
});
