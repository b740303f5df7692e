import { triggerType } from "../../../lib/rules/http-trigger/trigger-type";
import { judged, testPage } from "../../support/rule";
import { SATISFIED, linesOf, one, withConfig } from "../../support/trigger";

const typed = (trigger_type: unknown) => one(withConfig("{}", { trigger_type }));

describe("http-trigger/trigger-type", () => {
  testPage(triggerType);

  test.each([
    "oss",
    "log",
    "timer",
    "http",
    "tablestore",
    "cdn_events",
    "mns_topic",
    "eventbridge",
  ])("%s is a type", (type) => expect(judged(triggerType, typed(type))).toEqual(SATISFIED));

  test.each([
    ["htp", 'write "http"'],
    ["Timer", 'write "timer"'],
    ["kafka", "write one of these"],
    ["", "write one of these"],
    [undefined, 'give a trigger type, such as "http"'],
    [["http"], 'give a trigger type, such as "http"'],
  ])("%j is none", (type, fix) => {
    expect(linesOf(judged(triggerType, typed(type)).violated, "fix")).toEqual([fix]);
  });

  test("a default is followed, and named", () => {
    const json = { ...typed("${var.type}"), variable: { type: { default: "web" } } };
    expect(linesOf(judged(triggerType, json).violated, "got")).toEqual([
      '"web" (by the default of var.type)',
    ]);
  });
});
