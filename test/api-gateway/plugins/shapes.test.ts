import type { TerraformStack } from "cdktf";
import { HttpMethod, Jwks } from "../../../lib";
import { BasicAuth } from "../../../lib/api-gateway/plugins/basic-auth";
import { Caching } from "../../../lib/api-gateway/plugins/caching";
import { ClientCacheControl } from "../../../lib/api-gateway/plugins/parts/client-cache-control";
import { GatewayCors } from "../../../lib/api-gateway/plugins/gateway-cors";
import type { GatewayPlugin } from "../../../lib/api-gateway/plugins/gateway-plugin";
import { IpAccess, IpAccessType } from "../../../lib/api-gateway/plugins/ip-access";
import { JwtAuth } from "../../../lib/api-gateway/plugins/jwt-auth";
import { LogMask, LogMaskLocation } from "../../../lib/api-gateway/plugins/log-mask";
import { MaskPolicy } from "../../../lib/api-gateway/plugins/parts/mask-policy";
import {
  TrafficControl,
  TrafficControlUnit,
} from "../../../lib/api-gateway/plugins/traffic-control";
import { pluginDataDoubts, pluginDataIssues } from "../../../lib/facts/plugins/types";
import { secretIn } from "../../support/given";
import { stackOf } from "../../support/synth";
import { dataOf, judgedData } from "./fixtures";

/** By type: a plugin as people write it, and its data in the provider's acceptance test. */
const PLUGINS: readonly [string, (stack: TerraformStack) => GatewayPlugin, object][] = [
  [
    "ipControl",
    () =>
      IpAccess.of({
        type: IpAccessType.ALLOW,
        items: [
          { blocks: ["61.3.9.0/24"], appId: "219810" },
          { blocks: ["79.11.12.2"], appId: "7890" },
        ],
      }),
    {
      type: "ALLOW",
      items: [
        { blocks: ["61.3.9.0/24"], appId: 219810 },
        { blocks: ["79.11.12.2"], appId: 7890 },
      ],
    },
  ],
  [
    "jwtAuth",
    () =>
      JwtAuth.of({
        parameter: "X-Token",
        claims: [{ claimName: "aud", parameterName: "X-Aud" }],
        preventJtiReplay: false,
        jwks: Jwks.fromKeys({ kty: "RSA", e: "AQAB", kid: "uniq_key", alg: "RS256", n: "qSVx" }),
      }),
    {
      parameter: "X-Token",
      parameterLocation: "header",
      claimParameters: [{ claimName: "aud", parameterName: "X-Aud", location: "header" }],
      preventJtiReplay: false,
      jwk: { kty: "RSA", e: "AQAB", use: "sig", kid: "uniq_key", alg: "RS256", n: "qSVx" },
    },
  ],
  [
    "basicAuth",
    (stack) => BasicAuth.users([{ username: "alice", password: secretIn(stack, "password") }]),
    { users: [{ username: "alice", password: expect.any(String) }] },
  ],
  [
    "cors",
    () =>
      GatewayCors.of({
        allowOrigins: ["a.com", "b.com"],
        allowMethods: [HttpMethod.GET, HttpMethod.POST],
        allowHeaders: ["A", "B"],
        exposeHeaders: ["X"],
        maxAgeSeconds: 172800,
        allowCredentials: true,
      }),
    {
      allowOrigins: "a.com,b.com",
      allowMethods: "GET,POST",
      allowHeaders: "A,B",
      exposeHeaders: "X",
      maxAge: 172800,
      allowCredentials: true,
    },
  ],
  [
    "trafficControl",
    () =>
      TrafficControl.of({
        unit: TrafficControlUnit.MINUTE,
        apiDefault: 1000,
        userDefault: 30,
        appDefault: 30,
        specials: [
          { appId: "10123123", calls: 10 },
          { userId: "123455", calls: 100 },
        ],
      }),
    {
      unit: "MINUTE",
      apiDefault: 1000,
      userDefault: 30,
      appDefault: 30,
      specials: [
        { type: "APP", policies: [{ key: 10123123, value: 10 }] },
        { type: "USER", policies: [{ key: 123455, value: 100 }] },
      ],
    },
  ],
  [
    "caching",
    () =>
      Caching.of({
        varyByApp: false,
        varyByParameters: ["userId"],
        varyByHeaders: ["Accept"],
        clientCacheControl: ClientCacheControl.appIds("1992323"),
        cacheableHeaders: ["X-Customer-Token"],
        durationSeconds: 3600,
      }),
    {
      varyByApp: false,
      varyByParameters: ["userId"],
      varyByHeaders: ["Accept"],
      clientCacheControl: { mode: "app", apps: [1992323] },
      cacheableHeaders: ["X-Customer-Token"],
      duration: 3600,
    },
  ],
  [
    "logMask",
    () =>
      LogMask.of({
        rules: [
          {
            name: "user",
            location: LogMaskLocation.REQUEST_QUERY,
            parameters: ["userid"],
            policy: MaskPolicy.keepCenter(4, 5),
          },
          {
            location: LogMaskLocation.RESPONSE_BODY,
            matchMode: "EMAIL",
            policy: MaskPolicy.ALL,
          },
        ],
      }),
    {
      rules: [
        {
          name: "user",
          location: "REQUEST_QUERY",
          parameters: ["userid"],
          policy: "KEEP_CENTER:4,5",
        },
        { location: "RESPONSE_BODY", matchMode: "EMAIL", policy: "ALL" },
      ],
    },
  ],
];

test.each(PLUGINS)(
  "%s: data of the provider's shape, right by the facts and by the rule",
  (...row) => {
    const [type, make, data] = row;
    const plugin = make(stackOf());
    expect(plugin.pluginType).toBe(type);
    expect(dataOf(plugin)).toStrictEqual(data);
    expect(pluginDataIssues(type, dataOf(plugin))).toEqual([]);
    expect(pluginDataDoubts(type, dataOf(plugin))).toEqual([]);
    expect(judgedData(make)).toEqual({ violated: [], undecided: [] });
  },
);

test("a plugin without any of its props is refused before its data is asked for", () => {
  for (const type of [
    IpAccess,
    JwtAuth,
    BasicAuth,
    GatewayCors,
    TrafficControl,
    Caching,
    LogMask,
  ]) {
    const [problem, ...more] = type.of(null as never)._problems("protect[1]");
    expect([problem.at, problem.got, more]).toEqual(["protect[1]", "null", []]);
    expect(type.of(undefined as never)._options).toEqual({});
  }
});

test("name, description and stages are the construct's to look at", () => {
  const options = { pluginName: "no-hyphens", description: "", stages: [] };
  expect(Caching.of({ durationSeconds: 1, ...options })._problems("plugins[0]")).toEqual([]);
  expect(dataOf(Caching.of({ durationSeconds: 1, ...options }))).toStrictEqual({ duration: 1 });
});
