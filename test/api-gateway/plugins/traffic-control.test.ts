import { TerraformVariable } from "cdktf";
import {
  TrafficControl,
  TrafficControlUnit,
} from "../../../lib/api-gateway/plugins/traffic-control";
import { stackOf } from "../../support/synth";
import { KnownApp, dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const { MINUTE } = TrafficControlUnit;
const of = (props: object) => TrafficControl.of({ unit: MINUTE, apiDefault: 1000, ...props });
const specials = (...list: unknown[]) => of({ specials: list });

test("a limit is one line", () => {
  expect(TrafficControl.perMinute(1000).pluginType).toBe("trafficControl");
  const { perSecond, perMinute, perHour, perDay } = TrafficControl;
  expect([perSecond, perMinute, perHour, perDay].map((per) => dataOf(per(7)))).toStrictEqual([
    { unit: "SECOND", apiDefault: 7 },
    { unit: "MINUTE", apiDefault: 7 },
    { unit: "HOUR", apiDefault: 7 },
    { unit: "DAY", apiDefault: 7 },
  ]);
});

test("limits of single callers are written by kind, with ids as numbers", () => {
  const app = new KnownApp(stackOf(), "Partner", "10123123");
  const plugin = of({
    userDefault: 30,
    appDefault: 30,
    specials: [
      { userId: "123455", calls: 100 },
      { app, calls: 10 },
      { appId: "10123124", userId: null, calls: 20 },
    ],
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"unit":"MINUTE","apiDefault":1000,"userDefault":30,"appDefault":30,"specials":[{"type":"APP","policies":[{"key":10123123,"value":10},{"key":10123124,"value":20}]},{"type":"USER","policies":[{"key":123455,"value":100}]}]}',
  );
  expect(dataOf(specials())).toStrictEqual({ unit: "MINUTE", apiDefault: 1000 });
});

test("a limit is a whole number", () => {
  expect(problemsOf(TrafficControl.perMinute(-1))).toEqual([
    "plugins[0].apiDefault: -1 calls; a whole number of at least 0 calls; write 0, or another allowed number",
  ]);
  expect(problemsOf(TrafficControl.perMinute(0))).toEqual([]);
  expect(wrongIn(of({ apiDefault: undefined, userDefault: 1.5, appDefault: NaN }))).toEqual([
    "plugins[0].apiDefault: nothing",
    "plugins[0].userDefault: 1.5 calls",
    "plugins[0].appDefault: the number NaN",
  ]);
  expect(wrongIn(TrafficControl.perDay("many" as never))).toEqual([
    "plugins[0].apiDefault: a string",
  ]);
});

test("each limit of a caller's own has one caller, and each caller one limit", () => {
  expect(
    problemsOf(
      specials({ calls: 1 }, { appId: "1", userId: "1", calls: 1 }, { appId: "x", calls: 1 }),
    ),
  ).toEqual([
    "plugins[0].specials[0].app: nothing; the app, its appId, or the userId of an account; give the app, its appId, or the userId of an account",
    "plugins[0].specials[1].userId: appId and userId; one of them; remove userId",
    'plugins[0].specials[2].appId: "x"; an id of digits, such as 110982419; write the id, not the name',
  ]);
  const app = new KnownApp(stackOf(), "Partner", "7");
  expect(
    problemsOf(specials({ app, calls: 1 }, { userId: "7", calls: 1 }, { appId: "7", calls: 2 })),
  ).toEqual(['plugins[0].specials[2].appId: "7" again, as specials[0]; each app once; remove it']);
});

test("all that is wrong is said at once, whatever JavaScript gives", () => {
  expect(wrongIn(of({ unit: "minute", apidefault: 1, specials: {} }))).toEqual([
    "plugins[0].apidefault: a prop of an unknown name",
    'plugins[0].unit: "minute"',
    "plugins[0].specials: an object",
  ]);
  for (const props of [undefined, null, 1, "x", []]) {
    expect(problemsOf(TrafficControl.of(props as never))).toHaveLength(1);
    expect(problemsOf(specials(props))).toHaveLength(1);
  }
});

test("limits and ids that are not known are written as an expression", () => {
  expect(
    textOf((stack) => {
      const limit = new TerraformVariable(stack, "limit", { type: "number" }).numberValue;
      const user = new TerraformVariable(stack, "user", { type: "string" }).stringValue;
      return of({ apiDefault: limit, specials: [{ userId: user, calls: limit }] });
    }),
  ).toBe(
    '${jsonencode({"apiDefault" = var.limit, "specials" = [{"policies" = [{"key" = tonumber(var.user), "value" = var.limit}], "type" = "USER"}], "unit" = "MINUTE"})}',
  );
});
