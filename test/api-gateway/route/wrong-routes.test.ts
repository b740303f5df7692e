import { TerraformVariable } from "cdktf";
import { ApiAuth } from "../../../lib/api-gateway/api-auth";
import { ApiApp } from "../../../lib/api-gateway/app";
import { Duration } from "../../../lib/api-gateway/duration";
import { GatewayPlugin, type PluginOptions } from "../../../lib/api-gateway/plugins/gateway-plugin";
import {
  ApiRoute,
  GatewayMethod,
  RequestParameterLocation,
  SystemParameterName,
} from "../../../lib/api-gateway/route";
import { GatewayStage } from "../../../lib/api-gateway/stage";
import { stackOf } from "../../support/synth";
import { problems, problemsOf } from "./fixtures";

const { GET, POST, ANY } = GatewayMethod;
const { PATH, QUERY, HEAD, BODY } = RequestParameterLocation;

class Plugin extends GatewayPlugin {
  public readonly pluginType = "logMask";

  public constructor(options: PluginOptions = {}) {
    super(options);
  }

  public _problems() {
    return [];
  }

  public _data() {
    return {};
  }
}

const textVariable = () => new TerraformVariable(stackOf(), "text", { type: "string" }).stringValue;

test("all that is wrong with all routes is said at once", () => {
  const found = problems([
    { path: "orders", method: ["GET"], methods: ["get"], description: "x".repeat(181) },
    { methods: [], apiName: "1" },
    "GET /orders",
    null,
    {
      path: "/a/[b]",
      parameters: [{ name: "c", location: PATH, required: false, defaultValue: 7 }],
      mock: { body: "{}" },
      timeout: 10,
      stages: [GatewayStage.PRE],
      forceNonceCheck: "yes",
    },
    ApiRoute.get("/a"),
    ApiRoute.get("/a"),
  ]);
  expect(found.map(({ at }) => at)).toEqual([
    "routes[0].method",
    "routes[0].methods[0]",
    "routes[0].path",
    "routes[0].description",
    "routes[1].methods",
    "routes[1].path",
    "routes[1].apiName",
    "routes[2]",
    "routes[3]",
    "routes[4].parameters[0].defaultValue",
    "routes[4].timeout",
    "routes[4].forceNonceCheck",
    "routes[4].parameters[0].name",
    "routes[4].parameters[0].required",
    "routes[4].timeout",
    "routes[4].stages[0]",
    "routes[6]",
  ]);
});

describe("a list of routes", () => {
  test.each([
    [[], "an empty list", "at least one route", 'give ApiRoute.any("/*")'],
    ["/*", "a string", "a list", "give a list"],
  ])("%j", (routes, got, expected, fix) => {
    expect(problems(routes)).toEqual([{ at: "routes", got, expected, fix }]);
  });

  test("is known at synth", () => {
    expect(problems(textVariable())).toEqual([
      {
        at: "routes",
        got: "a token, which is known only when Terraform runs",
        expected: "a literal, since it decides what is synthesised",
        fix: "write the value itself",
      },
    ]);
  });

  test("calls the function in one of them", () => {
    const mock = { body: "{}" };
    expect(problems([ApiRoute.get("/a", { mock }), ApiRoute.get("/b", { mock })])).toEqual([
      {
        at: "routes",
        got: "mocks alone",
        expected: "at least one route that calls the function",
        fix: "leave mock out of one, or add a route",
      },
    ]);
    expect(problems([ApiRoute.get("/a", { mock }), ApiRoute.get("/b")])).toEqual([]);
  });
});

describe("a route", () => {
  test("a prop of another name, with the one that was meant", () => {
    expect(problemsOf({ method: GET })).toEqual([
      { at: "method", got: "a prop of an unknown name", expected: "methods", fix: "write methods" },
    ]);
  });

  test.each([
    [
      ["get"],
      "methods[0]",
      '"get"',
      "one of GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS, ANY",
      'write "GET"',
    ],
    [
      ["TRACE"],
      "methods[0]",
      '"TRACE"',
      "one of GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS, ANY",
      "write one of these",
    ],
    [[GET, POST, GET], "methods[2]", '"GET" again, as methods[0]', "each method once", "remove it"],
    [
      [GET, ANY],
      "methods[1]",
      '"ANY" beside other methods',
      "ANY alone, which is every method",
      "remove it, or the others",
    ],
    [
      [],
      "methods",
      "an empty list",
      "a list of at least one method",
      "name one, or leave methods out for ANY",
    ],
    ["GET", "methods", "a string", "a list", "give a list"],
  ])("methods %j", (methods, at, got, expected, fix) => {
    expect(problemsOf({ methods })).toEqual([{ at, got, expected, fix }]);
  });

  test.each([
    ["orders", 'write "/orders"'],
    ["/orders/{id}", 'write "/orders/[id]"'],
    ["/orders/:id", 'write "/orders/[id]"'],
    ["/orders/[id", 'write each parameter as a name in square brackets, such as "/orders/[id]"'],
    ["", 'write "/"'],
  ])("path %j", (path, fix) => {
    expect(problemsOf({ path })).toEqual([expect.objectContaining({ at: "path", fix })]);
  });

  test("a path that is not known at synth", () => {
    const [problem] = problemsOf({ path: `/${textVariable()}` });
    expect(problem).toMatchObject({ at: "path", fix: "write the value itself" });
  });

  test.each([
    [{ apiName: "ab" }, "apiName", '"ab"', "make it longer"],
    [{ apiName: "-list" }, "apiName", '"-list"', 'begin with a letter, not with "-"'],
    [
      { apiName: "a".repeat(125), methods: [GET, POST] },
      "apiName",
      "130 characters with a method behind",
      "shorten it",
    ],
    [{ description: "" }, "description", '""', "write what it is for, or leave it out"],
    [{ description: "x".repeat(181) }, "description", "181 characters", "shorten it"],
    [{ protocol: "https" }, "protocol", '"https"', 'write "HTTPS"'],
    [{ mode: "PASS" }, "mode", '"PASS"', "write one of these"],
    [{ bodyFormat: "JSON" }, "bodyFormat", '"JSON"', "write one of these"],
    [{ backendMethod: "PATHC" }, "backendMethod", '"PATHC"', 'write "PATCH"'],
    [{ backendPath: "orders" }, "backendPath", '"orders"', 'write "/orders"'],
    [{ mock: {} }, "mock.body", "nothing", "give routes[0].mock.body"],
    [{ plugins: ["cors"] }, "plugins[0]", "a string", expect.stringContaining("a GatewayPlugin")],
    [{ stages: [] }, "stages", "an empty list", expect.any(String)],
    [{ auth: "APP" }, "auth", "a string", "give an ApiAuth, such as ApiAuth.anonymous()"],
  ])("%j", (route, at, got, fix) => {
    const found = problemsOf(route).filter((problem) => problem.got !== "mocks alone");
    expect(found).toEqual([expect.objectContaining({ at, got, fix })]);
  });

  test.each([
    [Duration.seconds(0), "0 seconds"],
    [Duration.millis(-1), "-1 milliseconds"],
    [Duration.millis(1.5), "1.5 milliseconds"],
    [Duration.seconds(NaN), "NaN seconds"],
  ])("a timeout of %s", (timeout, got) => {
    expect(problemsOf({ timeout })).toEqual([
      {
        at: "timeout",
        got,
        expected: "a whole number of milliseconds, at least 1",
        fix: "write Duration.seconds(30), or another time",
      },
    ]);
  });

  test("what is for a call of the function beside a mock", () => {
    const called = { backendPath: "/", backendMethod: GET, timeout: Duration.seconds(1) };
    const route = { ...ApiRoute.get("/a", called), mock: { body: "{}" } };
    expect(problems([route, ApiRoute.get("/b")])).toEqual(
      ["backendPath", "backendMethod", "timeout"].map((prop) => ({
        at: `routes[0].${prop}`,
        got: "one beside mock",
        expected: "none: the function is not called",
        fix: "remove it, or leave mock out",
      })),
    );
  });
});

describe("parameters", () => {
  const wrong = (...parameters: unknown[]) => problemsOf({ parameters });

  test("one of the path without its bracket", () => {
    expect(wrong({ name: "line", location: PATH })).toEqual([
      {
        at: "parameters[0].name",
        got: '"line", and the path "/orders/[id]"',
        expected: "the name of a parameter of the path",
        fix: "write [line] into the path, or declare the parameter in QUERY or HEAD",
      },
    ]);
  });

  test("one of the path whose name is not known", () => {
    expect(wrong({ name: textVariable(), location: PATH })).toEqual([
      {
        at: "parameters[0].name",
        got: "a token, which is known only when Terraform runs",
        expected: "a literal: the name of a parameter of the path",
        fix: "write the name itself",
      },
    ]);
    expect(wrong({ name: textVariable(), location: QUERY })).toEqual([]);
  });

  test("one of the path that need not be there", () => {
    expect(wrong({ name: "id", location: PATH, required: false })).toEqual([
      {
        at: "parameters[0].required",
        got: "false",
        expected: "true: without its parameter a path is another one",
        fix: "remove it, or make a second route without the parameter",
      },
    ]);
  });

  test.each([
    [{ name: "id", location: PATH }, "remove it"],
    [{ name: "page", location: QUERY, required: true }, "remove it, or write required: false"],
  ])("a default of one that has to be there: %j", (parameter, fix) => {
    expect(wrong({ ...parameter, defaultValue: "1" })).toEqual([
      {
        at: "parameters[0].defaultValue",
        got: "a default of a parameter that has to be there",
        expected: "none: it would never be taken",
        fix,
      },
    ]);
  });

  test("one twice in one place; in a header letter case is no matter", () => {
    const twice = (...parameters: object[]) => wrong(...parameters).map(({ at, got }) => [at, got]);
    const page = { name: "page", location: QUERY };
    expect(wrong(page, { name: "page", location: BODY }, page)).toEqual([
      {
        at: "parameters[2].name",
        got: '"QUERY page" again, as parameters[0]',
        expected: "each name once in one place",
        fix: "remove it",
      },
    ]);
    expect(twice(page, { name: "Page", location: QUERY })).toEqual([]);
    expect(twice({ name: "X-A", location: HEAD }, { name: "x-a", location: HEAD })).toEqual([
      ["parameters[1].name", '"HEAD x-a" again, as parameters[0]'],
    ]);
  });

  test("what is none", () => {
    expect(
      wrong("id", { name: "", location: "HEADER" }, { location: QUERY, type: "NUMBER" }).map(
        ({ at, got, fix }) => [at, got, fix],
      ),
    ).toEqual([
      ["parameters[0]", "a string", "give an object"],
      ["parameters[1].name", '""', "write its name"],
      ["parameters[1].location", '"HEADER"', 'write "HEAD"'],
      ["parameters[2].name", "nothing", "give routes[0].parameters[2].name"],
      ["parameters[2].type", '"NUMBER"', "write one of these"],
    ]);
  });

  test("what the gateway adds goes into a header or the query", () => {
    const constant = { name: "a", location: PATH, value: "1" };
    const system = { name: "b", location: BODY, systemName: SystemParameterName.DOMAIN };
    expect(problemsOf({ constantParameters: [constant], systemParameters: [system] })).toEqual([
      {
        at: "constantParameters[0].location",
        got: '"PATH"',
        expected: "one of HEAD, QUERY",
        fix: "write one of these",
      },
      {
        at: "systemParameters[0].location",
        got: '"BODY"',
        expected: "one of HEAD, QUERY",
        fix: "write one of these",
      },
    ]);
  });

  test("headers that the platform keeps for itself, unless they reach no function", () => {
    const route = {
      parameters: [
        { name: "a", location: QUERY, backendName: "Connection", backendLocation: HEAD },
        { name: "connection", location: QUERY },
      ],
      constantParameters: [{ name: "X-Fc-Log-Type", location: HEAD, value: "Tail" }],
      systemParameters: [{ name: "keep-alive", systemName: SystemParameterName.DOMAIN }],
    };
    expect(problemsOf(route).map(({ at, got, fix }) => [at, got, fix])).toEqual([
      ["parameters[0].backendName", '"Connection"', REMOVE],
      ["constantParameters[0].name", '"X-Fc-Log-Type"', REMOVE],
      ["systemParameters[0].name", '"keep-alive"', REMOVE],
    ]);
    const mocked = { ...ApiRoute.get("/a", route as never), mock: { body: "" } };
    expect(problems([mocked, ApiRoute.get("/b")])).toEqual([]);
  });

  const REMOVE = "remove it, or give the header another name";

  test("a bracket of the path behind which nothing is put in for", () => {
    const expected =
      "parameters that the path of the request has, by the names that the function knows them by";
    expect(problemsOf({ backendPath: "/orders/[order]" })).toEqual([
      {
        at: "backendPath",
        got: '"/orders/[order]", and no parameter for [order]',
        expected,
        fix: "write it without [order], or declare what is put in there",
      },
    ]);
    const parameters = [{ name: "id", location: PATH, backendLocation: QUERY }];
    expect(problemsOf({ parameters })).toEqual([
      {
        at: "backendPath",
        got: 'nothing, which is "/orders/[id]", and no parameter for [id]',
        expected,
        fix: "give one without [id], or declare what is put in there",
      },
    ]);
    expect(problemsOf({ parameters, backendPath: "/orders" })).toEqual([]);
    expect(problemsOf({ backendPath: `/${textVariable()}/[order]` })).toEqual([]);
  });
});

describe("stages, apps and plugins", () => {
  const { RELEASE, PRE, TEST } = GatewayStage;
  const own = GatewayStage.custom("STAGING");
  const app = () => new ApiApp(stackOf(), "Partner");

  test("a stage that is none of the front's", () => {
    expect(problemsOf({ stages: [RELEASE, TEST] }, [RELEASE, PRE])).toEqual([
      {
        at: "stages[1]",
        got: "TEST",
        expected: "one of the front's stages: RELEASE, PRE",
        fix: "name one of these, or add it to the front's stages",
      },
    ]);
    expect(problemsOf({ stages: [PRE] }, [RELEASE, PRE])).toEqual([]);
  });

  test("one twice", () => {
    expect(problemsOf({ stages: [PRE, PRE] }, [PRE])).toEqual([
      expect.objectContaining({ at: "stages[1]", expected: "each stage once" }),
    ]);
  });

  test("apps on a stage of one's own", () => {
    const auth = ApiAuth.app(app());
    expect(problemsOf({ auth }, [RELEASE, own])).toEqual([
      {
        at: "auth",
        got: "apps on the stage STAGING",
        expected: "the provider attaches apps on PRE, RELEASE and TEST only",
        fix: "name the route's stages without that one, or authorise the apps elsewhere",
      },
    ]);
    expect(problemsOf({ auth, stages: [RELEASE] }, [RELEASE, own])).toEqual([]);
    expect(problemsOf({ auth: ApiAuth.app() }, [RELEASE, own])).toEqual([]);
    expect(problemsOf({ auth: ApiAuth.anonymous() }, [RELEASE, own])).toEqual([]);
  });

  test("a plugin on a stage of one's own", () => {
    expect(problemsOf({ plugins: [new Plugin()] }, [RELEASE, own])).toEqual([
      {
        at: "plugins[0]",
        got: "a plugin of one API on the stage STAGING",
        expected: "the provider attaches plugins of one API on PRE, RELEASE and TEST only",
        fix: "give it to the front, or name its stages without that one",
      },
    ]);
    const plugins = [new Plugin({ stages: [RELEASE] })];
    expect(problemsOf({ plugins }, [RELEASE, own])).toEqual([]);
  });

  test("a plugin on a stage to which the route is not published", () => {
    const plugins = [new Plugin({ stages: [PRE] })];
    expect(problemsOf({ plugins, stages: [RELEASE] }, [RELEASE, PRE])).toEqual([
      {
        at: "plugins[0].stages[0]",
        got: "PRE",
        expected: "one of the route's stages: RELEASE",
        fix: "name one of these, or add it to the route's stages",
      },
    ]);
  });

  test("what is no app, and one twice", () => {
    const partner = app();
    expect(problemsOf({ auth: ApiAuth.app("partner" as never) })).toEqual([
      {
        at: "auth.apps[0]",
        got: "a string",
        expected: "an app, such as new ApiApp(…)",
        fix: "give an app, such as new ApiApp(…)",
      },
    ]);
    expect(problemsOf({ auth: ApiAuth.app(partner, partner) })).toEqual([
      {
        at: "auth.apps[1]",
        got: "the same again, as apps[0]",
        expected: "each app once",
        fix: "remove it",
      },
    ]);
  });
});

describe("two routes", () => {
  const wrong = (...routes: object[]) => problems(routes);

  test("for one path and method", () => {
    expect(wrong(ApiRoute.get("/a"), ApiRoute.of([POST, GET], "/a"))).toEqual([
      {
        at: "routes[1]",
        got: "GET /a again, as routes[0]",
        expected: "each path once for a method",
        fix: "remove routes[1] or routes[0], or give one another path or method",
      },
    ]);
  });

  test("whose parameters alone have other names", () => {
    const [first, between] = [ApiRoute.get("/a/[b]"), ApiRoute.get("/a/b/c")];
    expect(wrong(first, between, ApiRoute.get("/a/[c]"))).toEqual([
      {
        at: "routes[2]",
        got: 'GET /a/[c] again, as routes[0], there "/a/[b]"',
        expected: "each path once for a method, whatever its parameters are called",
        fix: "remove routes[2] or routes[0], or give one another path or method",
      },
    ]);
  });

  test("of which one takes every method", () => {
    const expected = "no other route on the path of one that takes every method";
    expect(wrong({ path: "/a" }, ApiRoute.get("/a"))).toEqual([
      {
        at: "routes[1]",
        got: "GET /a beside ANY of routes[0]",
        expected,
        fix: "remove routes[1], or list the methods of routes[0] without GET",
      },
    ]);
    expect(wrong(ApiRoute.of([GET, POST], "/a"), ApiRoute.any("/a"))).toEqual([
      {
        at: "routes[1]",
        got: "ANY /a beside GET of routes[0]",
        expected,
        fix: "remove routes[0], or list the methods of routes[1] without GET",
      },
    ]);
  });

  test("are said once, however many methods they share; each of three with the first", () => {
    const route = ApiRoute.of([GET, POST], "/a");
    const found = wrong(route, route, route);
    expect(found.map(({ at, got }) => [at, got])).toEqual([
      ["routes[1]", "GET /a again, as routes[0]"],
      ["routes[2]", "GET /a again, as routes[0]"],
    ]);
  });

  test("of one name, given or by default", () => {
    const expected = "a name that no other API of the group has";
    expect(
      wrong(ApiRoute.get("/a", { apiName: "list" }), ApiRoute.post("/a", { apiName: "list" })),
    ).toEqual([
      {
        at: "routes[1].apiName",
        got: '"list" again, as routes[0] (GET /a)',
        expected,
        fix: "give routes[1] or routes[0] another apiName",
      },
    ]);
    expect(wrong(ApiRoute.get("/a/b"), ApiRoute.get("/c"), ApiRoute.get("/a/[b]"))).toEqual([
      {
        at: "routes[2].apiName",
        got: '"GET_a_b" again by default, as routes[0] (GET /a/b)',
        expected,
        fix: "give routes[2] or routes[0] another apiName",
      },
    ]);
    const several = ApiRoute.of([GET, POST], "/a", { apiName: "list" });
    expect(wrong(several, ApiRoute.get("/b", { apiName: "list_POST" }))).toHaveLength(1);
  });

  test("of one name that is not known", () => {
    const apiName = textVariable();
    expect(wrong(ApiRoute.get("/a", { apiName }), ApiRoute.get("/b", { apiName }))).toEqual([
      expect.objectContaining({ got: "the same again, as routes[0] (GET /a)" }),
    ]);
  });

  test("that take other calls", () => {
    expect(
      wrong(
        ApiRoute.get("/a"),
        ApiRoute.post("/a"),
        ApiRoute.get("/A"),
        ApiRoute.get("/a/"),
        ApiRoute.get("/a/[b]"),
        ApiRoute.get("/a/b", { apiName: "a_literally_b" }),
        ApiRoute.any("/a/*"),
      ),
    ).toEqual([]);
  });
});

test("a thousand routes are looked at in a moment", () => {
  const routes = Array.from({ length: 1000 }, (_, index) => ApiRoute.any(`/a${index}/[id]`));
  const start = performance.now();
  expect(problems(routes)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
