import { TerraformVariable } from "cdktf";
import { Caching } from "../../../lib/api-gateway/plugins/caching";
import { ClientCacheControl } from "../../../lib/api-gateway/plugins/parts/client-cache-control";
import { stackOf } from "../../support/synth";
import { KnownApp, dataOf, problemsOf, textOf, wrongIn } from "./fixtures";

const of = (props: unknown) => Caching.of(props as never);
const client = (clientCacheControl: unknown) => of({ clientCacheControl });

test("a time is one line", () => {
  expect(Caching.forSeconds(60).pluginType).toBe("caching");
  expect(dataOf(Caching.forSeconds(60))).toStrictEqual({ duration: 60 });
  expect(problemsOf(Caching.forSeconds(172800))).toEqual([]);
});

test("what answers differ by is written as the gateway reads it", () => {
  const plugin = Caching.of({
    varyByApp: false,
    varyByParameters: ["userId"],
    varyByHeaders: ["Accept"],
    clientCacheControl: ClientCacheControl.appIds("1992323", "1239922"),
    cacheableHeaders: ["X-Customer-Token"],
    durationSeconds: 3600,
  });
  expect(problemsOf(plugin)).toEqual([]);
  expect(JSON.stringify(dataOf(plugin))).toBe(
    '{"varyByApp":false,"varyByParameters":["userId"],"varyByHeaders":["Accept"],"clientCacheControl":{"mode":"app","apps":[1992323,1239922]},"cacheableHeaders":["X-Customer-Token"],"duration":3600}',
  );
  const app = new KnownApp(stackOf(), "Partner", "1992323");
  const { ALL, OFF, apps } = ClientCacheControl;
  expect([ALL, OFF, apps(app)].map((choice) => dataOf(client(choice)))).toStrictEqual([
    { clientCacheControl: { mode: "all" } },
    { clientCacheControl: { mode: "off" } },
    { clientCacheControl: { mode: "app", apps: [1992323] } },
  ]);
});

test("a time out of range is refused", () => {
  expect(problemsOf(Caching.forSeconds(172801))).toEqual([
    "plugins[0].durationSeconds: 172801 seconds; a whole number from 1 to 172800 seconds; write 172800, or another allowed number",
  ]);
  expect(wrongIn(Caching.forSeconds(0))).toEqual(["plugins[0].durationSeconds: 0 seconds"]);
});

test("apps are named, each once", () => {
  const { apps, appIds } = ClientCacheControl;
  const app = new KnownApp(stackOf(), "Partner", "7");
  const at = "plugins[0].clientCacheControl";
  expect(problemsOf(client(apps()))).toEqual([
    `${at}.apps: an empty list; at least one app; give at least one app`,
  ]);
  expect(problemsOf(client(apps(app, app)))).toEqual([
    `${at}.apps[1]: "7" again, as apps[0]; each app once; remove it`,
  ]);
  expect(problemsOf(client(apps("7" as never)))).toEqual([
    `${at}.apps[0]: a string; an app, such as new ApiApp(…); give an app, such as new ApiApp(…)`,
  ]);
  expect(problemsOf(client(appIds("7", "7", "partner")))).toEqual([
    `${at}.appIds[2]: "partner"; an id of digits, such as 110982419; write the id, not the name`,
  ]);
  expect(wrongIn(client(appIds("7", "7")))).toEqual([`${at}.appIds[1]: "7" again, as appIds[0]`]);
  expect(wrongIn(client({ mode: "all" }))).toEqual([`${at}: an object`]);
});

test("all that is wrong is said at once, whatever JavaScript gives", () => {
  const props = {
    varyByApp: "no",
    varyByParameters: [],
    varyByHeaders: ["Accept", "Accept"],
    cacheableHeaders: "X-A",
    duration: 60,
  };
  expect(wrongIn(of(props))).toEqual([
    "plugins[0].duration: a prop of an unknown name",
    "plugins[0].varyByApp: a string",
    "plugins[0].varyByParameters: an empty list",
    'plugins[0].varyByHeaders[1]: "Accept" again, as varyByHeaders[0]',
    "plugins[0].cacheableHeaders: a string",
  ]);
  for (const wrong of [undefined, null, 1, "x", []]) expect(problemsOf(of(wrong))).toHaveLength(1);
});

test("what is not known is written as an expression", () => {
  expect(
    textOf((stack) => {
      const age = new TerraformVariable(stack, "age", { type: "number" }).numberValue;
      const id = new TerraformVariable(stack, "app", { type: "string" }).stringValue;
      const names = new TerraformVariable(stack, "names", { type: "list(string)" }).listValue;
      return Caching.of({
        durationSeconds: age,
        varyByHeaders: names,
        clientCacheControl: ClientCacheControl.apps(new KnownApp(stack, "Partner", id)),
      });
    }),
  ).toBe(
    '${jsonencode({"clientCacheControl" = {"apps" = [tonumber(var.app)], "mode" = "app"}, "duration" = var.age, "varyByHeaders" = var.names})}',
  );
});
