import { Unknown } from "../../../lib/facts/issue";
import {
  PLUGIN_TYPES,
  pluginDataDoubts,
  pluginDataIssues,
  pluginTypeProblem,
} from "../../../lib/facts/plugins/types";

/** One of each type, after the provider's acceptance tests, with every member. */
const RIGHT: Readonly<Record<string, Record<string, unknown>>> = {
  trafficControl: {
    unit: "MINUTE",
    apiDefault: 1000,
    userDefault: 30,
    appDefault: 30,
    specials: [{ type: "APP", policies: [{ key: 10123123, value: 10 }] }],
  },
  ipControl: {
    type: "ALLOW",
    resource: "XFF:-1",
    items: [{ blocks: ["203.0.113.7", "10.0.0.0/8", "2001:db8::/32", "::1"], appId: 219810 }],
  },
  backendSignature: { type: "APIGW_BACKEND", key: "orders", secret: "example" },
  jwtAuth: {
    parameter: "X-Token",
    parameterLocation: "header",
    claimParameters: [{ claimName: "aud", parameterName: "X-Aud", location: "header" }],
    preventJtiReplay: false,
    bypassEmptyToken: false,
    ignoreExpirationCheck: false,
    jwk: { kty: "RSA", e: "AQAB", use: "sig", kid: "a", alg: "RS256", n: "0vx7" },
  },
  basicAuth: {
    users: [
      { username: "alice", password: 123456 },
      { username: "bob", password: "example" },
    ],
  },
  cors: {
    allowOrigins: "https://example.com,https://example.org",
    allowMethods: "GET,POST",
    allowHeaders: "A,B",
    exposeHeaders: "X",
    maxAge: 172800,
    allowCredentials: true,
  },
  caching: {
    varyByApp: false,
    varyByParameters: ["userId"],
    varyByHeaders: ["Accept"],
    clientCacheControl: { mode: "app", apps: [1992323] },
    cacheableHeaders: ["X-Customer-Token"],
    duration: 3600,
  },
  routing: {
    routes: [
      {
        name: "a",
        condition: "$CaAppId = 123456",
        backend: { type: "HTTP-VPC", vpcAccessName: "slb" },
        "constant-parameters": [{ name: "x-route", location: "header", value: "a" }],
      },
      {
        name: "b",
        condition: "$CaAppId = 1",
        backend: { type: "MOCK", statusCode: 400, mockBody: "no" },
      },
      {
        name: "c",
        condition: "$x = 'y'",
        backend: { type: "HTTP", address: "https://example.com" },
      },
    ],
  },
  accessControl: {
    parameters: { userId: "Token:userId", pathUserId: "path:userId" },
    rules: [
      { name: "admin", condition: "$userType = 'admin'", ifTrue: "ALLOW" },
      {
        name: "user",
        condition: "$userId = $pathUserId",
        ifFalse: "DENY",
        statusCode: 403,
        errorMessage: "no",
        responseHeaders: { "Content-Type": "application/json" },
        responseBody: "{}",
      },
    ],
  },
  errorMapping: {
    parameters: { statusCode: "StatusCode", resultCode: "BodyJsonField:$.result_code" },
    errorCondition: "$statusCode = 200 and $resultCode != null",
    errorCode: "resultCode",
    mappings: [{ code: "ROLE_NOT_EXISTS", statusCode: 404, errorMessage: "no role" }],
    defaultMapping: { statusCode: 500, errorMessage: "error" },
  },
  circuitBreaker: {
    timeoutThreshold: 15,
    windowInSeconds: 30,
    openTimeoutSeconds: 15,
    downgradeBackend: { type: "mock", statusCode: 403, body: "no" },
  },
  remoteAuth: {
    parameters: { statusCode: "StatusCode" },
    authUriType: "HTTP",
    authUri: { address: "https://auth.example.com", path: "/a", timeout: 7000, method: "POST" },
    passThroughBody: false,
    cachedTimeBySecond: 10,
    authParameters: [
      {
        targetParameterName: "x-user",
        sourceParameterName: "userId",
        targetLocation: "query",
        sourceLocation: "query",
      },
    ],
    successCondition: "${statusCode} = 200",
    errorMessage: "no",
    errorStatusCode: 401,
  },
  logMask: {
    rules: [
      {
        name: "a",
        location: "REQUEST_QUERY",
        parameters: ["userid"],
        policy: "KEEP_LEFT:4",
      },
      { name: "b", location: "RESPONSE_BODY", matchMode: "HEX:10", policy: "KEEP_CENTER:4,5" },
      { name: "c", location: "REQUEST_BODY", matchMode: "EMAIL", policy: "ALL" },
    ],
  },
  transformer: {
    addRequestParameterIfAbsent: [{ name: "a", value: "b", location: "query" }],
    putRequestParameter: [{ name: "a", value: null, location: "header" }],
    removeRequestParameter: [{ name: "a", location: "form" }],
    setResponseStatusCode: 200,
    addResponseHeaderIfAbsent: [{ name: "a", value: "b" }],
    putResponseHeader: [{ name: "a", value: "b" }],
    removeResponseHeader: [{ name: "a" }],
  },
};

/** Path and what stands there, or the path alone where it has to be known. */
const issues = (type: string, data: unknown): string[] =>
  pluginDataIssues(type, data).map(({ path, problem }) =>
    [path.join("."), problem?.got].filter((part) => part !== undefined).join(": "),
  );

const changed = (type: string, change: object): string[] =>
  issues(type, { ...RIGHT[type], ...change });

describe("the types of plugins", () => {
  test("are the provider's, and there is an example of each", () => {
    expect(PLUGIN_TYPES).toHaveLength(14);
    expect(Object.keys(RIGHT).sort()).toEqual([...PLUGIN_TYPES].sort());
  });

  test("a near miss is named", () => {
    expect(pluginTypeProblem("jwtAuth")).toBeUndefined();
    expect(pluginTypeProblem("JWTAuth")?.fix).toBe('write "jwtAuth"');
    expect(pluginTypeProblem("constructor")?.fix).toBe("write one of these");
  });
});

describe("the data of a plugin", () => {
  test.each(PLUGIN_TYPES)("%s: the example is right", (type) => {
    expect(issues(type, RIGHT[type])).toEqual([]);
    expect(pluginDataDoubts(type, RIGHT[type])).toEqual([]);
  });

  test.each(PLUGIN_TYPES)("%s: each member with two letters exchanged is named", (type) => {
    for (const name of Object.keys(RIGHT[type])) {
      const { [name]: value, ...rest } = RIGHT[type];
      const wrong = name.slice(0, -2) + name.slice(-1) + name.slice(-2, -1);
      if (wrong === name) continue;
      const found = pluginDataIssues(type, { ...rest, [wrong]: value });
      expect([name, found.map(({ problem }) => problem?.fix)]).toEqual([
        name,
        [`write ${JSON.stringify(name)}`],
      ]);
    }
  });

  test.each(PLUGIN_TYPES)("%s: what is no object is refused, unknown data asked for", (type) => {
    for (const data of [null, "text", 7, true, [], [RIGHT[type]]]) {
      expect(issues(type, data)).toHaveLength(1);
    }
    expect(pluginDataIssues(type, new Unknown("x"))).toEqual([{ path: [] }]);
  });

  test.each(PLUGIN_TYPES)("%s: members of any kind do not make it stumble", (type) => {
    for (const value of [null, "", "x", -1, 0.5, true, [], {}, [null], [[]], [{}], { a: 1 }]) {
      for (const name of [...Object.keys(RIGHT[type]), "constructor", "toString"]) {
        expect(() => pluginDataIssues(type, { ...RIGHT[type], [name]: value })).not.toThrow();
        expect(() => pluginDataDoubts(type, { ...RIGHT[type], [name]: value })).not.toThrow();
      }
    }
  });

  test.each([
    ["backendSignature", { type: "APIGW" }, ['type: "APIGW"']],
    ["backendSignature", { secret: undefined }, ["secret: nothing"]],
    ["backendSignature", { key: "" }, ["key: an empty text"]],
    ["backendSignature", { other: 1 }, ['other: the unknown key "other"']],
    ["ipControl", { type: "allow" }, ['type: "allow"']],
    ["ipControl", { items: [] }, ["items: an empty list"]],
    ["ipControl", { items: [{ blocks: [] }] }, ["items.0.blocks: an empty list"]],
    ["ipControl", { items: [{ appId: 1 }] }, ["items.0.blocks: nothing"]],
    ["ipControl", { items: [{ blocks: "10.0.0.1" }] }, ["items.0.blocks: a text"]],
    ["ipControl", { items: { blocks: [] } }, ["items: an object"]],
    ["ipControl", { other: 1 }, []],
    ["jwtAuth", { parameter: undefined }, ["parameter: nothing"]],
    ["jwtAuth", { parameterLocation: "body" }, ['parameterLocation: "body"']],
    ["jwtAuth", { jwks: [] }, ["jwks: an empty list", "jwk: jwk and jwks"]],
    ["jwtAuth", { jwk: undefined }, ["jwk: nothing"]],
    [
      "jwtAuth",
      { jwk: { kty: "RSA", n: "a", e: "b", d: "s3cret" } },
      ["jwk: the private member d"],
    ],
    ["jwtAuth", { jwk: { kty: "RSA", n: "a" } }, ["jwk.e: nothing"]],
    ["jwtAuth", { jwk: { kty: "RSA", n: "a", e: "b" } }, []],
    ["jwtAuth", { preventJtiReplay: "yes" }, ["preventJtiReplay: a text"]],
    ["basicAuth", { users: [] }, ["users: an empty list"]],
    ["basicAuth", { users: [{ username: "a" }] }, ["users.0.password: nothing"]],
    ["cors", { allowMethods: ["GET"] }, ["allowMethods: a list"]],
    ["cors", { maxAge: "long" }, ["maxAge: a text"]],
    ["cors", { allowOrigin: "*" }, ['allowOrigin: the unknown key "allowOrigin"']],
    ["trafficControl", { unit: "SECONDS" }, ['unit: "SECONDS"']],
    ["trafficControl", { unit: undefined }, ["unit: nothing"]],
    ["trafficControl", { apiDefault: -1 }, ["apiDefault: -1 calls"]],
    ["trafficControl", { specials: [{ type: "ALL", policies: [] }] }, ['specials.0.type: "ALL"']],
    ["trafficControl", { parameters: {}, unit: "X" }, []],
    ["caching", { duration: 172801 }, ["duration: 172801 seconds"]],
    ["caching", { duration: 172800 }, []],
    ["caching", { clientCacheControl: { mode: "on" } }, ['clientCacheControl.mode: "on"']],
    ["routing", { routes: [] }, ["routes: an empty list"]],
    ["routing", { routes: [{ name: "a" }] }, ["routes.0.condition: nothing"]],
    [
      "routing",
      { routes: [{ condition: "a", backend: { type: "HTTP_VPC" } }] },
      ['routes.0.backend.type: "HTTP_VPC"'],
    ],
    ["routing", { routes: [{ condition: "a", backend: { type: "EVENTBRIDGE" } }] }, []],
    ["accessControl", { rules: undefined }, ["rules: nothing"]],
    [
      "accessControl",
      { rules: [{ condition: "a", ifTrue: "REFUSE" }] },
      ['rules.0.ifTrue: "REFUSE"'],
    ],
    ["accessControl", { parameters: ["a"] }, ["parameters: a list"]],
    ["errorMapping", { errorCondition: undefined }, ["errorCondition: nothing"]],
    ["errorMapping", { mappings: [{ statusCode: 400 }] }, ["mappings.0.code: nothing"]],
    ["circuitBreaker", { timeoutThreshold: 5001 }, ["timeoutThreshold: 5001"]],
    ["circuitBreaker", { windowInSeconds: 9 }, ["windowInSeconds: 9 seconds"]],
    ["circuitBreaker", { windowInSeconds: 90, openTimeoutSeconds: 300 }, []],
    ["circuitBreaker", { openTimeoutSeconds: 14 }, ["openTimeoutSeconds: 14 seconds"]],
    ["circuitBreaker", { errorCondition: "a" }, ["errorThreshold: nothing"]],
    ["remoteAuth", { authUri: undefined }, ["authUri: nothing"]],
    ["remoteAuth", { successCondition: "" }, ["successCondition: an empty text"]],
    ["logMask", { rules: [{ location: "QUERY", policy: "ALL" }] }, ['rules.0.location: "QUERY"']],
    [
      "logMask",
      { rules: [{ location: "REQUEST_BODY", policy: "KEEP_LEFT" }] },
      ['rules.0.policy: "KEEP_LEFT"'],
    ],
    ["transformer", { setResponseStatusCode: 99 }, ["setResponseStatusCode: 99"]],
    [
      "transformer",
      { removeRequestParameter: [{ name: "a", location: "heder" }] },
      ['removeRequestParameter.0.location: "heder"'],
    ],
  ])("%s with %j", (type, change, found) => {
    expect(changed(type, change)).toEqual(found);
  });

  test("of the keys of a set each is a key, and no two have one kid", () => {
    const key = { kty: "RSA", e: "AQAB", kid: "a", n: "0vx7" };
    const { jwk, ...rest } = RIGHT.jwtAuth;
    expect(jwk).toBeDefined();
    expect(issues("jwtAuth", { ...rest, jwks: [key, { ...key, kid: "b" }] })).toEqual([]);
    expect(issues("jwtAuth", { ...rest, jwks: [key, key] })).toEqual([
      "jwks.1.kid: the kid of jwks[0]",
    ]);
  });

  test.each([
    "203.0.113.0/33",
    "203.0.113",
    "::1/129",
    "10.0.0.1-10.0.0.9",
    "10.0.0.0/8/8",
    "10.0.0.0/",
    "*",
    " 10.0.0.1",
    "example.com",
  ])("%j is no address and no block", (block) => {
    expect(changed("ipControl", { items: [{ blocks: [block] }] })).toEqual([
      `items.0.blocks.0: ${JSON.stringify(block)}`,
    ]);
  });

  test("what is not known is asked for where something depends on it", () => {
    const unknown = new Unknown("x");
    expect(changed("backendSignature", { key: unknown, secret: unknown })).toEqual([]);
    expect(changed("ipControl", { items: unknown })).toEqual(["items"]);
    expect(changed("ipControl", { items: [{ blocks: [unknown] }] })).toEqual(["items.0.blocks.0"]);
    expect(changed("caching", { duration: unknown })).toEqual(["duration"]);
  });
});

describe("what is hardly meant", () => {
  const doubts = (type: string, data: unknown) =>
    pluginDataDoubts(type, data).map(({ problem }) => problem?.got);

  test("credentials for any origin", () => {
    expect(doubts("cors", { allowCredentials: true })).toEqual(['credentials for the origin "*"']);
    expect(doubts("cors", { allowCredentials: true, allowOrigins: "a, *" })).toHaveLength(1);
    expect(doubts("cors", { allowCredentials: false, allowOrigins: "*" })).toEqual([]);
  });

  test("a limit over the one above it", () => {
    const limits = (apiDefault: number, userDefault?: number, appDefault?: number) =>
      doubts("trafficControl", { unit: "DAY", apiDefault, userDefault, appDefault });
    expect(limits(10, 10, 10)).toEqual([]);
    expect(limits(10, 11)).toEqual(["11 calls, more than apiDefault allows"]);
    expect(limits(10, undefined, 11)).toEqual(["11 calls, more than apiDefault allows"]);
    expect(limits(10, 5, 6)).toEqual(["6 calls, more than userDefault allows"]);
  });
});
